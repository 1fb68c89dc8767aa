import type { RecordedResource } from "../../src/recording";
import type { Resource } from "../../src/resource";
import type { Environment, Verdict } from "../../src/rule";
import { rules } from "../../src/rules";
import { changes, inputPaths } from "./changes";
import { foreigners } from "./foreign";
import { Stack } from "./stack";

/** One defect, tried on one stack, and the rules that noticed it. */
export interface Mutant {
    stack: string;
    environment: Environment;
    type: string;
    name: string;
    path: string;
    kind: string;
    noticed: string[];
    /** Rules that would need a value that is not known yet. */
    unknown: string[];
}

export interface Source {
    name: string;
    environment: Environment;
    recorded: RecordedResource[];
}

export interface Options {
    known: boolean;
    /** How many of the same defect are tried in all; every one without it. */
    alike?: number;
}

/** Types of which nothing is created. */
const NOTHING = /^(pulumi:pulumi:Stack|groundwork:.*)$/;

/** Makes every defect there is in each of the stacks, one at a time. */
export function mutants(sources: Source[], { known, alike = Infinity }: Options): Mutant[] {
    const tried = new Map<string, number>();
    const isNew = (...what: string[]) => {
        const key = what.join(" ");
        const times = tried.get(key) ?? 0;
        tried.set(key, times + 1);
        return times < alike;
    };
    return sources.flatMap(({ name: stack, environment, recorded }) => {
        const judged = new Stack(stack, environment, recorded, rules, known);
        const made: Mutant[] = [];
        const note = (resource: { type: string; name: string }, path: string, kind: string, news: Verdict[]) => {
            const of = (verdict: string) =>
                [...new Set(news.filter(it => it.verdict === verdict).map(it => it.rule.id))].sort();
            const { type, name } = resource;
            made.push({ stack, environment, type, name, path, kind, noticed: of("violated"), unknown: of("unknown") });
        };
        const resources = judged.topology.resources.filter(({ type }) => !NOTHING.test(type));
        for (const resource of resources) {
            for (const { path, kind, apply } of changes(resource)) {
                if (isNew(environment, resource.type, path, kind)) {
                    note(resource, path, kind, judged.withChange(resource, apply()));
                }
            }
        }
        const users = usersOf(resources);
        for (const resource of resources) {
            const gone = withUsers(resource, users);
            const kind = gone.size === 1 ? "removed" : "removed with what uses it";
            if (gone.size <= 12 && isNew(environment, resource.type, "", kind)) {
                note(resource, "", kind, judged.without(gone));
            }
        }
        for (const { name, resources: more } of foreigners()) {
            if (isNew("foreign", environment, name)) {
                note({ type: more[0]!.type, name }, "", `added: ${name}`, judged.withMore(...more));
            }
        }
        return made;
    });
}

/** Every input that the stacks set, as `type path`. */
export function everyInput(sources: Source[]): Set<string> {
    const found = new Set<string>();
    for (const { name, environment, recorded } of sources) {
        const { topology } = new Stack(name, environment, recorded, [], true);
        for (const resource of topology.resources.filter(({ type }) => !NOTHING.test(type))) {
            inputPaths(resource).forEach(path => found.add(`${resource.type} ${path}`));
        }
    }
    return found;
}

function usersOf(resources: Resource[]): Map<Resource, Resource[]> {
    const users = new Map<Resource, Resource[]>();
    for (const resource of resources) {
        for (const on of new Set(Object.values(resource.references).flat())) {
            users.set(on, [...(users.get(on) ?? []), resource]);
        }
    }
    return users;
}

function withUsers(resource: Resource, users: Map<Resource, Resource[]>, gone = new Set<Resource>()): Set<Resource> {
    if (!gone.has(resource)) {
        gone.add(resource);
        (users.get(resource) ?? []).forEach(user => withUsers(user, users, gone));
    }
    return gone;
}
