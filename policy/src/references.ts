import type { PolicyResource } from "@pulumi/policy";
import { judged } from "./expectation";

export function ofType(resources: PolicyResource[], ...types: string[]): PolicyResource[] {
    return resources.filter(resource => types.includes(resource.type));
}

/** The resources, of the given types, whose outputs went into a property. */
export function referred(from: PolicyResource, property: string, ...types: string[]): PolicyResource[] {
    return ofType(from.propertyDependencies[property] ?? [], ...types);
}

/** Whether a property points at a resource: by reference, or by its id or ARN once those are known. */
export function pointsAt(from: PolicyResource, property: string, target: PolicyResource): boolean {
    if ((from.propertyDependencies[property] ?? []).some(resource => resource.urn === target.urn)) {
        return true;
    }
    const named: unknown = known(() => from.props[property]);
    const values = Array.isArray(named) ? [...named.keys()].map(at => known(() => named[at])) : [named];
    return ["id", "arn", "bucket", "name"]
        .map(key => known(() => target.props[key]))
        .some(identity => identity !== undefined && identity !== "" && values.includes(identity));
}

function known<T>(read: () => T): T | undefined {
    let value: T | undefined;
    judged(() => (value = read()));
    return value;
}
