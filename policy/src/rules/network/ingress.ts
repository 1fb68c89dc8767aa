import { isPublic } from "../../addresses";
import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import { isPass } from "../../secretShapes";
import { groupsOf, guardsALoadBalancer, isIngress, portOf, protocolOf, ranges } from "../../securityGroupRules";
import type { Topology } from "../../topology";
import {
    DEFAULT_SECURITY_GROUP,
    LISTENER_RULES,
    LOAD_BALANCERS,
    NETWORK_ACL_RULE,
    NETWORK_ACLS,
    SECURITY_GROUP,
    SECURITY_GROUP_INGRESS,
    SECURITY_GROUP_OLD_RULE,
} from "../../types";

const INGRESS = [SECURITY_GROUP_INGRESS, SECURITY_GROUP_OLD_RULE];
const WEB_PORTS = [80, 443];
/** The inputs by which a rule, of either version of the resource, lets addresses in. */
const RANGES = ["cidrIpv4", "cidrIpv6", "cidrBlocks", "ipv6CidrBlocks", "prefixListId", "prefixListIds"];

export const worldIngress = stackRule("world-ingress", INGRESS, (rule, expect, topology) => {
    const isOpen = () =>
        isIngress(rule) &&
        (ranges(rule).some(isPublic) || !!rule.props["prefixListId"] || (rule.props["prefixListIds"] ?? []).length > 0);
    expect(
        "fromPort",
        "takes public addresses on a port other than 80 or 443",
        () => !isOpen() || WEB_PORTS.includes(portOf(rule) ?? 0),
    );
    expect(
        "securityGroupId",
        "takes public addresses for a load balancer that is inside the network",
        () => !isOpen() || isOnTheInternet(rule, topology),
    );
    expect(
        "securityGroupId",
        "takes public addresses into a security group that is not a load balancer's",
        () => !isOpen() || guardsALoadBalancer(rule, topology),
    );
});

export const cdnIsNotPassedBy = stackRule(
    "load-balancer-takes-addresses-of-the-cdn",
    [SECURITY_GROUP_INGRESS],
    (rule, expect, topology) => {
        const forwards = topology
            .ofType(...LISTENER_RULES)
            .filter(it => [...(it.props["actions"] ?? [])].some(({ type }) => type === "forward"));
        const isBehindCdn = () =>
            forwards.length > 0 &&
            forwards.every(it =>
                [...(it.props["conditions"] ?? [])].some(({ httpHeader: on }) => isPass(on?.httpHeaderName ?? "")),
            );
        expect(
            "cidrIpv4",
            "takes all addresses, and every route asks for the header of the CDN",
            () => !ranges(rule).some(it => /\/0$/.test(it)) || !guardsALoadBalancer(rule, topology) || !isBehindCdn(),
        );
    },
);

export const ingressNamesPorts = resourceRule("ingress-names-its-port", INGRESS, (rule, expect) => {
    expect("toPort", "lets in more than one port", () => !isIngress(rule) || portOf(rule) !== undefined);
    expect("lets in every protocol", () => !isIngress(rule) || protocolOf(rule) !== "-1");
});

export const ingressNamesGroups = stackRule("ingress-names-security-groups", INGRESS, (rule, expect, topology) => {
    for (const property of isIngress(rule) ? RANGES.filter(it => it in rule.props) : []) {
        expect(property, "lets in a range of addresses", () => guardsALoadBalancer(rule, topology));
    }
    expect(
        "referencedSecurityGroupId",
        "lets nobody in: it names no source",
        () =>
            rule.type !== SECURITY_GROUP_INGRESS ||
            ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"].some(it => it in rule.props),
    );
});

export const noInlineRules = resourceRule("no-inline-security-group-rules", [SECURITY_GROUP], ({ props }, expect) => {
    for (const side of ["ingress", "egress"]) {
        // An empty list counts: it does not mean "unset", it revokes every rule.
        expect(side, `has inline ${side} rules`, () => !(side in props));
    }
});

export const defaultGroupIsEmpty = resourceRule(
    "default-security-group-is-empty",
    [DEFAULT_SECURITY_GROUP],
    ({ props }, expect) => {
        for (const side of ["ingress", "egress"]) {
            expect(side, `has ${side} rules`, () => (props[side] ?? []).length === 0);
        }
    },
);

export const networkAcls = resourceRule(
    "network-acl-is-closed",
    [NETWORK_ACL_RULE, ...NETWORK_ACLS],
    ({ type, props }, expect) => {
        const rules: any[] = type === NETWORK_ACL_RULE ? [props] : [...(props["ingress"] ?? [])];
        for (const rule of rules) {
            const isAllPorts = () => ["-1", "all"].includes(String(rule.protocol));
            expect(
                type === NETWORK_ACL_RULE ? "fromPort" : "ingress",
                "lets the internet in on the ports of SSH or RDP",
                () =>
                    rule.egress === true ||
                    (rule.ruleAction ?? rule.action) !== "allow" ||
                    !(isPublic(rule.cidrBlock) || isPublic(rule.ipv6CidrBlock)) ||
                    ![22, 3389].some(port => isAllPorts() || (rule.fromPort <= port && port <= rule.toPort)),
            );
        }
    },
);

export const loadBalancersHaveGroups = resourceRule(
    "load-balancer-has-a-security-group",
    LOAD_BALANCERS,
    ({ props }, expect) => {
        expect(
            "securityGroups",
            "has no security group of its own",
            () => props["loadBalancerType"] === "gateway" || (props["securityGroups"] ?? []).length > 0,
        );
    },
);

/** Whether one of the load balancers that a rule guards is on the internet; also where it guards none. */
function isOnTheInternet(rule: Resource, topology: Topology): boolean {
    const guarded = groupsOf(rule, "securityGroupId", topology).flatMap(group =>
        topology.pointingAt(group, "securityGroups", ...LOAD_BALANCERS),
    );
    return guarded.length === 0 || guarded.some(it => it.props["internal"] !== true);
}
