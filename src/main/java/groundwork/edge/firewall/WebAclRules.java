package groundwork.edge.firewall;

import com.pulumi.aws.wafv2.inputs.WebAclRuleActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementFieldToMatchSingleHeaderArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementTextTransformationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementGeoMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementIpSetReferenceStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementNotStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchUriPathArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementTextTransformationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.edge.OriginSecret;
import groundwork.plan.names.NameRule;
import groundwork.plan.names.Suffix;
import groundwork.settings.edge.WafSettings;
import groundwork.settings.edge.WafSettings.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The rules of one firewall, tried in the order in which they are added. */
final class WebAclRules {
    private static final int SECONDS_OF_RATE = 300;
    private static final List<String> PLAIN_PATH = List.of("URL_DECODE", "NORMALIZE_PATH", "LOWERCASE");

    private final WafSettings settings;
    private final Component acl;
    private final List<WebAclRuleArgs> rules = new ArrayList<>();

    WebAclRules(WafSettings settings, Component acl) {
        this.settings = settings;
        this.acl = acl;
    }

    List<WebAclRuleArgs> all() {
        return List.copyOf(rules);
    }

    void admit(OriginSecret pass) {
        var header = WebAclRuleStatementByteMatchStatementFieldToMatchArgs.builder()
                .singleHeader(WebAclRuleStatementByteMatchStatementFieldToMatchSingleHeaderArgs.builder()
                        .name(pass.header())
                        .build())
                .build();
        var carriesPass = WebAclRuleStatementByteMatchStatementArgs.builder()
                .fieldToMatch(header)
                .positionalConstraint("EXACTLY")
                .searchString(pass.value())
                .textTransformations(WebAclRuleStatementByteMatchStatementTextTransformationArgs.builder()
                        .priority(0)
                        .type("NONE")
                        .build())
                .build();
        var admitted = WebAclRuleActionArgs.builder()
                .allow(WebAclRuleActionAllowArgs.builder().build())
                .build();
        add("from-cdn", statement().byteMatchStatement(carriesPass), admitted);
    }

    void keepOut(Output<String> ipSet) {
        add("denied", isIn(ipSet), blocked());
    }

    void keepOutAllBut(Output<String> ipSet) {
        var isStranger = WebAclRuleStatementNotStatementArgs.builder()
                .statements(isIn(ipSet).build())
                .build();
        add("strangers", statement().notStatement(isStranger), blocked());
    }

    void keepOutAllCountriesBut(List<String> countries) {
        var isServed = statement()
                .geoMatchStatement(WebAclRuleStatementGeoMatchStatementArgs.builder()
                        .countryCodes(countries)
                        .build())
                .build();
        var isElsewhere = WebAclRuleStatementNotStatementArgs.builder()
                .statements(isServed)
                .build();
        add("countries", statement().notStatement(isElsewhere), blocked());
    }

    /** A path that has a limit of its own counts for the general one too. */
    void limitRates() {
        add("rate", statement().rateBasedStatement(faster(settings.rateLimit()).build()), blocked());
        for (var limit : settings.limits()) {
            var isTooFast = faster(limit.requests()).scopeDownStatement(startsWith(limit.path()));
            var name = "rate-" + Suffix.of(limit.path().substring(1), "/");
            add(name, statement().rateBasedStatement(isTooFast.build()), blocked());
        }
    }

    private static WebAclRuleStatementRateBasedStatementArgs.Builder faster(int requests) {
        return WebAclRuleStatementRateBasedStatementArgs.builder()
                .limit(requests)
                .evaluationWindowSec(SECONDS_OF_RATE)
                .aggregateKeyType("IP");
    }

    /** Whatever way the path is written, the service may take it for the same one. */
    private static WebAclRuleStatementRateBasedStatementScopeDownStatementArgs startsWith(String path) {
        var uriPath =
                WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchArgs.builder()
                        .uriPath(
                                WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchUriPathArgs
                                        .builder()
                                        .build())
                        .build();
        var transformations = IntStream.range(0, PLAIN_PATH.size())
                .mapToObj(i ->
                        WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementTextTransformationArgs
                                .builder()
                                .priority(i)
                                .type(PLAIN_PATH.get(i))
                                .build())
                .toList();
        return WebAclRuleStatementRateBasedStatementScopeDownStatementArgs.builder()
                .byteMatchStatement(
                        WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementArgs.builder()
                                .fieldToMatch(uriPath)
                                .positionalConstraint("STARTS_WITH")
                                .searchString(path.toLowerCase(Locale.ROOT))
                                .textTransformations(transformations)
                                .build())
                .build();
    }

    private static WebAclRuleStatementArgs.Builder isIn(Output<String> ipSet) {
        return statement()
                .ipSetReferenceStatement(WebAclRuleStatementIpSetReferenceStatementArgs.builder()
                        .arn(ipSet)
                        .build());
    }

    void addManagedGroups() {
        settings.rules().stream().distinct().sorted().forEach(this::addManaged);
    }

    private void addManaged(RuleGroup group) {
        var managed = WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                .vendorName("AWS")
                .name(nameOf(group));
        if (group == RuleGroup.COMMON) {
            managed.ruleActionOverrides(onlyCounted("SizeRestrictions_BODY"));
        }
        rules.add(rule(nameOf(group), statement().managedRuleGroupStatement(managed.build()))
                .overrideAction(overrideAction())
                .build());
    }

    /** A form or an upload of more than 8 KB is no attack. */
    private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs onlyCounted(String rule) {
        var count = WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs.builder()
                .count(WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs.builder()
                        .build())
                .build();
        return WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs.builder()
                .name(rule)
                .actionToUse(count)
                .build();
    }

    private static String nameOf(RuleGroup group) {
        return switch (group) {
            case COMMON -> "AWSManagedRulesCommonRuleSet";
            case BAD_INPUTS -> "AWSManagedRulesKnownBadInputsRuleSet";
            case SQL_INJECTION -> "AWSManagedRulesSQLiRuleSet";
            case REPUTATION -> "AWSManagedRulesAmazonIpReputationList";
            case ANONYMOUS -> "AWSManagedRulesAnonymousIpList";
            case LINUX -> "AWSManagedRulesLinuxRuleSet";
        };
    }

    private void add(String name, WebAclRuleStatementArgs.Builder when, WebAclRuleActionArgs then) {
        rules.add(rule(name, when).action(then).build());
    }

    private WebAclRuleArgs.Builder rule(String name, WebAclRuleStatementArgs.Builder when) {
        return WebAclRuleArgs.builder()
                .name(name)
                .priority(rules.size())
                .statement(when.build())
                .visibilityConfig(WebAclRuleVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(acl.stack().names().of(NameRule.WEB_ACL, acl.name(), name))
                        .sampledRequestsEnabled(false)
                        .build());
    }

    private WebAclRuleActionArgs blocked() {
        var action = WebAclRuleActionArgs.builder();
        return settings.countOnly()
                ? action.count(WebAclRuleActionCountArgs.builder().build()).build()
                : action.block(WebAclRuleActionBlockArgs.builder().build()).build();
    }

    private WebAclRuleOverrideActionArgs overrideAction() {
        var action = WebAclRuleOverrideActionArgs.builder();
        return settings.countOnly()
                ? action.count(WebAclRuleOverrideActionCountArgs.builder().build())
                        .build()
                : action.none(WebAclRuleOverrideActionNoneArgs.builder().build())
                        .build();
    }

    private static WebAclRuleStatementArgs.Builder statement() {
        return WebAclRuleStatementArgs.builder();
    }
}
