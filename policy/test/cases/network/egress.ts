import * as aws from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const port = (number: number) => ({ ipProtocol: "tcp", fromPort: number, toPort: number });
const out = (cidrIpv4: string, number: number): Given => [aws.SECURITY_GROUP_EGRESS, { cidrIpv4, ...port(number) }];

export const cases: Cases = {
    "egress-names-its-port": {
        sound: {
            rule: out("0.0.0.0/0", 443),
            old: [
                aws.SECURITY_GROUP_OLD_RULE,
                { type: "egress", cidrBlocks: ["0.0.0.0/0"], protocol: "tcp", fromPort: 443, toPort: 443 },
            ],
        },
        faults: [
            ["rule.toPort", 444, "lets out more than one port"],
            [
                "rule.ipProtocol",
                "-1",
                ["rule.ipProtocol: lets out every protocol", "rule.toPort: lets out more than one port"],
            ],
            [
                "old.protocol",
                "-1",
                ["old.protocol: lets out every protocol", "old.toPort: lets out more than one port"],
            ],
            ["rule.cidrIpv4", GONE, "lets nothing out: it names no destination"],
        ],
    },
    "world-egress": {
        sound: { rule: out("52.0.0.0/24", 27017), web: out("0.0.0.0/0", 443) },
        faults: [
            [
                "rule.cidrIpv4",
                "52.0.0.0/8",
                "allows egress to a large part of the internet on a port other than 443",
                "rule.fromPort",
            ],
            [
                "web",
                out("0.0.0.0/0", 5432),
                "allows egress to a large part of the internet on a port other than 443",
                "web.fromPort",
            ],
        ],
    },
    "egress-has-no-risky-port": {
        sound: { rule: out("10.0.0.0/8", 22) },
        faults: [
            ["rule.cidrIpv4", "0.0.0.0/0", "lets out SSH, SMTP, SMB or RDP to public addresses", "rule.fromPort"],
            ["rule.cidrIpv4", "203.0.113.7/32", "lets out SSH, SMTP, SMB or RDP to public addresses", "rule.fromPort"],
        ],
    },
    "security-group-rules-are-in-pairs": {
        sound: {
            web: [aws.SECURITY_GROUP],
            db: [aws.SECURITY_GROUP],
            egress: [
                aws.SECURITY_GROUP_EGRESS,
                { securityGroupId: "${web}", referencedSecurityGroupId: "${db}", ...port(5432) },
            ],
            ingress: [
                aws.SECURITY_GROUP_INGRESS,
                { securityGroupId: "${db}", referencedSecurityGroupId: "${web}", ...port(5432) },
            ],
        },
        faults: [
            [
                "ingress",
                GONE,
                "has no counterpart: db does not let in what this lets out",
                "egress.referencedSecurityGroupId",
            ],
            [
                "egress",
                GONE,
                "has no counterpart: web does not let out what this lets in",
                "ingress.referencedSecurityGroupId",
            ],
            [
                "ingress",
                [
                    aws.SECURITY_GROUP_INGRESS,
                    { securityGroupId: "${db}", referencedSecurityGroupId: "${web}", ...port(5433) },
                ],
                [
                    "egress.referencedSecurityGroupId: has no counterpart: db does not let in what this lets out",
                    "ingress.referencedSecurityGroupId: has no counterpart: web does not let out what this lets in",
                ],
            ],
        ],
    },
};
