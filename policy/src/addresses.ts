/** A range so wide that it can only mean everyone; 10.0.0.0/8 is the widest that does not. */
export function isWorld(cidr: string | undefined): boolean {
    if (!cidr) {
        return false;
    }
    const [address = "", length = ""] = cidr.split("/");
    return Number(length) < (address.includes(":") ? 7 : 8);
}
