package groundwork.simulated.rules.network;

import static groundwork.aws.ResourceTypes.WAFV2_IP_SET;
import static groundwork.aws.ResourceTypes.WAFV2_WEB_ACL;

import groundwork.aws.GlobalRegion;
import groundwork.simulated.Existing;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What AWS WAF takes in web ACLs and IP sets. */
public final class FirewallRules {
    private static final int MOST_ADDRESSES = 10_000;
    private static final int MOST_RATE_RULES = 10;
    private static final int MOST_UNITS = 5_000;
    private static final int UNITS_OF_A_TRANSFORMATION = 10;

    /** The capacity units of AWS's own rule groups. */
    private static final Map<String, Integer> GROUP_UNITS = Map.of(
            "AWSManagedRulesCommonRuleSet", 700,
            "AWSManagedRulesKnownBadInputsRuleSet", 200,
            "AWSManagedRulesSQLiRuleSet", 200,
            "AWSManagedRulesAmazonIpReputationList", 25,
            "AWSManagedRulesAnonymousIpList", 50,
            "AWSManagedRulesLinuxRuleSet", 200,
            "AWSManagedRulesUnixRuleSet", 100,
            "AWSManagedRulesWindowsRuleSet", 200,
            "AWSManagedRulesPHPRuleSet", 100,
            "AWSManagedRulesAdminProtectionRuleSet", 100);

    private static final Map<String, Integer> MATCH_UNITS =
            Map.of("EXACTLY", 2, "STARTS_WITH", 2, "ENDS_WITH", 2, "CONTAINS", 10, "CONTAINS_WORD", 10);

    public static final List<Rule> ALL = List.of(
            Rule.of("firewall-scope", FirewallRules::scope, WAFV2_WEB_ACL, WAFV2_IP_SET),
            Rule.of("firewall-addresses", FirewallRules::addresses, WAFV2_IP_SET),
            Rule.of("firewall-priorities", FirewallRules::priorities, WAFV2_WEB_ACL),
            Rule.of("firewall-rule-names", FirewallRules::ruleNames, WAFV2_WEB_ACL),
            Rule.of("firewall-rates", FirewallRules::rates, WAFV2_WEB_ACL),
            Rule.of("firewall-actions", FirewallRules::actions, WAFV2_WEB_ACL),
            Rule.of("firewall-capacity", FirewallRules::capacity, WAFV2_WEB_ACL));

    private FirewallRules() {}

    private static void scope(Existing resource, Refusals refusals) {
        String scope = resource.text("scope").orElse("");
        refusals.unless(
                !scope.equals("CLOUDFRONT") || resource.place().region().equals(GlobalRegion.NAME),
                "scope",
                "CLOUDFRONT only goes with a provider in us-east-1, and this one is in %s",
                resource.place().region());
    }

    private static void addresses(Existing set, Refusals refusals) {
        var blocks = set.texts("addresses");
        blocks.forEach(block -> refusals.unless(
                !block.endsWith("/0"), "addresses", "\"%s\" is every address; AWS WAF does not accept /0", block));
        refusals.unless(
                blocks.size() <= MOST_ADDRESSES,
                "addresses",
                "has %d CIDRs; AWS takes %d",
                blocks.size(),
                MOST_ADDRESSES);
    }

    private static void priorities(Existing acl, Refusals refusals) {
        var seen = new HashSet<Long>();
        rules(acl).forEach(rule -> acl.number(rule + ".priority")
                .filter(priority -> !seen.add(priority))
                .ifPresent(priority -> refusals.add(rule + ".priority", "%d is taken by another rule", priority)));
    }

    private static void ruleNames(Existing acl, Refusals refusals) {
        var seen = new HashSet<String>();
        rules(acl).forEach(rule -> acl.text(rule + ".name").ifPresent(name -> {
            refusals.unless(seen.add(name), rule + ".name", "%s is taken by another rule", name);
            refusals.unless(
                    name.matches("[\\w-]{1,128}"),
                    rule + ".name",
                    "\"%s\" is not 1 to 128 letters, digits, dashes and underscores",
                    name);
        }));
    }

    private static void rates(Existing acl, Refusals refusals) {
        var rates = rules(acl)
                .map(rule -> rule + ".statement.rateBasedStatement")
                .filter(acl::has)
                .toList();
        refusals.unless(
                rates.size() <= MOST_RATE_RULES,
                "rules",
                "has %d rate-based rules; AWS takes %d",
                rates.size(),
                MOST_RATE_RULES);
        rates.forEach(rate -> acl.number(rate + ".limit")
                .ifPresent(limit -> refusals.unless(
                        limit >= 10 && limit <= 2_000_000_000L,
                        rate + ".limit",
                        "is %d; AWS takes 10 to 2,000,000,000",
                        limit)));
    }

    /** A rule acts by itself; one that refers to a group may only override what the group does. */
    private static void actions(Existing acl, Refusals refusals) {
        rules(acl).filter(rule -> acl.has(rule + ".statement")).forEach(rule -> {
            boolean isGroup = acl.has(rule + ".statement.managedRuleGroupStatement")
                    || acl.has(rule + ".statement.ruleGroupReferenceStatement");
            refusals.unless(
                    acl.has(rule + ".overrideAction") == isGroup && acl.has(rule + ".action") != isGroup,
                    rule,
                    isGroup ? "needs an overrideAction and no action" : "needs an action and no overrideAction");
        });
    }

    private static void capacity(Existing acl, Refusals refusals) {
        int units = rules(acl).mapToInt(rule -> units(acl, rule + ".statement")).sum();
        refusals.unless(units <= MOST_UNITS, "rules", "need %d capacity units; AWS takes %d", units, MOST_UNITS);
    }

    private static int units(Existing acl, String statement) {
        int own = acl.text(statement + ".managedRuleGroupStatement.name")
                .map(group -> GROUP_UNITS.getOrDefault(group, 0))
                .orElse(1);
        if (acl.has(statement + ".byteMatchStatement")) {
            own = acl.text(statement + ".byteMatchStatement.positionalConstraint")
                            .map(constraint -> MATCH_UNITS.getOrDefault(constraint, 0))
                            .orElse(0)
                    + UNITS_OF_A_TRANSFORMATION
                            * (int) acl.list(statement + ".byteMatchStatement.textTransformations").stream()
                                    .filter(transformation ->
                                            !String.valueOf(transformation).contains("NONE"))
                                    .count();
        }
        String scopeDown = statement + ".rateBasedStatement.scopeDownStatement";
        if (acl.has(statement + ".rateBasedStatement")) {
            own = 2 + (acl.has(scopeDown) ? units(acl, scopeDown) : 0);
        }
        return own;
    }

    private static Stream<String> rules(Existing acl) {
        return IntStream.range(0, acl.list("rules").size()).mapToObj(index -> "rules[" + index + "]");
    }
}
