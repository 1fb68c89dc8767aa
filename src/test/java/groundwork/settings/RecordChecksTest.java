package groundwork.settings;

import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;

class RecordChecksTest {
    @Rows(
            """
            services: { app: { tasks: { min: 3, max: 2 } } }                             |services.app.tasks.max: max (2) is less than min (3)
            services: { app: { tasks: { min: 1, max: 2 } } }                             | services.app.tasks.max: has no scaling target; set cpu, memory, requestsPerMinute, backlog or concurrency
            services: { app: { tasks: { min: 1, cpu: 50% } } }                           | services.app.tasks: has a scaling target, but max is not above min; raise max
            services: { app: { tasks: { min: 1, max: 2, cpu: 50%, backlog: 5 } } }       | services.app.tasks.backlog: backlog and load targets conflict; choose one
            services: { app: { tasks: { min: 1, max: 2, requestsPerMinute: 50 } } }      | services.app.tasks.requestsPerMinute: requests are counted per target group, and the service has no routes
            services: { app: { health: { interval: 5s, timeout: 10s } } }                | services.app.health.timeout: 10s is not less than the interval, 5s
            services: { app: { routes: [/] } }                                           | services.app.routes: a service with routes needs a port
            services: { app: { sidecars: { a: { image: a } }, init: { a: { image: a } } } } | services.app.sidecars.a: an init container has the same name
            databases: { db: { storage: 100GB, maxStorage: 105GB } }                     | databases.db.maxStorage: 105GB: RDS requires at least 10% more than storage, 100GB, or exactly as much
            databases: { db: { backups: 36h } }                                          | databases.db.backups: retention is in whole days
            databases: { db: { capacity: { min: 0.7 } } }                                | databases.db.capacity.min: 0.7: ACUs come in steps of 0.5
            databases: { db: { capacity: { max: 1.2 } } }                                | databases.db.capacity.max: 1.2: ACUs come in steps of 0.5
            databases: { db: { capacity: { min: 4, max: 2 } } }                          |databases.db.capacity.max: max (2) is less than min (4)
            databases: { db: { version: "99" } }                                         | databases.db.version: PostgreSQL 99 is not in RDS standard support; choose a version from 14 to 18
            databases: { db: { engine: aurora-postgres, version: "13" } }                | databases.db.version: PostgreSQL 13 is not in RDS standard support; choose a version from 14 to 18
            databases: { db: { engine: aurora-postgres, version: "15.4" } }              | databases.db.capacity.min: Aurora PostgreSQL 15.4 has no auto-pause; choose version 15.7 or later, or min: 0.5
            databases: { db: { instanceClass: db.foo.bar } }                             | databases.db.instanceClass: "db.foo.bar": write an instance class such as db.t4g.medium
            databases: { db: { user: user } }                                            | databases.db.user: "user": write lower-case letters, digits and _, not pg_ first, and none of admin, postgres, rdsadmin, master and user, for example app
            databases: { db: { user: pg_app } }                                          | databases.db.user: "pg_app": write lower-case letters, digits and _, not pg_ first, and none of admin, postgres, rdsadmin, master and user, for example app
            services: { app: { health: { matcher: "299-200" } } }                        | services.app.health.matcher: 299-200: a range goes from the lower code to the higher; write 200-299, for example
            services: { app: { port: 80, routes: ["/%41"] } }                            | services.app.routes[0]: "/%41": write a path pattern of up to 128 characters that starts with /, for example /api/*
            services: { app: { port: 80, routes: ["/!a"] } }                             | services.app.routes[0]: "/!a": write a path pattern of up to 128 characters that starts with /, for example /api/*
            cdn: { staticPaths: [/static/*, /static/*] }                                 | cdn.staticPaths[1]: is listed twice; remove it
            waf: { limits: [{ path: /login, requests: 50 }, { path: /Login, requests: 60 }] } | waf.limits[1].path: "/Login" already has a limit
            buckets: { b: { cors: ["https://a:b@example.com"] } }                        | buckets.b.cors[0]: "https://…@example.com": write an exact origin such as https://example.com
            secrets: { key: { generate: 20, rotation: 30d, rotationFunction: "arn:aws:lambda:eu-west-1:123456789012:function:f" } } | secrets.key.rotationFunction: the function is in eu-west-1, but Secrets Manager calls one in us-east-1; give one there
            databases: { db: { replicas: { min: 2, max: 1 } } }                          |databases.db.replicas.max: max (1) is less than min (2)
            databases: { db: { replicas: { max: 2 } } }                                  | databases.db.replicas.max: there are no replicas to measure; set min to at least 1
            databases: { db: { replicas: 16 } }                                          | databases.db.replicas: "16" is out of range: write a whole number, from 0 to 15, for example 1
            databases: { db: { maintenance: sun 2-4 } }                                  | databases.db.maintenance: "sun 2-4": write a window such as sun 02:00-04:00
            databases: { db: { maintenance: "sun 02:00-02:10" } }                        | databases.db.maintenance: "sun 02:00-02:10": write a window of half an hour to twelve hours
            caches: { cache: { shards: 2, replicas: 0 } }                                | caches.cache.shards: cluster mode needs a replica of each shard for failover; set replicas: 1
            caches: { cache: { snapshots: 30h } }                                        | caches.cache.snapshots: retention is in whole days
            caches: { cache: { engine: redis, version: "8.0" } }                         | caches.cache.version: 8.0 is not a version of redis; choose 6.0, 6.2, 7.0, 7.1
            caches: { cache: { version: "6.2" } }                                        | caches.cache.version: 6.2 is not a version of valkey; choose 7.2, 8.0, 8.1, 8.2, 9.0, 9.1
            caches: { cache: { nodeClass: cache.t1.micro, snapshots: 1d } }              | caches.cache.snapshots: cache.t1.micro has no snapshots; set it to 0s, or choose another nodeClass
            tables: { t: { partitionKey: id, sortKey: id } }                             | tables.t.sortKey: "id" is the partition key already; name another attribute
            tables: { t: { partitionKey: id, ttl: id } }                                 | tables.t.ttl: "id" is a key of the table; name another attribute
            tables: { t: { partitionKey: id, sortKey: at, ttl: at } }                    | tables.t.ttl: "at" is a key of the table; name another attribute
            topics: { t: { email: [a@example.com, a@example.com] } }                     | topics.t.email[1]: is listed twice; remove it
            sleep: { hours: { start: "09:00", stop: "09:00" } }                          | sleep.hours.stop: 09:00 is not after start, 09:00; hours can't span midnight; set a later stop
            network: { cidr: 10.0.0.0/8 }                                                | network.cidr: 10.0.0.0/8: a VPC here is a /16 to a /24; write 10.0.0.0/16, for example
            network: { zoneNames: [us-east-1a, us-east-1a] }                             | network.zoneNames[1]: is listed twice; remove it
            secrets: { key: {} }                                                         | secrets.key: has no value; give it by `pulumi config set --secret --path 'groundwork:secrets.key.value'`, have one made up by generate: 32, or set byHand: true and fill it in once it exists
            secrets: { key: { name: OLD } }                                              | secrets.key: has no value; give it by `pulumi config set --secret --path 'groundwork:secrets.key.value'`, have one made up by generate: 32, or set byHand: true and fill it in once it exists
            secrets: { key: { keys: [a], byHand: true } }                                | secrets.key: only one of value, values, keys, byHand and generate can be given
            secrets: { key: { byHand: true, rotation: 30d, rotationFunction: "arn:aws:lambda:us-east-1:123456789012:function:f" } } | secrets.key.rotation: there is nothing to rotate before it is filled in; give a value, or remove rotation
            secrets: { key: { keys: [a], generate: 20 } }                                | secrets.key: only one of value, values, keys, byHand and generate can be given
            secrets: { key: { generate: 20, rotationFunction: "arn:aws:lambda:us-east-1:123456789012:function:f" } } | secrets.key.rotationFunction: needs rotation; set the interval too
            secrets: { key: { keys: [value] } }                                          | secrets.key.keys: "value" gives services the same variable as the whole secret; rename it
            secrets: { key: { store: parameter-store, keys: [a] } }                      | secrets.key.store: Parameter Store has no JSON keys; declare each as a secret of its own
            secrets: { key: { generate: 20, store: parameter-store, rotation: 30d, rotationFunction: "arn:aws:lambda:us-east-1:123456789012:function:f" } } | secrets.key.store: Parameter Store has no rotation; remove it
            secrets: { key: { generate: 20, name: /a } }                                               | secrets.key.name: a value: write letters, digits, _ . and -, path segments separated by /, for example MONGO_URI
            services: { app: { scrape: {} } }                                            | services.app.scrape.port: the service has no port; set one
            services: { app: { files: { etc: a } } }                                     | services.app.files.etc: "etc" can't be a key here: write the absolute path of a file in a folder, without ..
            services: { app: { files: { /config/../etc/passwd: a } } }                   | services.app.files["/config/../etc/passwd"]: "/config/../etc/passwd" can't be a key here: write the absolute path of a file in a folder, without ..
            services: { app: { files: { /config/./a: a } } }                             | services.app.files["/config/./a"]: "/config/./a" can't be a key here: write the absolute path of a file in a folder, without ..
            services: { app: { files: { /a: a } } }                                      | services.app.files["/a"]: "/a" can't be a key here: write the absolute path of a file in a folder, without ..
            services: { files: { files: { /config/app.conf: a } } }                     | services.files.files: are written by a container called files; rename the other of that name
            services: { app: { files: { /config/app.conf: a }, init: { files: { image: a } } } } | services.app.files: are written by a container called files; rename the other of that name
            volumes: { v: { infrequentAfter: 31d } }                                     | volumes.v.infrequentAfter: EFS accepts 0s, 1d, 7d, 14d, 30d, 60d, 90d, 180d, 270d or 365d
            tables: { t: { partitionKey: a, indexes: { other: { partitionKey: { name: a, type: number } } } } } | tables.t.indexes: "a" is a key of two types; an attribute has one
            tables: { t: { partitionKey: a, indexes: { other: { partitionKey: b, sortKey: b } } } } | tables.t.indexes.other.sortKey: is the partition key already; name another attribute
            buckets: { b: { transitions: [{ to: standard-ia, after: 10d }] } }           | buckets.b.transitions[0].after: S3 moves objects to this class after 30 days at the earliest; set at least 30d
            buckets: { b: { transitions: [{ to: glacier, after: 30d }, { to: standard-ia, after: 60d }] } } | buckets.b.transitions[1]: S3 moves objects only down, from standard-ia to deep-archive, each time later, and on from standard-ia after 30 days; change to or after
            buckets: { b: { transitions: [{ to: standard-ia, after: 30d }, { to: glacier, after: 59d }] } } | buckets.b.transitions[1]: S3 moves objects only down, from standard-ia to deep-archive, each time later, and on from standard-ia after 30 days; change to or after
            buckets: { b: { expiry: 30d, transitions: [{ to: glacier-ir, after: 30d }] } } | buckets.b.expiry: objects expire before the last transition; set a later expiry, or remove the transition
            buckets: { b: { cors: { origins: [https://a.example], methods: [] } } }      | buckets.b.cors.methods: allows no method; list one, or remove cors
            network: { serviceDomain: .local }                                           | network.serviceDomain: ".local": write a lower-case domain name, for example local
            network: { cidr: 10.0.0.1/16 }                                               | network.cidr: "10.0.0.1/16": is not the first address of the CIDR; write 10.0.0.0/16
            databases: { db: { storage: 10GB } }                                         | databases.db.storage: "10GB" is out of range: write a size such as 20GB, from 20GB to 65536GB
            sleep: { hours: { days: [mon, mon] } }                                       | sleep.hours.days[1]: is listed twice; remove it
            sleep: { wake: [hand, hand] }                                                | sleep.wake[1]: is listed twice; remove it
            sleep: { wake: [] }                                                          | sleep.wake: nothing would wake it; name hand at least
            sleep: { probes: {} }                                                        | sleep.probes: names neither paths nor userAgents; name some
            sleep: { probes: { paths: [/a, /b, /c, /d, /e] } }                           | sleep.probes.paths: 5 paths; a listener rule takes 4
            sleep: { hours: { timezone: America/NewYork } }                              | sleep.hours.timezone: "America/NewYork": write a time zone such as Europe/Berlin; did you mean "America/New_York"?
            services: { app: { command: ["a\\0"] } }                                     | services.app.command[0]: "a·": write text without control characters
            services: { app: { sidecars: { a: { image: a, command: [-v, -v] } }, image: "a:1", routes: [/] } } | services.app.routes: a service with routes needs a port
            secrets: { key: { value: "" } }                                              | secrets.key.value: is empty; give the value, or set byHand: true and fill it in once it exists
            parameters: { level: "\\0" }                                                 | parameters.level: "·": write 1 to 4096 characters, without {{ and control characters, for example info
            waf: { rules: [common, common] }                                             | waf.rules[1]: is listed twice; remove it
            waf: { countries: [US, US] }                                                 | waf.countries[1]: is listed twice; remove it
            budget: { email: [a@example.com, a@example.com], monthly: 5 }                | budget.email[1]: is listed twice; remove it
            secrets: { key: { keys: [a, a] } }                                           | secrets.key.keys[1]: is listed twice; remove it
            topics: { t: { email: [ops@exämple.com] } }                                  | topics.t.email[0]: "ops@exämple.com": write an e-mail address in ASCII
            cdn: { headers: { permissions: "é" } }                                       | cdn.headers.permissions: "é": write a single line of ASCII, for example camera=(self), microphone=(self), geolocation=()
            caches: { cache: { nodeClass: cache.r6gd.xlarge } }                          | caches.cache.nodeClass: "cache.r6gd.xlarge" is not in the table of instance classes; choose one such as cache.t4g.micro
            network: { serviceDomain: amazonaws.com }                                    | network.serviceDomain: amazonaws.com: a private zone of this name hides the endpoints of AWS from the VPC; choose another
            network: { serviceDomain: com }                                              | network.serviceDomain: com: a private zone of this name hides the endpoints of AWS from the VPC; choose another
            apps: { a: { source: "https://github.com/a/b", branches: { main: {} }, environment: { AWS_X: y } } } | apps.a.environment.AWS_X: "AWS_X" can't be a key here: write a variable name of letters, digits and _, not AWS first
            """)
    void ruleHasItsMessage(String setting, String problem) {
        assertThat(problems("groundwork:" + setting)).containsExactly(problem);
    }
}
