import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const SCHEMA = JSON.parse(readFileSync(resolve(__dirname, "../../../schema/stack.schema.json"), "utf8"));

/** Whether a stack file has such a setting: `*` is the name of an entry, `[]` any element of a list. */
export function isSetting(path: string): boolean {
    const [block = "", ...rest] = path.replaceAll("[]", ".[]").split(".");
    const start = SCHEMA.properties.config.properties[`groundwork:${block}`];
    return rest.reduce((schemas, step) => schemas.flatMap(it => inside(it, step)), whole(start)).length > 0;
}

function inside(schema: any, step: string): any[] {
    const found = step === "*" ? schema.additionalProperties : step === "[]" ? schema.items : schema.properties?.[step];
    return whole(found);
}

/** A schema, or each of those that it is a choice of. */
function whole(schema: any): any[] {
    if (schema === undefined || typeof schema === "boolean") {
        return [];
    }
    const named = typeof schema.$ref === "string" ? [follow(schema.$ref)] : [];
    const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? []), ...named];
    return [schema, ...choices.flatMap(whole)];
}

function follow(reference: string): any {
    return reference
        .replace(/^#\//, "")
        .split("/")
        .reduce((schema, key) => schema[key], SCHEMA);
}
