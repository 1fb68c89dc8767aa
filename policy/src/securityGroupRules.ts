import type { Resource } from "./resource";
import { referred, type Topology } from "./topology";
import {
    LOAD_BALANCERS,
    SECURITY_GROUP,
    SECURITY_GROUP_EGRESS,
    SECURITY_GROUP_INGRESS,
    SECURITY_GROUP_OLD_RULE,
} from "./types";

/** Ranges that a rule of a security group opens, of either version of the resource. */
export function ranges({ type, props }: Resource): string[] {
    return type === SECURITY_GROUP_OLD_RULE
        ? [...(props["cidrBlocks"] ?? []), ...(props["ipv6CidrBlocks"] ?? [])]
        : [props["cidrIpv4"], props["cidrIpv6"]].filter(it => it !== undefined);
}

export function isIngress({ type, props }: Resource): boolean {
    return type === SECURITY_GROUP_INGRESS || (type === SECURITY_GROUP_OLD_RULE && props["type"] === "ingress");
}

export function isEgress({ type, props }: Resource): boolean {
    return type === SECURITY_GROUP_EGRESS || (type === SECURITY_GROUP_OLD_RULE && props["type"] === "egress");
}

export function protocolOf({ type, props }: Resource): string {
    return String(type === SECURITY_GROUP_OLD_RULE ? props["protocol"] : props["ipProtocol"]);
}

/** The one port that a rule is for; none where it is for all or for a range. */
export function portOf(rule: Resource): number | undefined {
    const { props } = rule;
    return ["tcp", "udp", "6", "17"].includes(protocolOf(rule)) && props["fromPort"] === props["toPort"]
        ? props["fromPort"]
        : undefined;
}

/** The security groups that a property of a rule means. */
export function groupsOf(rule: Resource, property: string, topology: Topology): Resource[] {
    const byReference = referred(rule, property, SECURITY_GROUP);
    return byReference.length > 0 ? byReference : topology.pointedAt(rule, property, SECURITY_GROUP);
}

/** Whether a rule belongs to the security group of a load balancer on the internet, or of one inside. */
export function guardsALoadBalancer(rule: Resource, topology: Topology): boolean {
    return groupsOf(rule, "securityGroupId", topology).some(
        group => topology.pointingAt(group, "securityGroups", ...LOAD_BALANCERS).length > 0,
    );
}
