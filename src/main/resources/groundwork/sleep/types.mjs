// What the functions hand to each other, as JSDoc types; docs/sleep.md explains the configuration.

/**
 * @typedef {{min: number, max: number}} Range
 * @typedef {{kind: "service", name: string, cluster: string, service: string, count?: number, range?: Range,
 *   targets?: string[][], routed?: boolean, health?: boolean}} Service
 * @typedef {{kind: "instance" | "cluster", name: string, id: string}} Database
 * @typedef {Service | Database} Member
 * @typedef {{kind: "rule", arn: string, hosts: string[]}} Rule
 * @typedef {{kind: "mapping", domain: string, mapping: string, awake: string, asleep: string}} Mapping
 * @typedef {{namespace: string, metric: string, dimensions: Record<string, string>, above?: number}} Activity
 * @typedef {{name: string, url: string, needs: string[]}} Queue
 * @typedef {{days: string[], start: string, stop: string, timezone: string}} Hours
 * @typedef {"request" | "queue" | "schedule" | "hand"} Cause
 *
 * @typedef {object} Config
 * @property {string} environment
 * @property {string} revision digest of the document, set by who reads it
 * @property {number} after
 * @property {Hours} [hours]
 * @property {Cause[]} wake
 * @property {"page" | "hold" | "refuse"} answer
 * @property {number} hold
 * @property {number} drain
 * @property {number} limit
 * @property {number} tries
 * @property {number} backoff
 * @property {number} usual
 * @property {{paths?: string[], userAgents?: string[]}} [probes]
 * @property {Member[][]} waves
 * @property {(Rule | Mapping)[]} way
 * @property {Activity[]} activity
 * @property {Queue[]} queues
 * @property {string} [cluster]
 * @property {string} [topic]
 * @property {string} [metrics]
 *
 * @typedef {"awake" | "falling" | "asleep" | "waking"} Phase
 * @typedef {"all" | string[]} Scope which members are to be awake
 *
 * @typedef {object} State times in milliseconds
 * @property {Phase} phase
 * @property {Scope} scope
 * @property {number} since when the phase began
 * @property {number} used when it was last used, as far as known
 * @property {{requests: number, hands: number}} heard which wishes have been dealt with
 * @property {number} [closed] falling: since when the way has been seen closed
 * @property {number} [quiet] falling: use after this moment turns it round
 * @property {number} [tried] waking: when this try began
 * @property {number} [tries] waking: how many there have been
 * @property {{at: number, times: number, why: string}} [failed] the last waking, when it failed
 * @property {boolean} [late] falling: the alarm topic has been told that it takes too long
 * @property {boolean} [skip] put to sleep by hand within the hours: they wake it tomorrow, not at once
 * @property {string} [tell] what the alarm topic has yet to be told
 * @property {string} [trouble] the last call that failed
 * @property {number[]} took seconds of the last wakings
 * @property {string | undefined} [applied] the revision that runs
 *
 * @typedef {object} Wish what the waker and people leave for the conductor
 * @property {number} requests counts wishes of requests
 * @property {number} hands counts wishes of people
 * @property {"wake" | "sleep"} [want] what the last person wanted
 * @property {number} [keep] until when to stay awake
 *
 * @typedef {{kind: "service", range?: Range, desired: number, running: number, healthy: boolean}} ServiceSeen
 * @typedef {{kind: "database", status: string}} DatabaseSeen
 * @typedef {{lastUse?: number, busy: string[]}} Work
 *
 * @typedef {object} Seen what AWS shows; what is missing is unknown
 * @property {number} at
 * @property {"open" | "closed" | "mixed"} [way]
 * @property {Record<string, ServiceSeen | DatabaseSeen>} members
 * @property {Record<string, {visible: number, inFlight: number}>} queues
 * @property {Work} [work]
 *
 * @typedef {{do: "open"} | {do: "close"} | {do: "range", member: Service, range: Range} | {do: "count", member: Service, count: number}
 *   | {do: "start", member: Database} | {do: "stop", member: Database} | {do: "tell", text: string}} Action
 * @typedef {{state: State, actions: Action[]}} Decision
 */

export {};
