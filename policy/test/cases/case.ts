import { isKnown } from "../../src/reading";
import type { Resource } from "../../src/resource";
import { resource, UNKNOWN } from "../harness";

/** In place of a value or a resource: there is none. */
export const GONE = Symbol("gone");

/** A resource: its type, its inputs, and what else is registered with it. `"${name}"` in an input refers to another one. */
export type Given = [type: string, props?: object, options?: { dependsOn?: string[]; ignoreChanges?: string[]; region?: string }];

/**
 * A change that breaks a rule: where (`name.path` of an input, or the `name` of a resource), what is there instead, and
 * what the rule says of it, at the changed input or `at` another place; where it says several things, `place: message`.
 */
export type Fault = [change: string, to: unknown, said: string | string[], at?: string];

export interface Case {
    /** Resources that pass the rule. */
    sound: Record<string, Given>;
    /** Each fault is planted alone; it is all that distinguishes what breaks the rule from what passes it. */
    faults: Fault[];
    /** Changes that are none for this rule: what looks like a fault and is none. */
    harmless?: [change: string, to: unknown][];
    /** Why a value that is not known yet is judged all the same: presence is enough. */
    present?: string;
    parameters?: object;
}

export type Cases = Record<string, Case>;

/** Inputs that AWS takes as a JSON text: written here as what the text says, and wholly unknown when a part of it is. */
const DOCUMENTS = new Set([
    ...["accessPolicies", "accessPolicy", "assumeRolePolicy", "containerDefinitions", "definition", "eventPattern"],
    ...["policy", "policyDocument", "redriveAllowPolicy", "redrivePolicy"],
]);
const ACCOUNT = "123456789012";

/** The ARN of a resource of a case. */
export function arnOf(name: string): string {
    return `arn:aws:any:us-east-1:${ACCOUNT}:${name}`;
}

/** A policy document, each statement allowing unless it says otherwise. */
export function document(...statements: object[]): object {
    return { Version: "2012-10-17", Statement: statements.map(it => ({ Effect: "Allow", ...it })) };
}

/** The name of the resource that a place is in, and the path of the input. */
export function placeOf(place: string): { name: string; path: string } {
    const [, name = "", path = ""] = /^([^.]+)\.?(.*)$/.exec(place) ?? [];
    return { name, path };
}

/** The resources with a change made. */
export function changed(given: Record<string, Given>, change: string, to: unknown): Record<string, Given> {
    const { name, path } = placeOf(change);
    const copy: Record<string, Given> = JSON.parse(JSON.stringify(given));
    if (path !== "") {
        const [, props = {}] = copy[name]!;
        put(props, path.match(/[^.[\]]+/g)!, to);
        copy[name]![1] = props;
    } else if (to === GONE) {
        delete copy[name];
    } else {
        copy[name] = to as Given;
    }
    return copy;
}

/** The resources as rules see them; `unknown` is an input whose value only the update knows. */
export function resources(given: Record<string, Given>, unknown?: string): Resource[] {
    return registered(given, (name, props) => {
        const inputs = mappedInputs(props, resolved);
        const at = unknown === undefined ? undefined : placeOf(unknown);
        if (at?.name === name) {
            const steps = at.path.match(/[^.[\]]+/g)!;
            put(inputs, isDocument(steps[0]!, props[steps[0]!]) ? [steps[0]!] : steps, UNKNOWN);
        }
        return inputs;
    });
}

/** The resources at a first preview: whatever another resource says is not known. */
export function atFirst(given: Record<string, Given>): Resource[] {
    return registered(given, (_, props) => mappedInputs(props, withoutReferences));
}

/** The same as the engine has them from the Java SDK: inputs are unknown as a whole, and so is which resource they are of. */
export function atFirstFromJava(given: Record<string, Given>): Resource[] {
    const first = atFirst(given);
    for (const it of first) {
        const lost = Object.keys(it.references).filter(property => !isKnown(it.inputs[property]));
        const all = lost.flatMap(property => it.references[property] ?? []);
        it.dependencies = it.dependencies.filter(on => !all.includes(on));
        for (const property of lost) {
            delete it.references[property];
            it.inputs[property] = UNKNOWN;
        }
    }
    return first;
}

/** Whether an input has a value of another resource, so that it is known where it comes from. */
export function isReference(given: Record<string, Given>, place: string): boolean {
    const { name, path } = placeOf(place);
    const value = path.match(/[^.[\]]+/g)?.reduce((at: any, step) => at?.[step], given[name]?.[1]);
    return namesIn(value ?? "").length > 0;
}

type Inputs = Record<string, unknown>;

function registered(given: Record<string, Given>, inputsOf: (name: string, props: Inputs) => Inputs): Resource[] {
    const made = new Map(
        Object.entries(given).map(([name, [type, props = {}, { ignoreChanges = [], region } = {}]]) => {
            const it = resource({ type, name, region, ignoreChanges, props: inputsOf(name, props as Inputs) });
            return [name, Object.assign(it, { identities: [arnOf(name)] })];
        }),
    );
    const found = (names: string[]) => names.map(it => made.get(it)).filter(it => it !== undefined);
    for (const [name, [, props = {}, { dependsOn = [] } = {}]] of Object.entries(given)) {
        const it = made.get(name)!;
        for (const [property, value] of Object.entries(props)) {
            it.references[property] = found(namesIn(value));
        }
        it.dependencies = [...found(dependsOn), ...Object.values(it.references).flat()];
    }
    return [...made.values()];
}

function mappedInputs(props: Inputs, value: (key: string, it: unknown) => unknown): Inputs {
    return Object.fromEntries(Object.entries(props).map(([key, it]) => [key, written(key, value(key, it))]));
}

function isDocument(key: string, value: unknown): boolean {
    return DOCUMENTS.has(key) && typeof value === "object";
}

function written(key: string, value: unknown): unknown {
    return value !== UNKNOWN && isDocument(key, value) ? JSON.stringify(value) : value;
}

function resolved(_: string, value: unknown): unknown {
    return mapped(value, text => text.replace(/\$\{(\w+)\}/g, (_, name) => arnOf(name)));
}

function withoutReferences(key: string, value: unknown): unknown {
    return isDocument(key, value) && namesIn(value).length > 0
        ? UNKNOWN
        : mapped(value, text => (/\$\{\w+\}/.test(text) ? UNKNOWN : text));
}

function namesIn(value: unknown): string[] {
    return [...(JSON.stringify(value) ?? "").matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name!);
}

function mapped(value: unknown, text: (it: string) => unknown): unknown {
    if (typeof value === "string") {
        return text(value);
    }
    if (Array.isArray(value)) {
        return value.map(it => mapped(it, text));
    }
    return value !== null && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, it]) => [key, mapped(it, text)]))
        : value;
}

function put(into: any, [key = "", ...rest]: string[], to: unknown): void {
    if (rest.length > 0) {
        put((into[key] ??= /^\d+$/.test(rest[0]!) ? [] : {}), rest, to);
    } else if (to !== GONE) {
        into[key] = to;
    } else if (Array.isArray(into)) {
        into.splice(Number(key), 1);
    } else {
        delete into[key];
    }
}
