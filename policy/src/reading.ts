/** Stands in a resource's inputs for a value that only the update will know. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** Where a value is: the URN of its resource, and its path in the inputs. */
export interface Place {
    urn: string;
    path: string;
}

/** Thrown when a rule reads a value that is not known. */
export class NotKnown extends Error {
    constructor(readonly place: Place) {
        super(`${place.path} is not known yet`);
    }
}

let lastRead: Place | undefined;

/** The property of this resource that was read last: what an expectation that just failed is about. */
export function pathRead(urn: string): string {
    return lastRead?.urn === urn ? lastRead.path : "";
}

export function forgetPath(): void {
    lastRead = undefined;
}

/** Inputs whose every reading is noticed, and which throw where a value is not known. */
export function guarded(inputs: Record<string, unknown>, urn: string): Record<string, any> {
    return guard(inputs, { urn, path: "" });
}

/** Reads a value, or `undefined` where it is not known. */
export function ifKnown<T>(read: () => T): T | undefined {
    try {
        return read();
    } catch (error) {
        if (error instanceof NotKnown) {
            return undefined;
        }
        throw error;
    }
}

/** Whether nothing in a value is left to the update. */
export function isKnown(value: unknown): boolean {
    return typeof value === "object" && value !== null ? Object.values(value).every(isKnown) : value !== UNKNOWN;
}

/** The same value with `UNKNOWN` in place of whatever stands for it where the value comes from. */
export function withUnknowns(value: any, unknowns: unknown[]): any {
    if (Array.isArray(value)) {
        return value.map(each => withUnknowns(each, unknowns));
    }
    if (value !== null && typeof value === "object") {
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withUnknowns(each, unknowns)]));
    }
    return unknowns.includes(value) ? UNKNOWN : value;
}

function guard<T extends object>(target: T, { urn, path }: Place): T {
    return new Proxy(target, {
        get(of, key, receiver) {
            const value = Reflect.get(of, key, receiver);
            if (typeof key === "symbol" || typeof value === "function" || (Array.isArray(of) && key === "length")) {
                return value;
            }
            const place = { urn, path: Array.isArray(of) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}` };
            lastRead = place;
            if (value === UNKNOWN) {
                throw new NotKnown(place);
            }
            return typeof value === "object" && value !== null ? guard(value, place) : value;
        },
    });
}
