import { isPublic } from "../../addresses";
import { resourceRule, stackRule } from "../../rule";
import { guardsALoadBalancer, isIngress, portOf, protocolOf, ranges } from "../../securityGroupRules";
import {
    DEFAULT_SECURITY_GROUP,
    LOAD_BALANCERS,
    NETWORK_ACL_RULE,
    SECURITY_GROUP,
    SECURITY_GROUP_INGRESS,
    SECURITY_GROUP_OLD_RULE,
} from "../../types";

const INGRESS = [SECURITY_GROUP_INGRESS, SECURITY_GROUP_OLD_RULE];
const WEB_PORTS = [80, 443];

export const worldIngress = stackRule({
    id: "world-ingress",
    controls: ["FSBP EC2.18", "FSBP EC2.19", "CIS 5.2", "CIS 5.3", "WA SEC05-BP02"],
    description: "Only load balancers take connections from public addresses, and only on ports 80 and 443.",
    remedy: "Let the internet in through a load balancer, and let that reach the service by its security group.",
    types: INGRESS,
    check(rule, expect, topology) {
        const isOpen = () => isIngress(rule) && (ranges(rule).some(isPublic) || !!rule.props["prefixListId"]);
        expect(
            () => !isOpen() || WEB_PORTS.includes(portOf(rule) ?? 0),
            "takes public addresses on a port other than 80 or 443",
            "fromPort",
        );
        expect(
            () => !isOpen() || guardsALoadBalancer(rule, topology),
            "takes public addresses into a security group that is not a load balancer's",
        );
    },
});

export const ingressNamesPorts = resourceRule({
    id: "ingress-names-its-port",
    controls: ["FSBP EC2.18", "WA SEC05-BP02"],
    description: "An ingress rule of a security group allows one port of one protocol.",
    remedy: "Make a rule for each port.",
    types: INGRESS,
    check(rule, expect) {
        expect(() => !isIngress(rule) || portOf(rule) !== undefined, "lets in more than one port", "toPort");
        expect(() => !isIngress(rule) || protocolOf(rule) !== "-1", "lets in every protocol", "ipProtocol");
    },
});

export const ingressNamesGroups = stackRule({
    id: "ingress-names-security-groups",
    controls: ["WA SEC05-BP02"],
    description: "Behind a load balancer, connections are let in by security group, not by address.",
    remedy: "Refer to the security group of whatever connects.",
    types: INGRESS,
    check(rule, expect, topology) {
        expect(
            () =>
                !isIngress(rule) ||
                (ranges(rule).length === 0 && rule.props["prefixListId"] === undefined) ||
                guardsALoadBalancer(rule, topology),
            "lets in a range of addresses",
        );
        expect(
            () =>
                rule.type !== SECURITY_GROUP_INGRESS ||
                ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"].some(it => it in rule.props),
            "lets nobody in: it names no source",
            "referencedSecurityGroupId",
        );
    },
});

export const noInlineRules = resourceRule({
    id: "no-inline-security-group-rules",
    controls: ["WA SEC05-BP02"],
    description: "Security groups have no inline rules: they and separate rules delete each other.",
    remedy: "Make each rule a SecurityGroupIngressRule or SecurityGroupEgressRule of its own.",
    types: [SECURITY_GROUP],
    check({ props }, expect) {
        for (const side of ["ingress", "egress"]) {
            // An empty list counts: it does not mean "unset", it revokes every rule.
            expect(() => !(side in props), `has inline ${side} rules`, side);
        }
    },
});

export const defaultGroupIsEmpty = resourceRule({
    id: "default-security-group-is-empty",
    controls: ["FSBP EC2.2", "CIS 5.4"],
    description: "The default security group of a VPC lets nothing in or out.",
    remedy: "Leave ingress and egress of the DefaultSecurityGroup out.",
    types: [DEFAULT_SECURITY_GROUP],
    check({ props }, expect) {
        for (const side of ["ingress", "egress"]) {
            expect(() => (props[side] ?? []).length === 0, `has ${side} rules`, side);
        }
    },
});

export const networkAcls = resourceRule({
    id: "network-acl-is-closed",
    controls: ["FSBP EC2.21", "CIS 5.1"],
    description: "No network ACL lets the internet in on the ports of SSH and RDP, or on all ports.",
    remedy: "Name the ports, or deny them.",
    types: [NETWORK_ACL_RULE],
    check({ props }, expect) {
        expect(
            () =>
                props["egress"] === true ||
                props["ruleAction"] !== "allow" ||
                !(isPublic(props["cidrBlock"]) || isPublic(props["ipv6CidrBlock"])) ||
                ![22, 3389].some(port => (props["fromPort"] ?? 0) <= port && port <= (props["toPort"] ?? 65535)),
            "lets the internet in on the ports of SSH or RDP",
            "fromPort",
        );
    },
});

export const loadBalancersHaveGroups = resourceRule({
    id: "load-balancer-has-a-security-group",
    controls: ["WA SEC05-BP02"],
    description: "A load balancer has a security group of its own; without, it has the default one.",
    remedy: "Name a security group.",
    types: LOAD_BALANCERS,
    check({ props }, expect) {
        expect(
            () => props["loadBalancerType"] === "gateway" || (props["securityGroups"] ?? []).length > 0,
            "has no security group of its own",
            "securityGroups",
        );
    },
});
