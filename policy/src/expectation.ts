/** States what must hold; it is judged only where every value it reads is known. */
export type Expect = (holds: () => boolean, otherwise: string) => void;

/** Runs a check and says whether it touched a value that only an update will know. */
export function judged(check: () => void): boolean {
    try {
        check();
        return true;
    } catch (error) {
        if (isUnknownValue(error)) {
            return false;
        }
        throw error;
    }
}

// The SDK throws this from the property's getter, and does not export its type.
function isUnknownValue(error: unknown): boolean {
    return error instanceof Error && error.constructor.name === "UnknownValueError";
}

export function expectation(report: (message: string) => void, unjudged: () => void): Expect {
    return (holds, otherwise) => {
        let outcome = true;
        if (!judged(() => (outcome = holds()))) {
            unjudged();
        } else if (!outcome) {
            report(otherwise);
        }
    };
}
