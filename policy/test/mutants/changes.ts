import { UNKNOWN } from "../../src/reading";
import type { Resource } from "../../src/resource";
import { rewrites } from "./documents";
import { additions } from "./additions";
import { worseValues } from "./values";

/** One input, made worse: `path` is the same for all elements of a list, and for documents in JSON goes on inside. */
export interface Change {
    path: string;
    kind: string;
    apply(): Partial<Omit<Resource, "urn">>;
}

type Json = any;
/** Documents that are read for what they say, not for their form. */
const OPAQUE = /^(dashboardBody|queryString|definition|code|buildSpec|monitorSpecification|defaultTags)$/;

/** Every change of a resource's inputs that is tried. */
export function changes(resource: Resource): Change[] {
    const made: Change[] = [];
    const inputs = resource.inputs as Record<string, Json>;
    for (const [property, value] of Object.entries(inputs)) {
        const put = (changed: Json) => () => changedInputs(resource, property, changed);
        inside(value, property, put, made);
    }
    for (const [name, more] of additions(resource.type)) {
        const changed = more(plainOf(inputs));
        if (text(changed) !== text(plainOf(inputs))) {
            made.push({ path: name, kind: "added", apply: () => ({ inputs: changed }) });
        }
    }
    if (resource.ignoreChanges.length > 0) {
        made.push({ path: "ignoreChanges", kind: "removed", apply: () => ({ ignoreChanges: [] }) });
    }
    return made;
}

/** Whether a path is one that the ledger has to have a line for. */
export function inputPaths(resource: Resource): string[] {
    const found = new Set<string>();
    for (const [property, value] of Object.entries(resource.inputs)) {
        inside(
            value,
            property,
            () => () => ({}),
            [],
            path => found.add(path),
        );
    }
    return [...found];
}

function inside(
    value: Json,
    path: string,
    put: (changed: Json) => Change["apply"],
    made: Change[],
    see: (path: string) => void = () => {},
): void {
    const add = (kind: string, apply: Change["apply"], at = path) => made.push({ path: at, kind, apply });
    see(path);
    add("removed", put(undefined));
    if (value === UNKNOWN || value === null || value === undefined || /^(code|item)$/.test(path)) {
        return;
    }
    const document =
        typeof value === "string" && /^\s*[{[]/.test(value) && !OPAQUE.test(path) && !/environment\[\]/.test(path)
            ? parsed(value)
            : undefined;
    if (document !== undefined) {
        ofDocument(document, path, text => put(text), made, see);
    } else if (Array.isArray(value)) {
        ofList(value, path, put, made, see);
    } else if (typeof value === "object") {
        if (
            Object.keys(value).length > 0 &&
            /environment(Variables)?$|Variables$|Secrets$|options$|dimensions$/.test(path)
        ) {
            return;
        }
        for (const [key, inner] of Object.entries(value)) {
            inside(inner, `${path}.${key}`, changed => put(withKey(value, key, changed)), made, see);
        }
    } else {
        for (const [kind, worse] of worseValues(path, value)) {
            add(kind, put(worse));
        }
    }
}

function ofList(
    list: Json[],
    path: string,
    put: (changed: Json) => Change["apply"],
    made: Change[],
    see: (path: string) => void,
): void {
    for (const [at, element] of list.entries()) {
        const without = [...list.slice(0, at), ...list.slice(at + 1)];
        made.push({
            path: `${path}[]`,
            kind: without.length === 0 ? "emptied" : "element removed",
            apply: put(without),
        });
        see(`${path}[]`);
        const replaced = (changed: Json) =>
            put(changed === undefined ? without : [...list.slice(0, at), changed, ...list.slice(at + 1)]);
        if (typeof element === "object" && element !== null) {
            for (const [key, inner] of Object.entries(element)) {
                inside(inner, `${path}[].${key}`, changed => replaced(withKey(element, key, changed)), made, see);
            }
            for (const [kind, worse] of worseElements(path, element)) {
                made.push({ path: `${path}[]`, kind, apply: replaced(worse) });
            }
        } else {
            for (const [kind, worse] of worseValues(path, element)) {
                made.push({ path: `${path}[]`, kind, apply: replaced(worse) });
            }
        }
    }
}

function ofDocument(
    document: Json,
    path: string,
    put: (text: string) => Change["apply"],
    made: Change[],
    see: (path: string) => void,
): void {
    if (document.Statement !== undefined) {
        for (const { kind, document: worse } of rewrites(document, path === "assumeRolePolicy")) {
            made.push({ path, kind, apply: put(JSON.stringify(worse)) });
        }
        return;
    }
    const written = (changed: Json) => put(JSON.stringify(changed));
    if (Array.isArray(document)) {
        ofList(document, path, written, made, see);
    } else {
        for (const [key, inner] of Object.entries(document)) {
            inside(inner, `${path}.${key}`, changed => written(withKey(document, key, changed)), made, see);
        }
    }
}

/** Elements of lists for which a choice is made by a key without a value. */
function worseElements(path: string, element: Json): [string, Json][] {
    const made: [string, Json][] = [];
    if (path === "rules" && element.action?.block !== undefined) {
        made.push(
            ["block counts", { ...element, action: { count: {} } }],
            ["block allows", { ...element, action: { allow: {} } }],
        );
    }
    if (path === "rules" && element.overrideAction?.none !== undefined) {
        made.push(["group counts", { ...element, overrideAction: { count: {} } }]);
    }
    return made;
}

function withKey(object: Json, key: string, value: Json): Json {
    const { [key]: _, ...rest } = object;
    return value === undefined ? rest : { ...object, [key]: value };
}

/** References stay where the text that they gave is still there. */
function changedInputs(resource: Resource, property: string, value: Json): Partial<Resource> {
    const inputs = withKey(resource.inputs, property, value);
    const sources = resource.references[property];
    if (sources === undefined) {
        return { inputs };
    }
    const before = text(resource.inputs[property]);
    const after = text(value);
    const isStill = (source: Resource) => {
        const names = [...source.identities, ...Object.values(source.inputs)].filter(
            it => typeof it === "string" && it.length > 3,
        ) as string[];
        const named = names.filter(it => before.includes(it));
        return (
            value !== undefined &&
            (named.length === 0 ? after.length >= before.length * 0.8 : named.some(it => after.includes(it)))
        );
    };
    const references = { ...resource.references, [property]: sources.filter(isStill) };
    const stay = new Set(Object.values(references).flat());
    const dependencies = resource.dependencies.filter(it => stay.has(it) || !sources.includes(it));
    return { inputs, references, dependencies };
}

function text(value: Json): string {
    return value === undefined ? "" : (JSON.stringify(value, (_, inner) => (inner === UNKNOWN ? "?" : inner)) ?? "");
}

function plainOf(inputs: Json): Json {
    return JSON.parse(JSON.stringify(inputs, (_, inner) => (inner === UNKNOWN ? undefined : inner)));
}

function parsed(value: string): Json {
    try {
        const document = JSON.parse(value);
        return document !== null && typeof document === "object" ? document : undefined;
    } catch {
        return undefined;
    }
}
