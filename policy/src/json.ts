/** The value of a JSON text, or undefined where it is none. */
export function jsonOf(text: string): any {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
