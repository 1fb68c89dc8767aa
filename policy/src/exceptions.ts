import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import type { Verdict } from "./rule";

/** A resource that may break a rule until a given day, and why. */
export interface Exception {
    rule: string;
    /** The logical name of the resource; `*` stands for any characters. */
    resource: string;
    reason: string;
    /** The last day that it holds, as 2027-03-31. */
    until: string;
}

/** An exception that let a violation pass. */
export interface Excepted extends Exception {
    message: string;
}

/** What is wrong with an exception: those that fail hide a violation, or did. */
export interface Fault {
    exception: Exception;
    level: "mandatory" | "advisory";
    path: keyof Exception;
    message: string;
    remedy: string;
}

/** The exceptions of one rule, as the configuration of a policy pack takes them. */
export const exceptionsSchema: PolicyConfigJSONSchema = {
    type: "array",
    description: "Resources that may break the rule for now. `*` in a name stands for any characters.",
    items: {
        type: "object",
        required: ["resource", "reason", "until"],
        additionalProperties: false,
        properties: {
            resource: { type: "string", minLength: 1 },
            reason: { type: "string", minLength: 1 },
            until: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        },
    },
};

const MOST_RESOURCES = 5;

/** Lets violations pass that an exception covers, and finds out which exceptions should not be there. */
export class Exceptions {
    private readonly known = new Map<string, Tracked>();
    private readonly today: string;
    private readonly lastDay: string;

    constructor(exceptions: Exception[], today: Date) {
        this.today = dayOf(today);
        const last = new Date(today);
        last.setUTCFullYear(last.getUTCFullYear() + 1);
        this.lastDay = dayOf(last);
        this.add(exceptions);
    }

    add(exceptions: Exception[]): void {
        for (const exception of exceptions) {
            const key = JSON.stringify(exception);
            this.known.set(key, this.known.get(key) ?? new Tracked(exception));
        }
    }

    /** Whether one of them covers this verdict; every verdict has to pass through here, so that wide ones are found. */
    covers(verdict: Verdict): boolean {
        const matching = [...this.known.values()].filter(each => each.matches(verdict));
        matching.forEach(each => each.judged.add(verdict.resource.urn));
        const covering = matching.find(each => this.holds(each.exception));
        if (verdict.verdict !== "violated" || covering === undefined) {
            return false;
        }
        covering.excused.push({ ...covering.exception, resource: verdict.resource.urn, message: verdict.message });
        return true;
    }

    inUse(): Excepted[] {
        return [...this.known.values()].flatMap(({ excused }) => excused);
    }

    faults(): Fault[] {
        return [...this.known.values()].flatMap(each => this.faultOf(each) ?? []);
    }

    private faultOf({ exception, judged, excused }: Tracked): Fault | undefined {
        const { until, reason } = exception;
        const fails = (path: keyof Exception, message: string, remedy: string): Fault => ({
            exception,
            level: "mandatory",
            path,
            message,
            remedy,
        });
        if (reason.trim() === "") {
            return fails("reason", "has no reason", "Say why the rule may be broken.");
        }
        if (until < this.today) {
            return fails("until", `expired on ${until}`, "Remove it, and put the resource right where it is still needed.");
        }
        if (until > this.lastDay) {
            return fails("until", `holds until ${until}, more than a year`, `Choose ${this.lastDay} or earlier.`);
        }
        if (judged.size > MOST_RESOURCES) {
            const message = `matches ${judged.size} resources, more than ${MOST_RESOURCES}`;
            return fails("resource", message, "Name one resource, or narrow the pattern.");
        }
        return excused.length > 0
            ? undefined
            : { exception, level: "advisory", path: "resource", message: "excuses nothing", remedy: "Remove it." };
    }

    private holds({ until, reason }: Exception): boolean {
        return this.today <= until && until <= this.lastDay && reason.trim() !== "";
    }
}

class Tracked {
    readonly judged = new Set<string>();
    readonly excused: Excepted[] = [];
    private readonly pattern: RegExp;

    constructor(readonly exception: Exception) {
        const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        this.pattern = new RegExp(`^${exception.resource.split("*").map(literal).join(".*")}$`);
    }

    matches({ rule, resource }: Verdict): boolean {
        return rule.id === this.exception.rule && this.pattern.test(resource.name);
    }
}

function dayOf(date: Date): string {
    return date.toISOString().slice(0, 10);
}
