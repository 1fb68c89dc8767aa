package groundwork.simulated.rules.network;

import static groundwork.aws.ResourceTypes.EC2_SECURITY_GROUP;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_EGRESS_RULE;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_INGRESS_RULE;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a firewall rule must say, and say once. */
public final class SecurityGroupRules {
    private static final List<String> PEERS =
            List.of("cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId");
    private static final List<String> MEANING = List.of(
            "referencedSecurityGroupId", "fromPort", "toPort", "cidrIpv4", "cidrIpv6", "prefixListId", "ipProtocol");
    private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "6", "17");
    private static final String DESCRIPTION = "[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{0,255}";

    public static final List<Rule> ALL = List.of(
            Rule.of(
                    "firewall-one-peer",
                    SecurityGroupRules::onePeer,
                    VPC_SECURITY_GROUP_INGRESS_RULE,
                    VPC_SECURITY_GROUP_EGRESS_RULE),
            Rule.of(
                    "firewall-ports",
                    SecurityGroupRules::ports,
                    VPC_SECURITY_GROUP_INGRESS_RULE,
                    VPC_SECURITY_GROUP_EGRESS_RULE),
            Rule.among(
                    "firewall-rule-once",
                    SecurityGroupRules::once,
                    VPC_SECURITY_GROUP_INGRESS_RULE,
                    VPC_SECURITY_GROUP_EGRESS_RULE),
            Rule.of(
                    "firewall-description",
                    SecurityGroupRules::description,
                    EC2_SECURITY_GROUP,
                    VPC_SECURITY_GROUP_INGRESS_RULE,
                    VPC_SECURITY_GROUP_EGRESS_RULE),
            Rule.among("firewall-rules-in-one-place", SecurityGroupRules::onePlace, EC2_SECURITY_GROUP));

    private SecurityGroupRules() {}

    private static void onePeer(Existing rule, Refusals refusals) {
        var peers = PEERS.stream().filter(rule::has).toList();
        refusals.unless(
                peers.size() == 1,
                "",
                "has %d peers; a rule has exactly one of %s",
                peers.size(),
                String.join(", ", PEERS));
    }

    private static void ports(Existing rule, Refusals refusals) {
        String protocol = rule.text("ipProtocol").orElse("");
        if (protocol.equals("-1")) {
            refusals.unless(
                    rule.number("fromPort").orElse(-1L) == -1
                            && rule.number("toPort").orElse(-1L) == -1,
                    "fromPort",
                    "all protocols means all ports; leave the ports out");
        } else if (WITH_PORTS.contains(protocol)) {
            refusals.unless(
                    rule.has("fromPort") && rule.has("toPort"), "fromPort", "%s needs fromPort and toPort", protocol);
            rule.number("fromPort").ifPresent(from -> rule.number("toPort")
                    .ifPresent(
                            to -> refusals.unless(from <= to, "fromPort", "%d is greater than toPort %d", from, to)));
        }
    }

    private static void once(Existing rule, World world, Refusals refusals) {
        rule.text("securityGroupId").ifPresent(group -> world.sharing(rule.type(), "securityGroupId", group).stream()
                .filter(other -> other.urn().compareTo(rule.urn()) < 0 && isSame(rule, other))
                .forEach(other -> refusals.add("", "%s is the same rule; keep one of them", other.name())));
    }

    /** Of two rules of one group. */
    private static boolean isSame(Existing rule, Existing other) {
        return MEANING.stream().allMatch(property -> Objects.equals(rule.value(property), other.value(property)))
                && PEERS.stream().noneMatch(peer -> rule.isUnknown(peer) || other.isUnknown(peer));
    }

    private static void description(Existing resource, Refusals refusals) {
        refusals.matches(
                "description",
                DESCRIPTION,
                "\"%s\" may have up to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*");
    }

    private static void onePlace(Existing group, World world, Refusals refusals) {
        judgeDirection(group, world, "ingress", VPC_SECURITY_GROUP_INGRESS_RULE, refusals);
        judgeDirection(group, world, "egress", VPC_SECURITY_GROUP_EGRESS_RULE, refusals);
    }

    private static void judgeDirection(Existing group, World world, String inline, String separate, Refusals refusals) {
        if (group.has(inline)) {
            refusals.unless(
                    world.sharing(separate, "securityGroupId", group.id()).isEmpty(),
                    inline,
                    "has rules inline and rules as resources of their own, and the two undo each other; keep the latter");
        }
    }
}
