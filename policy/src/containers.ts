import { jsonOf } from "./json";
import type { Resource } from "./resource";

/** The containers of a task definition, each with the path of its place in the document. */
export function containersOf(task: Resource): { path: string; container: any }[] {
    const definitions: unknown = task.props["containerDefinitions"];
    const parsed = typeof definitions === "string" ? jsonOf(definitions) : definitions;
    return [...(Array.isArray(parsed) ? parsed : [])].map((container, at) => ({
        path: `containerDefinitions[${at}]`,
        container,
    }));
}
