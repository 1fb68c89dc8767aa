import { forgetPath, NotKnown, pathRead } from "./reading";
import type { Resource } from "./resource";

/**
 * States what must hold of a resource. What is wrong is the property read last, unless a path is given.
 * Where it reads a value that only the update will know, the verdict is unknown.
 */
export interface Expect {
    (path: string, otherwise: Text, holds: () => boolean): void;
    (otherwise: Text, holds: () => boolean): void;
}

/** A text that is made only where it is told. */
type Text = string | (() => string);

export type Said =
    | { verdict: "passed" }
    | { verdict: "violated"; path: string; message: string }
    | { verdict: "unknown"; path: string };

export function expectation(resource: Resource, say: (said: Said) => void): Expect {
    return (...stated: [string, Text, () => boolean] | [Text, () => boolean]) => {
        const [path, otherwise, holds] = stated.length === 2 ? [undefined, ...stated] : stated;
        forgetPath();
        try {
            if (holds()) {
                say({ verdict: "passed" });
            } else {
                const at = path ?? pathRead(resource.urn);
                const message = typeof otherwise === "string" ? otherwise : otherwise();
                say({ verdict: "violated", path: at, message });
            }
        } catch (error) {
            say(unended(error));
        }
    };
}

/** The verdict of a check that could not be ended: a value is not known, or not of the form that AWS takes. */
export function unended(error: unknown): Said {
    if (error instanceof NotKnown) {
        return { verdict: "unknown", path: error.place.path };
    }
    if (error instanceof TypeError) {
        return { verdict: "violated", path: "", message: "lacks a value that the rule reads" };
    }
    throw error;
}
