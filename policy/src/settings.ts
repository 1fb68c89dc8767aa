import type { Exception } from "./exceptions";
import type { Environment, Level, Rule } from "./rule";

/** What a rule is told to be, in place of what it is of itself. */
export interface RuleSettings {
    level?: Level | "off";
    parameters: Record<string, unknown>;
}

/** What a stack asks of the rules. */
export interface Settings {
    /** The kind of environment, where the program says it. */
    environment?: Environment | undefined;
    /** Whether the program is groundwork, whose settings a remedy may name. */
    isGroundwork: boolean;
    rules: Record<string, RuleSettings>;
    exceptions: Exception[];
}

/** How a stack file writes it, as `groundwork:policy`. */
export interface PolicyBlock {
    rules?: Record<string, string | { level?: string; [parameter: string]: unknown }>;
    exceptions?: Exception[];
}

const LEVELS = ["off", "advisory", "mandatory"];

/** The settings of a groundwork stack; what makes no sense is an error, though the program refuses it too. */
export function settingsOf(environment: string | undefined, policy: PolicyBlock, known: Rule[]): Settings {
    const names = new Set(known.map(({ id }) => id));
    const unknown = [...Object.keys(policy.rules ?? {}), ...(policy.exceptions ?? []).map(({ rule }) => rule)];
    for (const rule of unknown.filter(name => !names.has(name))) {
        throw new Error(`groundwork:policy names a rule that this policy pack does not have: ${rule}`);
    }
    const rules = Object.entries(policy.rules ?? {}).map(([rule, change]) => [rule, ruleSettings(rule, change)]);
    return {
        environment: environment as Environment | undefined,
        isGroundwork: true,
        rules: Object.fromEntries(rules),
        exceptions: policy.exceptions ?? [],
    };
}

export const NO_SETTINGS: Settings = { isGroundwork: false, rules: {}, exceptions: [] };

export function levelOf(rule: Rule, { rules }: Settings): Level | "off" {
    return rules[rule.id]?.level ?? rule.level;
}

function ruleSettings(rule: string, change: string | { level?: string }): RuleSettings {
    const { level, ...parameters } = typeof change === "string" ? { level: change } : change;
    if (level !== undefined && !LEVELS.includes(level)) {
        throw new Error(`groundwork:policy rules ${rule}: ${level} is not a level; write ${LEVELS.join(", ")}`);
    }
    return { ...(level === undefined ? {} : { level: level as Level | "off" }), parameters };
}
