import { isPublic, isWide } from "../../addresses";
import { resourceRule, stackRule } from "../../rule";
import { groupsOf, isEgress, isIngress, portOf, protocolOf, ranges } from "../../securityGroupRules";
import { SECURITY_GROUP_EGRESS, SECURITY_GROUP_INGRESS, SECURITY_GROUP_OLD_RULE } from "../../types";

const EGRESS = [SECURITY_GROUP_EGRESS, SECURITY_GROUP_OLD_RULE];

export const egressNamesPorts = resourceRule("egress-names-its-port", EGRESS, (rule, expect) => {
    expect("lets out every protocol", () => !isEgress(rule) || protocolOf(rule) !== "-1");
    expect(
        "cidrIpv4",
        "lets nothing out: it names no destination",
        () =>
            rule.type !== SECURITY_GROUP_EGRESS ||
            ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"].some(it => it in rule.props),
    );
    expect("toPort", "lets out more than one port", () => !isEgress(rule) || portOf(rule) !== undefined);
});

export const worldEgress = resourceRule<{ ports: number[] }>("world-egress", EGRESS, (rule, expect, { ports }) => {
    expect(
        "fromPort",
        "allows egress to a large part of the internet on a port other than 443",
        () =>
            !isEgress(rule) ||
            !ranges(rule).some(it => isPublic(it) && isWide(it)) ||
            ports.includes(portOf(rule) ?? 0),
    );
});

export const noRiskyEgress = resourceRule("egress-has-no-risky-port", EGRESS, (rule, expect) => {
    expect(
        "fromPort",
        "lets out SSH, SMTP, SMB or RDP to public addresses",
        () =>
            !isEgress(rule) ||
            !ranges(rule).some(isPublic) ||
            ![20, 21, 22, 23, 25, 53, 137, 139, 389, 445, 3389].includes(portOf(rule) ?? 0),
    );
});

export const rulesAreInPairs = stackRule(
    "security-group-rules-are-in-pairs",
    [SECURITY_GROUP_EGRESS, SECURITY_GROUP_INGRESS],
    (rule, expect, topology) => {
        const [own] = groupsOf(rule, "securityGroupId", topology);
        const [other] = groupsOf(rule, "referencedSecurityGroupId", topology);
        if (own === undefined || other === undefined) {
            return;
        }
        const opposite = rule.type === SECURITY_GROUP_EGRESS ? SECURITY_GROUP_INGRESS : SECURITY_GROUP_EGRESS;
        expect(
            "referencedSecurityGroupId",
            () =>
                `has no counterpart: ${other.name} does not let ${rule.type === SECURITY_GROUP_EGRESS ? "in" : "out"} what this lets ${rule.type === SECURITY_GROUP_EGRESS ? "out" : "in"}`,
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
        );
    },
);
