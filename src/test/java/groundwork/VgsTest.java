package groundwork;

import static groundwork.aws.ResourceTypes.APPRUNNER_SERVICE;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_DISTRIBUTION;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_METRIC_ALARM;
import static groundwork.aws.ResourceTypes.LB_LISTENER;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static groundwork.aws.ResourceTypes.ROUTE53_RECORD;
import static groundwork.aws.ResourceTypes.WAFV2_WEB_ACL;
import static groundwork.aws.ResourceTypes.WAFV2_WEB_ACL_ASSOCIATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.report.ServiceEnvironment;
import groundwork.values.Secret;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ticketing system, in every way that it can be hosted. */
class VgsTest {
    private static final List<String> STACKS =
            List.of("amplify", "apprunner", "fargate-small", "fargate-medium", "fargate-large", "preview", "static");

    static Stream<Arguments> everyStackBothWays() {
        return STACKS.stream().flatMap(stack -> Stream.of(Ids.values()).map(ids -> Arguments.of(stack, ids)));
    }

    @Test
    void whatAServiceOnAppRunnerSeesIsToldAsThatOfATask() {
        var seen = ServiceEnvironment.of(record("apprunner"), "api");

        assertThat(seen.variables()).containsEntry("DB_PORT", "5432");
        assertThat(seen.secrets()).containsEntry("DATABASE_URL", "/vgs/apprunner/database-url");
    }

    @ParameterizedTest
    @MethodSource("everyStackBothWays")
    void awsRefusesNothing(String stack, Ids ids) {
        assertThat(record(stack, ids).refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fargate-small", "fargate-medium", "fargate-large", "preview", "static"})
    void nothingIsOdd(String stack) {
        assertThat(record(stack).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void fargateSendsPathsOfTheApiToTheApi(String size) {
        var stack = record("fargate-" + size);
        assertThat(routes(stack, "api"))
                .containsExactlyInAnyOrder("ticketing.vgs-assembly.com/api/*", "api.vgs-assembly.com/*");
        assertThat(routes(stack, "front")).containsExactly("ticketing.vgs-assembly.com/*");
        assertThat(priority(stack, "ticketing.vgs-assembly.com/api/*"))
                .isLessThan(priority(stack, "ticketing.vgs-assembly.com/*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void fargateHidesItsServerAndHasItsNames(String size) {
        var stack = record("fargate-" + size);
        var https = stack.named(LB_LISTENER, "load-balancer-https");
        assertThat(https.flag("routingHttpResponseServerEnabled")).isFalse();
        assertThat(names(stack)).containsExactly("api.vgs-assembly.com A", "ticketing.vgs-assembly.com A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void fargateIsGuardedAtItsLoadBalancer(String size) {
        var stack = record("fargate-" + size);
        assertThat(stack.ofType(WAFV2_WEB_ACL_ASSOCIATION))
                .extracting(Recorded::name)
                .containsExactly("firewall-guards-load-balancer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apprunner", "fargate-small", "fargate-medium", "fargate-large", "static"})
    void theFirewallHasTheRulesThatWereAskedFor(String stack) {
        var acl = record(stack).ofType(WAFV2_WEB_ACL).get(0);
        assertThat(acl.list("rules")).hasSize(stack.equals("static") ? 4 : 5);
        assertThat(acl.text("scope")).isEqualTo(stack.equals("static") ? "CLOUDFRONT" : "REGIONAL");
        assertThat(acl.list("rules").toString())
                .contains(
                        "AWSManagedRulesCommonRuleSet",
                        "AWSManagedRulesKnownBadInputsRuleSet",
                        "AWSManagedRulesSQLiRuleSet",
                        "limit=1000");
    }

    @ParameterizedTest
    @CsvSource({"front,3001,1024,2048,10", "api,3000,512,1024,5"})
    void appRunnerRunsBothServices(String name, String port, String cpu, String memory, long most) {
        var stack = record("apprunner");
        var service = stack.named(APPRUNNER_SERVICE, name + "-service");
        assertThat(service.text("sourceConfiguration.imageRepository.imageConfiguration.port"))
                .isEqualTo(port);
        assertThat(service.text("sourceConfiguration.imageRepository.imageRepositoryType"))
                .isEqualTo("ECR");
        assertThat(service.text("sourceConfiguration.imageRepository.imageIdentifier"))
                .endsWith("/vgs-apprunner/" + name + ":1.0.0");
        assertThat(service.text("sourceConfiguration.authenticationConfiguration.accessRoleArn"))
                .endsWith("role/vgs-apprunner-" + name + "-access");
        assertThat(service.text("instanceConfiguration.cpu")).isEqualTo(cpu);
        assertThat(service.text("instanceConfiguration.memory")).isEqualTo(memory);
        var scaling = stack.named(
                "aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion",
                name + "-scaling-version");
        assertThat(List.of(scaling.number("minSize"), scaling.number("maxSize"), scaling.number("maxConcurrency")))
                .containsExactly(1L, most, 100L);
        assertThat(service.map("healthCheckConfiguration"))
                .containsOnly(
                        entry("protocol", "HTTP"),
                        entry("path", "/api/health"),
                        entry("interval", 5L),
                        entry("timeout", 2L),
                        entry("healthyThreshold", 1L),
                        entry("unhealthyThreshold", 5L));
    }

    @Test
    void appRunnerTellsTheFrontWhereTheApiIs() {
        var stack = record("apprunner");
        assertThat(variables(stack, "front"))
                .containsEntry("NEXT_PUBLIC_API_URL", "https://api.vgs-assembly.com")
                .containsEntry("PUBLIC_URL", "https://ticketing.vgs-assembly.com")
                .containsEntry("PORT", "3001");
        assertThat(variables(stack, "api"))
                .containsEntry("CORS_ALLOWED_ORIGINS", "https://ticketing.vgs-assembly.com")
                .doesNotContainKeys("DATABASE_URL", "JWT_SECRET");
    }

    @Test
    void appRunnerFetchesSecretsByTheirArn() {
        var stack = record("apprunner");
        var secrets = stack.named(APPRUNNER_SERVICE, "api-service")
                .map("sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentSecrets");
        assertThat(secrets.keySet()).containsExactlyInAnyOrder("DATABASE_URL", "DB_URL", "JWT_SECRET");
        assertThat(Secret.unwrap(secrets.get("JWT_SECRET")).toString())
                .startsWith("arn:aws:secretsmanager:us-east-1:123456789012:secret:/vgs/apprunner/jwt-secret-");
        assertThat(Policies.lines(stack.named("aws:iam/rolePolicy:RolePolicy", "api-instance-policy")
                        .text("policy")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Allow secretsmanager:GetSecretValue on ")
                        .contains("/vgs/apprunner/jwt-secret-"));
    }

    @Test
    void onlyTheApiOfAppRunnerReachesIntoTheVpc() {
        var stack = record("apprunner");
        assertThat(stack.named(APPRUNNER_SERVICE, "front-service")
                        .text("networkConfiguration.egressConfiguration.egressType"))
                .isEqualTo("DEFAULT");
        assertThat(stack.named(APPRUNNER_SERVICE, "api-service")
                        .text("networkConfiguration.egressConfiguration.egressType"))
                .isEqualTo("VPC");
        assertThat(stack.ofType("aws:apprunner/vpcConnector:VpcConnector"))
                .extracting(Recorded::name)
                .containsExactly("api-reach-connector");
        assertThat(stack.named("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "api-reach-group-in-to-db")
                        .number("fromPort"))
                .isEqualTo(5432);
    }

    @Test
    void appRunnerHasHostsOfItsOwnProvenInTheZone() {
        var stack = record("apprunner");
        assertThat(stack.ofType("aws:apprunner/customDomainAssociation:CustomDomainAssociation"))
                .extracting(association -> association.text("domainName"))
                .containsExactlyInAnyOrder("ticketing.vgs-assembly.com", "api.vgs-assembly.com");
        assertThat(stack.ofType(ROUTE53_RECORD)).hasSize(8);
        assertThat(names(stack)).containsExactly("api.vgs-assembly.com A", "ticketing.vgs-assembly.com A");
    }

    @Test
    void appRunnerIsGuardedTracedAndToldToBeForOldCustomers() {
        var stack = record("apprunner");
        assertThat(stack.ofType(WAFV2_WEB_ACL_ASSOCIATION))
                .extracting(Recorded::name)
                .containsExactlyInAnyOrder("firewall-guards-api", "firewall-guards-front");
        assertThat(stack.ofType("aws:apprunner/observabilityConfiguration:ObservabilityConfiguration"))
                .allSatisfy(configuration -> assertThat(configuration.text("traceConfiguration.vendor"))
                        .isEqualTo("AWSXRAY"))
                .hasSize(2);
        assertThat(stack.warnings())
                .contains("services.front.platform: App Runner accepts no new customers since 30 April 2026 and "
                        + "never scales to zero; consider fargate");
    }

    @Test
    void appRunnerHasNeitherClusterNorLoadBalancer() {
        var stack = record("apprunner");
        assertThat(stack.ofType("aws:ecs/cluster:Cluster")).isEmpty();
        assertThat(stack.ofType("aws:lb/loadBalancer:LoadBalancer")).isEmpty();
        assertThat(stack.ofType("aws:ec2/natGateway:NatGateway")).isEmpty();
    }

    @Test
    void staticFilesComeFromABucketThatOnlyTheCdnReads() {
        var stack = record("static");
        var distribution = stack.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
        assertThat(distribution.list("origins")).hasSize(1);
        assertThat(distribution.has("origins[0].originAccessControlId")).isTrue();
        assertThat(distribution.text("defaultRootObject")).isEqualTo("index.html");
        assertThat(distribution.text("viewerCertificate.minimumProtocolVersion"))
                .isEqualTo("TLSv1.2_2021");
        assertThat(distribution.text("defaultCacheBehavior.functionAssociations[0].eventType"))
                .isEqualTo("viewer-request");
        assertThat(distribution.list("customErrorResponses")).hasSize(1);
        assertThat(distribution.number("customErrorResponses[0].errorCode")).isEqualTo(404);
        assertThat(distribution.text("customErrorResponses[0].responsePagePath"))
                .isEqualTo("/404.html");
        assertThat(stack.ofType("aws:ec2/vpc:Vpc")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"apprunner,100", "static,100", "fargate-small,150", "fargate-medium,200", "fargate-large,400"})
    void peopleAreToldWhatItCosts(String stack, String amount) {
        var budget = record(stack).ofType("aws:budgets/budget:Budget").get(0);
        assertThat(budget.text("limitAmount")).isEqualTo(amount);
        assertThat(budget.list("notifications").toString())
                .contains("threshold=80", "threshold=100", "threshold=120", "ops@vgs-assembly.com");
        assertThat(record(stack).ofType("aws:costexplorer/anomalySubscription:AnomalySubscription"))
                .hasSize(1);
        assertThat(record(stack).ofType("aws:cloudtrail/trail:Trail")).hasSize(1);
    }

    @Test
    void amplifyBuildsTheFrontWithTheAddressOfTheApi() {
        var app = record("amplify").named("aws:amplify/app:App", "front-app");
        assertThat(app.text("platform")).isEqualTo("WEB_COMPUTE");
        assertThat(app.map("environmentVariables"))
                .containsEntry("NEXT_PUBLIC_API_URL", "https://api.vgs-assembly.com")
                .containsEntry("NODE_ENV", "production");
        assertThat(app.text("buildSpec"))
                .contains("npm ci --legacy-peer-deps", "npm run build", "baseDirectory: .next");
        assertThat(app.text("customHeaders"))
                .isEqualTo(
                        """
                        customHeaders:
                          - pattern: '**'
                            headers:
                              - key: Strict-Transport-Security
                                value: 'max-age=63072000; includeSubDomains; preload'
                              - key: X-Content-Type-Options
                                value: 'nosniff'
                              - key: X-Frame-Options
                                value: 'SAMEORIGIN'
                              - key: Referrer-Policy
                                value: 'origin-when-cross-origin'
                              - key: Permissions-Policy
                                value: 'camera=(), microphone=(), geolocation=()'
                        """);
    }

    @Test
    void amplifyMayWriteItsOwnLogAndNothingElse() {
        var stack = record("amplify");
        var id = stack.named("aws:amplify/app:App", "front-app").id().orElseThrow();
        var group = stack.named("aws:cloudwatch/logGroup:LogGroup", "front-logs");
        assertThat(group.text("name")).isEqualTo("/aws/amplify/" + id);
        assertThat(group.number("retentionInDays")).isEqualTo(14);
        assertThat(stack.ofType("aws:iam/rolePolicy:RolePolicy"))
                .filteredOn(policy -> policy.name().startsWith("front-service"))
                .singleElement()
                .satisfies(policy -> assertThat(Policies.lines(policy.text("policy")))
                        .containsExactly(
                                "Allow logs:CreateLogStream, logs:PutLogEvents on " + group.text("arn") + ":*",
                                "Allow logs:DescribeLogGroups on *"));
    }

    @Test
    void theFrontOnAmplifyIsGuardedAndWatched() {
        var stack = record("amplify");
        var guard = stack.named(WAFV2_WEB_ACL_ASSOCIATION, "apps-firewall-guards-front");
        var acl = stack.named(WAFV2_WEB_ACL, "apps-firewall-acl");
        var app = stack.named("aws:amplify/app:App", "front-app");
        assertThat(acl.text("scope")).isEqualTo("CLOUDFRONT");
        assertThat(guard.text("webAclArn")).isEqualTo(acl.text("arn"));
        assertThat(guard.text("resourceArn")).isEqualTo(app.text("arn"));
        var errors = stack.named(CLOUDWATCH_METRIC_ALARM, "alarms-app-front-errors");
        assertThat(errors.text("metricName")).isEqualTo("5xxErrors");
        assertThat(errors.map("dimensions"))
                .containsExactly(entry("App", app.id().orElseThrow()));
    }

    @Test
    void trafficThroughTheNatGatewayIsOnTheDashboard() {
        var stack = record("amplify");
        var gateway = stack.named("aws:ec2/natGateway:NatGateway", "network-nat-1");
        assertThat(stack.named("aws:cloudwatch/dashboard:Dashboard", "dashboard-dashboard")
                        .text("dashboardBody"))
                .contains(
                        """
                        ["AWS/NATGateway","BytesOutToDestination","NatGatewayId","%s",{"stat":"Sum","label":"gateway 1"}]"""
                                .formatted(gateway.id().orElseThrow()));
    }

    @Test
    void theStaticFrontIsWatchedAtTheEdge() {
        var stack = record("static");
        var errors = stack.named(CLOUDWATCH_METRIC_ALARM, "alarms-cdn-errors");
        var distribution =
                stack.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution").id().orElseThrow();
        assertThat(errors.map("metricQueries[0].metric.dimensions"))
                .containsOnly(entry("DistributionId", distribution), entry("Region", "Global"));
        assertThat(stack.ofType(CLOUDWATCH_METRIC_ALARM))
                .extracting(Recorded::name)
                .containsExactly("alarms-cdn-errors");
    }

    private static List<String> routes(Recording stack, String service) {
        return stack.ofType(LB_LISTENER_RULE).stream()
                .filter(rule -> rule.propertyDependencies().get("actions").stream()
                        .anyMatch(urn -> urn.contains("::" + service + "-" + service + "-group-")))
                .map(VgsTest::route)
                .toList();
    }

    private static long priority(Recording stack, String route) {
        return stack.ofType(LB_LISTENER_RULE).stream()
                .filter(rule -> route(rule).equals(route))
                .findFirst()
                .orElseThrow()
                .number("priority");
    }

    private static String route(Recorded rule) {
        return rule.text("conditions[0].hostHeader.values[0]") + rule.text("conditions[1].pathPattern.values[0]");
    }

    /** Records that lead people somewhere. */
    private static List<String> names(Recording stack) {
        return stack.ofType(ROUTE53_RECORD).stream()
                .filter(record -> record.has("aliases"))
                .map(record -> record.text("name") + " " + record.text("type"))
                .sorted()
                .toList();
    }

    private static Map<String, Object> variables(Recording stack, String service) {
        return stack.named(APPRUNNER_SERVICE, service + "-service")
                .map("sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables");
    }

    private static Recording record(String stack) {
        return record(stack, Ids.KNOWN);
    }

    private static Recording record(String stack, Ids ids) {
        return Stacks.file("stacks/vgs/Pulumi." + stack + ".yaml", ids);
    }
}
