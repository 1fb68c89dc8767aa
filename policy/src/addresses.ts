/** Ranges that no address on the internet is in. */
const PRIVATE =
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|127\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:|::1$|::1\/)/i;
/** How long the prefix of a private range is at least; a shorter one takes in public addresses. */
const NARROWEST: [RegExp, number][] = [
    [/^10\./, 8],
    [/^172\./, 12],
    [/^192\.168\./, 16],
    [/^100\./, 10],
    [/^f[cd]/i, 7],
];

/** A range of more than 65,536 addresses, or of IPv6 of more than 65,536 networks. */
export function isWide(cidr: string): boolean {
    return Number(cidr.split("/")[1] ?? "128") < (cidr.includes(":") ? 48 : 16);
}

/** A range with an address on the internet in it, be it one or all of them. */
export function isPublic(cidr: string | undefined): boolean {
    if (!cidr) {
        return false;
    }
    const length = Number(cidr.split("/")[1] ?? "32");
    const narrowest = NARROWEST.find(([range]) => range.test(cidr))?.[1] ?? 0;
    return !PRIVATE.test(cidr) || length < narrowest;
}
