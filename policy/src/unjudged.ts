const waiting = new Map<string, Set<string>>();

/** Remembers that a rule met a value which only an update will know. */
export function remember(rule: string, urn: string): void {
    waiting.set(rule, (waiting.get(rule) ?? new Set()).add(urn));
}

/** Remembered checks as `rule (count)`, sorted; forgets them. */
export function drain(): string[] {
    const lines = [...waiting].map(([rule, urns]) => `${rule} (${urns.size})`).sort();
    waiting.clear();
    return lines;
}
