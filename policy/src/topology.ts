import { ifKnown, isKnown, type Place } from "./reading";
import type { Resource } from "./resource";

/** All resources of a stack, found by type and by how they refer to each other. */
export class Topology {
    private readonly byType = new Map<string, Resource[]>();
    private readonly typesRead = new Set<string>();
    private accountFound: { account: string | undefined } | undefined;

    constructor(
        readonly resources: Resource[],
        like?: Topology,
    ) {
        this.accountFound = like?.accountFound;
        for (const resource of resources) {
            const alike = this.byType.get(resource.type);
            alike === undefined ? this.byType.set(resource.type, [resource]) : alike.push(resource);
        }
    }

    ofType(...types: string[]): Resource[] {
        types.forEach(type => this.typesRead.add(type));
        return types.flatMap(type => this.byType.get(type) ?? []);
    }

    /** The resources of the given types that a property points at, by reference or by a value that names them. */
    pointedAt(from: Resource, property: string, ...types: string[]): Resource[] {
        return this.ofType(...types).filter(target => pointsAt(from, property, target));
    }

    /** The resources of the given types that point at this one by a property. */
    pointingAt(target: Resource, property: string, ...types: string[]): Resource[] {
        return this.ofType(...types).filter(from => pointsAt(from, property, target));
    }

    /** From here on, `lostReference` is about what is read anew. */
    forgetReads(): void {
        this.typesRead.clear();
    }

    /**
     * An unknown value that may name any resource, where others were read: of this resource, or of those. At a preview the Java
     * SDK does not tell the engine which resources unknown outputs are of.
     */
    lostReference(resource: Resource): Place | undefined {
        const read = [...this.typesRead].flatMap(type => this.byType.get(type) ?? []);
        const from = this.typesRead.size === 0 ? [] : [resource, ...read];
        for (const { urn, inputs, references } of from) {
            const path = Object.keys(inputs).find(it => !references[it]?.length && !isKnown(inputs[it]));
            if (path !== undefined) {
                return { urn, path };
            }
        }
        return undefined;
    }

    /** The account that the stack is in: the one that its ARNs name most. */
    get account(): string | undefined {
        this.accountFound ??= { account: accountOf(this.resources) };
        return this.accountFound.account;
    }

    /** Whether the program is groundwork, whose settings a remedy may name. */
    get isGroundwork(): boolean {
        return this.resources.some(resource => resource.type.startsWith("groundwork:"));
    }
}

function accountOf(resources: Resource[]): string | undefined {
    const counts = new Map<string, number>();
    for (const { inputs } of resources) {
        for (const [, account = ""] of JSON.stringify(inputs).matchAll(/arn:aws[\w-]*:[\w-]*:[\w-]*:(\d{12}):/g)) {
            counts.set(account, (counts.get(account) ?? 0) + 1);
        }
    }
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** Whether a property points at a resource: by reference, or by its id, ARN or name once those are known. */
export function pointsAt(from: Resource, property: string, target: Resource): boolean {
    if ((from.references[property] ?? []).some(resource => resource.urn === target.urn)) {
        return true;
    }
    const named: unknown = ifKnown(() => from.props[property]);
    const values = Array.isArray(named) ? [...named.keys()].map(at => ifKnown(() => named[at])) : [named];
    return values.some(value => typeof value === "string" && value !== "" && isNamed(target, value));
}

/** The resources, of the given types, whose outputs went into a property. */
export function referred(from: Resource, property: string, ...types: string[]): Resource[] {
    return ofType(from.references[property] ?? [], ...types);
}

export function ofType(resources: Resource[], ...types: string[]): Resource[] {
    return resources.filter(resource => types.includes(resource.type));
}

function isNamed(target: Resource, value: string): boolean {
    return (
        target.identities.includes(value) ||
        ["id", "arn", "bucket", "name"].some(key => ifKnown(() => target.props[key]) === value)
    );
}
