import { isPublic, isWide } from "../../addresses";
import { resourceRule, stackRule } from "../../rule";
import { groupsOf, isEgress, isIngress, portOf, protocolOf, ranges } from "../../securityGroupRules";
import { SECURITY_GROUP_EGRESS, SECURITY_GROUP_INGRESS, SECURITY_GROUP_OLD_RULE } from "../../types";

const EGRESS = [SECURITY_GROUP_EGRESS, SECURITY_GROUP_OLD_RULE];

export const egressNamesPorts = resourceRule({
    id: "egress-names-its-port",
    controls: ["WA SEC05-BP02"],
    description: "An egress rule of a security group allows one port of one protocol.",
    remedy: "Make a rule for each port that the program connects to.",
    types: EGRESS,
    check(rule, expect) {
        expect(() => !isEgress(rule) || protocolOf(rule) !== "-1", "lets out every protocol", "ipProtocol");
        expect(
            () =>
                rule.type !== SECURITY_GROUP_EGRESS ||
                ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"].some(it => it in rule.props),
            "lets nothing out: it names no destination",
            "cidrIpv4",
        );
        expect(() => !isEgress(rule) || portOf(rule) !== undefined, "lets out more than one port", "toPort");
    },
});

export const worldEgress = resourceRule<{ ports: number[] }>({
    id: "world-egress",
    level: "advisory",
    controls: ["WA SEC05-BP02"],
    description: "Egress to all addresses is HTTPS only; egress on other ports names its destinations.",
    remedy: "Name the range of the host, or its security group; add the port to `ports` where the host has no fixed address.",
    setting: "externals.*.addresses",
    parameters: {
        ports: {
            type: "array",
            items: { type: "integer" },
            default: [443],
            description: "Ports that may be open to all addresses.",
        },
    },
    types: EGRESS,
    check(rule, expect, { ports }) {
        expect(
            () =>
                !isEgress(rule) ||
                !ranges(rule).some(it => isPublic(it) && isWide(it)) ||
                ports.includes(portOf(rule) ?? 0),
            "allows egress to a large part of the internet on a port other than 443",
            "fromPort",
        );
    },
});

export const noRiskyEgress = resourceRule({
    id: "egress-has-no-risky-port",
    controls: ["WA SEC05-BP02"],
    description:
        "No egress to public addresses by the protocols that attacks use: SSH, Telnet, SMTP without TLS, SMB, RDP.",
    remedy: "Name a private range or a security group, or use the protocol's variant with TLS.",
    types: EGRESS,
    check(rule, expect) {
        expect(
            () =>
                !isEgress(rule) ||
                !ranges(rule).some(isPublic) ||
                ![20, 21, 22, 23, 25, 53, 137, 139, 389, 445, 3389].includes(portOf(rule) ?? 0),
            "lets out SSH, SMTP, SMB or RDP to public addresses",
            "fromPort",
        );
    },
});

export const rulesAreInPairs = stackRule({
    id: "security-group-rules-are-in-pairs",
    controls: ["WA SEC05-BP02"],
    description: "Egress from one group to another has its ingress rule there, and the reverse: each rule belongs to a link.",
    remedy: "Add the rule on the other side, or remove this one.",
    types: [SECURITY_GROUP_EGRESS, SECURITY_GROUP_INGRESS],
    check(rule, expect, topology) {
        const [own] = groupsOf(rule, "securityGroupId", topology);
        const [other] = groupsOf(rule, "referencedSecurityGroupId", topology);
        if (own === undefined || other === undefined) {
            return;
        }
        const opposite = rule.type === SECURITY_GROUP_EGRESS ? SECURITY_GROUP_INGRESS : SECURITY_GROUP_EGRESS;
        expect(
            () =>
                topology
                    .ofType(opposite, SECURITY_GROUP_OLD_RULE)
                    .filter(it => (opposite === SECURITY_GROUP_EGRESS ? isEgress(it) : isIngress(it)))
                    .filter(it => groupsOf(it, "securityGroupId", topology).includes(other))
                    .some(
                        it =>
                            protocolOf(it) === "-1" ||
                            (portOf(it) === portOf(rule) &&
                                protocolOf(it) === protocolOf(rule) &&
                                (ranges(it).length > 0 ||
                                    groupsOf(it, "referencedSecurityGroupId", topology).includes(own))),
                    ),
            () =>
                `has no counterpart: ${other.name} does not let ${rule.type === SECURITY_GROUP_EGRESS ? "in" : "out"} what this lets ${rule.type === SECURITY_GROUP_EGRESS ? "out" : "in"}`,
            "referencedSecurityGroupId",
        );
    },
});
