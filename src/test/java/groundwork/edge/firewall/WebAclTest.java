package groundwork.edge.firewall;

import static groundwork.aws.ResourceTypes.CLOUDFRONT_DISTRIBUTION;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_LOG_GROUP;
import static groundwork.aws.ResourceTypes.LB_LOAD_BALANCER;
import static groundwork.aws.ResourceTypes.WAFV2_WEB_ACL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebAclTest {
    @Test
    void triesItsRulesInAnOrderThatTheFileDoesNotDecide() {
        var acl = web("{rules: [linux, reputation, common], rateLimit: 500, allow: [203.0.113.0/24]}")
                .record()
                .named(WAFV2_WEB_ACL, "firewall-acl");

        assertThat(acl.text("scope")).isEqualTo("REGIONAL");
        assertThat(acl.map("defaultAction")).containsOnlyKeys("allow");
        assertThat(acl.list("rules"))
                .extracting(rule -> field(rule, "name"), rule -> field(rule, "action"))
                .containsExactly(
                        tuple("strangers", Map.of("block", Map.of())),
                        tuple("rate", Map.of("block", Map.of())),
                        tuple("AWSManagedRulesCommonRuleSet", null),
                        tuple("AWSManagedRulesAmazonIpReputationList", null),
                        tuple("AWSManagedRulesLinuxRuleSet", null));
        assertThat(acl.number("rules[4].priority")).isEqualTo(4);
        assertThat(acl.number("rules[1].statement.rateBasedStatement.limit")).isEqualTo(500);
        assertThat(acl.number("rules[1].statement.rateBasedStatement.evaluationWindowSec"))
                .isEqualTo(300);
        assertThat(acl.map("rules[2].overrideAction")).containsOnlyKeys("none");
        assertThat(acl.text("rules[2].statement.managedRuleGroupStatement.ruleActionOverrides[0].name"))
                .isEqualTo("SizeRestrictions_BODY");
    }

    @Test
    void keepsOutEverybodyWhoIsNotInTheSetOfAllowedBlocks() {
        var recording = web("{allow: [203.0.113.0/24, 198.51.100.0/24]}").record();

        var set = recording.named("aws:wafv2/ipSet:IpSet", "firewall-allowed");
        assertThat(set.list("addresses")).containsExactly("198.51.100.0/24", "203.0.113.0/24");
        assertThat(recording
                        .named(WAFV2_WEB_ACL, "firewall-acl")
                        .text("rules[0].statement.notStatement.statements[0].ipSetReferenceStatement.arn"))
                .isEqualTo(set.text("arn"));
    }

    @Test
    void keepsTheCdnsCountriesWherePeopleGoRoundIt() {
        var recording = web("{}").with("cdn", "{countries: [US, CA]}").record();

        var acl = recording.named(WAFV2_WEB_ACL, "firewall-acl");
        assertThat(acl.text("rules[0].name")).isEqualTo("from-cdn");
        assertThat(acl.text("rules[1].name")).isEqualTo("countries");
        assertThat(acl.map("rules[1].action")).containsOnlyKeys("block");
        assertThat(acl.list("rules[1].statement.notStatement.statements[0].geoMatchStatement.countryCodes"))
                .containsExactly("US", "CA");
        assertThat(recording.named(WAFV2_WEB_ACL, "cdn-firewall-acl").list("rules"))
                .extracting(rule -> field(rule, "name"))
                .doesNotContain("countries");
    }

    @Test
    void keepsOutDeniedBlocksBeforeItAsksAnythingElse() {
        var recording = web("{allow: [203.0.113.0/24], deny: [203.0.113.7/32], countries: [US]}")
                .record();

        var acl = recording.named(WAFV2_WEB_ACL, "firewall-acl");
        assertThat(acl.list("rules"))
                .extracting(rule -> field(rule, "name"))
                .startsWith("denied", "countries", "strangers", "rate");
        assertThat(acl.map("rules[0].action")).containsOnlyKeys("block");
        var set = recording.named("aws:wafv2/ipSet:IpSet", "firewall-denied");
        assertThat(set.list("addresses")).containsExactly("203.0.113.7/32");
        assertThat(set.text("name"))
                .isNotEqualTo(recording
                        .named("aws:wafv2/ipSet:IpSet", "firewall-allowed")
                        .text("name"));
        assertThat(acl.text("rules[0].statement.ipSetReferenceStatement.arn")).isEqualTo(set.text("arn"));
        assertThat(acl.list("rules[1].statement.notStatement.statements[0].geoMatchStatement.countryCodes"))
                .containsExactly("US");
    }

    @Test
    void limitsALoginMoreStrictlyHoweverItsPathIsWritten() {
        var acl = web("{limits: [{path: /API/auth, requests: 100}]}").record().named(WAFV2_WEB_ACL, "firewall-acl");

        var login = "rules[1].statement.rateBasedStatement.";
        assertThat(acl.text("rules[1].name")).isEqualTo("rate-api-auth-4dcd92");
        assertThat(acl.map("rules[1].action")).containsOnlyKeys("block");
        assertThat(acl.number(login + "limit")).isEqualTo(100);
        assertThat(acl.number(login + "evaluationWindowSec")).isEqualTo(300);
        assertThat(acl.text(login + "aggregateKeyType")).isEqualTo("IP");
        var match = login + "scopeDownStatement.byteMatchStatement.";
        assertThat(acl.text(match + "searchString")).isEqualTo("/api/auth");
        assertThat(acl.text(match + "positionalConstraint")).isEqualTo("STARTS_WITH");
        assertThat(acl.map(match + "fieldToMatch")).containsOnlyKeys("uriPath");
        assertThat(acl.list(match + "textTransformations"))
                .containsExactly(
                        Map.of("priority", 0L, "type", "URL_DECODE"),
                        Map.of("priority", 1L, "type", "NORMALIZE_PATH"),
                        Map.of("priority", 2L, "type", "LOWERCASE"));
    }

    @Test
    void servesOnlyTheNamedCountriesAtEveryEntrance() {
        var recording = web("{countries: [US, CA]}").with("cdn", "{}").record();

        assertThat(recording.named(WAFV2_WEB_ACL, "firewall-acl").text("rules[1].name"))
                .isEqualTo("countries");
        assertThat(recording.named(WAFV2_WEB_ACL, "cdn-firewall-acl").text("rules[0].name"))
                .isEqualTo("countries");
    }

    @Test
    void blocksNothingWhereItOnlyCounts() {
        var acl =
                web("{allow: [203.0.113.0/24], deny: [203.0.113.7/32], limits: [{path: /login, requests: 50}], countOnly: true}")
                        .record()
                        .named(WAFV2_WEB_ACL, "firewall-acl");

        assertThat(acl.list("rules")).allSatisfy(rule -> assertThat(((Map<?, ?>) rule).values())
                .anyMatch(action -> action.equals(Map.of("count", Map.of()))));
    }

    @Test
    void guardsTheLoadBalancer() {
        var recording = web("{}").record();

        var association =
                recording.named("aws:wafv2/webAclAssociation:WebAclAssociation", "firewall-guards-load-balancer");
        assertThat(association.text("webAclArn"))
                .isEqualTo(recording.named(WAFV2_WEB_ACL, "firewall-acl").text("arn"));
        assertThat(association.text("resourceArn"))
                .isEqualTo(recording
                        .named(LB_LOAD_BALANCER, "load-balancer-balancer")
                        .text("arn"));
    }

    @Test
    void logsWhatItCaughtWithoutCredentials() {
        var recording = web("{}").record();

        var group = recording.named(CLOUDWATCH_LOG_GROUP, "firewall-log-group");
        var delivery = recording.named(
                "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "firewall-log-delivery");
        assertThat(group.text("name")).isEqualTo("aws-waf-logs-shop-test-firewall");
        assertThat(group.number("retentionInDays")).isEqualTo(30);
        assertThat(delivery.list("logDestinationConfigs")).containsExactly(group.text("arn"));
        assertThat(delivery.text("loggingFilter.defaultBehavior")).isEqualTo("DROP");
        assertThat(delivery.list("redactedFields"))
                .containsExactly(
                        Map.of("singleHeader", Map.of("name", "authorization")),
                        Map.of("singleHeader", Map.of("name", "cookie")),
                        Map.of("singleHeader", Map.of("name", "x-origin-pass")));
    }

    @Test
    void savesTheQuestionWhomItCaught() {
        var recording = web("{}").record();

        var query = recording.named("aws:cloudwatch/queryDefinition:QueryDefinition", "firewall-log-query");
        assertThat(query.text("name")).isEqualTo("shop/test/firewall");
        assertThat(query.list("logGroupNames")).containsExactly("aws-waf-logs-shop-test-firewall");
    }

    @Test
    void keepsNoSamples() {
        var acl = web("{allow: [203.0.113.0/24]}").with("cdn", "{}").record().named(WAFV2_WEB_ACL, "firewall-acl");

        assertThat(acl.flag("visibilityConfig.sampledRequestsEnabled")).isFalse();
        for (int i = 0; i < acl.list("rules").size(); i++) {
            assertThat(acl.flag("rules[" + i + "].visibilityConfig.sampledRequestsEnabled"))
                    .isFalse();
        }
    }

    @Test
    void letsThroughWhatTheCdnHasLetThrough() {
        var recording = web("{}").with("cdn", "{}").record();

        var pass = recording.named(WAFV2_WEB_ACL, "firewall-acl");
        assertThat(pass.text("rules[0].name")).isEqualTo("from-cdn");
        assertThat(pass.map("rules[0].action")).containsOnlyKeys("allow");
        assertThat(pass.text("rules[0].statement.byteMatchStatement.fieldToMatch.singleHeader.name"))
                .isEqualTo("x-origin-pass");
        assertThat(pass.isSecret("rules[0].statement.byteMatchStatement.searchString"))
                .isTrue();
        assertThat(recording
                        .named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution")
                        .text("origins[1].customHeaders[0].value"))
                .isEqualTo(pass.text("rules[0].statement.byteMatchStatement.searchString"));
    }

    @Test
    void ofTheCdnLivesWhereCloudFrontLooksWithAKeyThatIsThere() {
        var recording = web("{}").with("cdn", "{}").inRegion("eu-west-1").record();

        var acl = recording.named(WAFV2_WEB_ACL, "cdn-firewall-acl");
        assertThat(acl.text("scope")).isEqualTo("CLOUDFRONT");
        assertThat(acl.text("arn")).startsWith("arn:aws:wafv2:us-east-1:");
        assertThat(List.of(acl, recording.named(CLOUDWATCH_LOG_GROUP, "cdn-firewall-log-group")))
                .extracting(Recorded::provider)
                .allMatch(provider -> provider.contains("::aws-global::"));
        assertThat(recording
                        .named(CLOUDWATCH_LOG_GROUP, "cdn-firewall-log-group")
                        .has("kmsKeyId"))
                .isFalse();
        assertThat(recording.named(CLOUDWATCH_LOG_GROUP, "firewall-log-group").has("kmsKeyId"))
                .isTrue();
    }

    private static Stacks web(String waf) {
        return Stacks.of("production")
                .with("domain", "{name: example.com, zone: Z0123456789}")
                .with("services", "{web: {port: 80, routes: [/*]}}")
                .with("waf", waf);
    }

    private static Object field(Object rule, String key) {
        return ((Map<?, ?>) rule).get(key);
    }
}
