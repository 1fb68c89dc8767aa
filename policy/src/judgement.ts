import { Exceptions, type Excepted, type Fault } from "./exceptions";
import { remedyOf, type Level, type Rule, type Verdict } from "./rule";
import { levelOf, type Settings } from "./settings";
import type { Topology } from "./topology";

export interface Violation {
    rule: string;
    level: Level;
    /** The URN of the resource. */
    resource: string;
    /** The input that is wrong, where it is one. */
    path: string;
    message: string;
    remedy: string;
    control: string[];
    /** The setting of groundwork to change, with `*` for the name of an entry; empty where no setting decides it. */
    setting: string;
}

/** What the rules have to say about a stack as a whole. */
export interface Judgement {
    /** Whether no mandatory rule is violated. */
    passed: boolean;
    violations: Violation[];
    /** What depends on values that only the update will know. */
    unknown: { rule: string; resource: string; path: string }[];
    /** What an exception lets pass. */
    excepted: Excepted[];
}

/** The rules that an exception itself can break. */
export const EXCEPTIONS_HOLD = "exceptions-hold";
export const EXCEPTIONS_ARE_USED = "exceptions-are-used";

export function judgement(topology: Topology, rules: Rule[], settings: Settings, today: Date): Judgement {
    const exceptions = new Exceptions(settings.exceptions, today);
    const violations: Violation[] = [];
    const unknown: Judgement["unknown"] = [];
    for (const rule of rules) {
        const level = levelOf(rule, settings);
        if (level === "off") {
            continue;
        }
        const { parameters } = settings.rules[rule.id] ?? { parameters: {} };
        for (const verdict of rule.judge(topology, { environment: settings.environment, parameters })) {
            const isCovered = exceptions.covers(verdict);
            if (verdict.verdict === "unknown") {
                unknown.push({ rule: rule.id, resource: verdict.resource.urn, path: verdict.path });
            } else if (verdict.verdict === "violated" && !isCovered) {
                violations.push(violation(verdict, level, settings));
            }
        }
    }
    violations.push(...exceptions.faults().map(violationOf));
    const passed = violations.every(({ level }) => level !== "mandatory");
    return { passed, violations, unknown, excepted: exceptions.inUse() };
}

function violation(
    { rule, resource, path, message }: Verdict & { verdict: "violated" },
    level: Level,
    { isGroundwork }: Settings,
): Violation {
    const remedy = remedyOf(rule, isGroundwork);
    return {
        ...{ rule: rule.id, level, resource: resource.urn, path, message, remedy },
        control: rule.controls,
        setting: isGroundwork ? (rule.setting ?? "") : "",
    };
}

function violationOf(fault: Fault): Violation {
    const { level, path, remedy } = fault;
    const rule = level === "mandatory" ? EXCEPTIONS_HOLD : EXCEPTIONS_ARE_USED;
    return { rule, level, resource: "", path, message: textOf(fault), remedy, control: [], setting: "policy.exceptions" };
}

export function textOf({ exception: { rule, resource }, message }: Fault): string {
    return `the exception of ${resource} from ${rule} ${message}`;
}
