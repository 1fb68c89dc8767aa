import * as aws from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const web: Record<string, Given> = {
    door: [aws.SECURITY_GROUP],
    balancer: [aws.LOAD_BALANCERS[0]!, { securityGroups: ["${door}"] }],
    rule: [
        aws.SECURITY_GROUP_INGRESS,
        { securityGroupId: "${door}", cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443 },
    ],
};
const inside: Given = [
    aws.SECURITY_GROUP_INGRESS,
    { referencedSecurityGroupId: "${door}", ipProtocol: "tcp", fromPort: 8080, toPort: 8080 },
];
const old: Given = [
    aws.SECURITY_GROUP_OLD_RULE,
    { type: "ingress", sourceSecurityGroupId: "${door}", protocol: "tcp", fromPort: 8080, toPort: 8080 },
];

export const cases: Cases = {
    "world-ingress": {
        sound: { ...web, inside },
        faults: [
            [
                "balancer.internal",
                true,
                "takes public addresses for a load balancer that is inside the network",
                "rule.securityGroupId",
            ],
            ["rule", [...at(22)], "takes public addresses on a port other than 80 or 443", "rule.fromPort"],
            [
                "balancer.securityGroups",
                [],
                "takes public addresses into a security group that is not a load balancer's",
                "rule.securityGroupId",
            ],
            [
                "inside.prefixListId",
                "pl-1",
                [
                    "inside.fromPort: takes public addresses on a port other than 80 or 443",
                    "inside.securityGroupId: takes public addresses into a security group that is not a load balancer's",
                ],
            ],
        ],
        harmless: [["rule.cidrIpv4", "10.0.0.0/8"]],
    },
    "ingress-names-its-port": {
        sound: { ...web, inside, old },
        faults: [
            ["inside.toPort", 8090, "lets in more than one port"],
            [
                "inside.ipProtocol",
                "-1",
                ["inside.toPort: lets in more than one port", "inside.ipProtocol: lets in every protocol"],
            ],
            ["old.protocol", "-1", ["old.toPort: lets in more than one port", "old.protocol: lets in every protocol"]],
        ],
        harmless: [["old.type", "egress"]],
    },
    "ingress-names-security-groups": {
        sound: { ...web, inside, old },
        faults: [
            ["inside.cidrIpv4", "10.0.0.0/16", "lets in a range of addresses"],
            ["inside.cidrIpv6", "fd00::/8", "lets in a range of addresses"],
            ["inside.prefixListId", "pl-1", "lets in a range of addresses"],
            ["old.cidrBlocks", ["10.0.0.0/16"], "lets in a range of addresses"],
            ["inside.referencedSecurityGroupId", GONE, "lets nobody in: it names no source"],
        ],
        present: "any range is one too many",
    },
    "no-inline-security-group-rules": {
        sound: { group: [aws.SECURITY_GROUP, { vpcId: "vpc-1" }] },
        faults: [
            ["group.ingress", [{ fromPort: 80 }], "has inline ingress rules"],
            ["group.egress", [], "has inline egress rules"],
        ],
        present: "that there are any is enough",
    },
    "default-security-group-is-empty": {
        sound: { group: [aws.DEFAULT_SECURITY_GROUP, { vpcId: "vpc-1", ingress: [] }] },
        faults: [
            ["group.ingress", [{ protocol: "-1" }], "has ingress rules"],
            ["group.egress", [{ protocol: "-1" }], "has egress rules"],
        ],
    },
    "network-acl-is-closed": {
        sound: {
            rule: [
                aws.NETWORK_ACL_RULE,
                { protocol: "tcp", ruleAction: "allow", cidrBlock: "0.0.0.0/0", fromPort: 443, toPort: 443 },
            ],
        },
        faults: [
            ["rule.fromPort", 0, "lets the internet in on the ports of SSH or RDP"],
            ["rule.toPort", 65535, "lets the internet in on the ports of SSH or RDP", "rule.fromPort"],
            [
                "rule",
                [
                    aws.NETWORK_ACL_RULE,
                    { protocol: "-1", ruleAction: "allow", cidrBlock: "0.0.0.0/0", fromPort: 0, toPort: 0 },
                ],
                "lets the internet in on the ports of SSH or RDP",
                "rule.fromPort",
            ],
        ],
        harmless: [["rule.egress", true]],
    },
    "load-balancer-has-a-security-group": {
        sound: { balancer: [aws.LOAD_BALANCERS[0]!, { securityGroups: ["sg-1"] }] },
        faults: [["balancer.securityGroups", [], "has no security group of its own"]],
        harmless: [["balancer", [aws.LOAD_BALANCERS[0]!, { loadBalancerType: "gateway" }]]],
    },
    "load-balancer-takes-addresses-of-the-cdn": {
        sound: {
            door: ["aws:ec2/securityGroup:SecurityGroup"],
            balancer: ["aws:lb/loadBalancer:LoadBalancer", { securityGroups: ["${door}"] }],
            rule: [
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                { securityGroupId: "${door}", cidrIpv4: "198.51.100.0/24" },
            ],
            route: [
                "aws:lb/listenerRule:ListenerRule",
                { actions: [{ type: "forward" }], conditions: [{ httpHeader: { httpHeaderName: "x-origin-pass" } }] },
            ],
        },
        faults: [["rule.cidrIpv4", "0.0.0.0/0", "takes all addresses, and every route asks for the header of the CDN"]],
    },
};

function at(port: number): Given {
    return [
        aws.SECURITY_GROUP_INGRESS,
        { securityGroupId: "${door}", cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: port, toPort: port },
    ];
}
