package groundwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
            List.of("amplify", "apprunner", "fargate-small", "fargate-medium", "fargate-large", "static");

    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final String RULE = "aws:lb/listenerRule:ListenerRule";
    private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final String TASK = "aws:ecs/taskDefinition:TaskDefinition";
    private static final String ECS_SERVICE = "aws:ecs/service:Service";
    private static final String SCALING_TARGET = "aws:appautoscaling/target:Target";
    private static final String SCALING_POLICY = "aws:appautoscaling/policy:Policy";
    private static final String DATABASE = "aws:rds/instance:Instance";
    private static final String RECORD = "aws:route53/record:Record";
    private static final String ACL = "aws:wafv2/webAcl:WebAcl";
    private static final String GUARD = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private static final String BRANCH = "aws:amplify/branch:Branch";
    private static final String RUNNER = "aws:apprunner/service:Service";
    private static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    private static final String HEADERS = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";

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
    @ValueSource(strings = {"fargate-small", "fargate-medium", "fargate-large", "static"})
    void nothingIsOdd(String stack) {
        assertThat(record(stack).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"small,1,1", "medium,2,2", "large,5,3"})
    void fargateHasTheTasksOfItsSize(String size, long front, long api) {
        var stack = record("fargate-" + size);
        assertThat(scaling(stack, "front")).containsExactly(front, 10L);
        assertThat(scaling(stack, "api")).containsExactly(api, 5L);
        assertThat(stack.named(ECS_SERVICE, "front-service").number("desiredCount"))
                .isEqualTo(front);
        assertThat(stack.named(ECS_SERVICE, "api-service").number("desiredCount"))
                .isEqualTo(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void fargateScalesByCpuAt70Percent(String size) {
        var stack = record("fargate-" + size);
        for (var service : List.of("front", "api")) {
            var policy = stack.named(SCALING_POLICY, service + "-scaling-cpu");
            var aim = "targetTrackingScalingPolicyConfiguration.";
            assertThat(policy.number(aim + "targetValue")).isEqualTo(70);
            assertThat(policy.number(aim + "scaleOutCooldown")).isEqualTo(60);
            assertThat(policy.number(aim + "scaleInCooldown")).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void fargateTasksAreOfTheirSizesAndAskThemselvesHowTheyAre(String size) {
        var stack = record("fargate-" + size);
        var front = stack.named(TASK, "front-task");
        var api = stack.named(TASK, "api-task");
        assertThat(List.of(front.text("cpu"), front.text("memory"))).containsExactly("1024", "2048");
        assertThat(List.of(api.text("cpu"), api.text("memory"))).containsExactly("512", "1024");
        assertThat(container(front).get("healthCheck"))
                .hasToString(
                        "{\"command\":[\"CMD-SHELL\",\"wget -q -O /dev/null http://localhost:3001/ || exit 1\"],\"interval\":30,"
                                + "\"timeout\":5,\"retries\":3,\"startPeriod\":60}");
        assertThat(container(api).get("healthCheck"))
                .hasToString(
                        "{\"command\":[\"CMD-SHELL\",\"wget -q -O /dev/null http://localhost:3000/api/health || exit 1\"],"
                                + "\"interval\":30,\"timeout\":5,\"retries\":3,\"startPeriod\":60}");
        assertThat(stack.ofType(ECS_SERVICE)).allSatisfy(service -> {
            assertThat(service.number("healthCheckGracePeriodSeconds")).isEqualTo(60);
            assertThat(service.flag("enableExecuteCommand")).isTrue();
        });
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
        assertThat(stack.named(TARGET_GROUP, "front-front-group-3001").number("port"))
                .isEqualTo(3001);
        assertThat(stack.named(TARGET_GROUP, "front-front-group-3001").text("healthCheck.path"))
                .isEqualTo("/");
        assertThat(stack.named(TARGET_GROUP, "api-api-group-3000").number("port"))
                .isEqualTo(3000);
        assertThat(stack.named(TARGET_GROUP, "api-api-group-3000").text("healthCheck.path"))
                .isEqualTo("/api/health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void fargateIsReachedByHttpsAlone(String size) {
        var stack = record("fargate-" + size);
        var http = stack.named(LISTENER, "load-balancer-http");
        assertThat(http.text("defaultActions[0].redirect.statusCode")).isEqualTo("HTTP_301");
        var https = stack.named(LISTENER, "load-balancer-https");
        assertThat(https.text("sslPolicy")).isEqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06");
        assertThat(https.text("routingHttpResponseStrictTransportSecurityHeaderValue"))
                .isEqualTo("max-age=63072000; includeSubDomains; preload");
        assertThat(https.text("routingHttpResponseXContentTypeOptionsHeaderValue"))
                .isEqualTo("nosniff");
        assertThat(https.text("routingHttpResponseXFrameOptionsHeaderValue")).isEqualTo("SAMEORIGIN");
        assertThat(https.flag("routingHttpResponseServerEnabled")).isFalse();
        assertThat(names(stack)).containsExactly("api.vgs-assembly.com A", "ticketing.vgs-assembly.com A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void fargateIsWatchedOnItsWaysIn(String size) {
        var stack = record("fargate-" + size);
        assertThat(stack.named("aws:lb/loadBalancer:LoadBalancer", "load-balancer-balancer")
                        .flag("accessLogs.enabled"))
                .isTrue();
        assertThat(stack.ofType("aws:ec2/flowLog:FlowLog")).hasSize(1);
        assertThat(stack.ofType(GUARD)).extracting(Recorded::name).containsExactly("firewall-guards-load-balancer");
    }

    @ParameterizedTest
    @CsvSource({"fargate-small,7,false", "fargate-medium,14,true", "fargate-large,35,true", "apprunner,14,true"})
    void databasesCanBeRestored(String stack, long days, boolean multiAz) {
        var database = record(stack).named(DATABASE, "db-instance");
        assertThat(database.number("backupRetentionPeriod")).isEqualTo(days);
        assertThat(database.flag("multiAz")).isEqualTo(multiAz);
        assertThat(database.flag("storageEncrypted")).isTrue();
        assertThat(database.flag("publiclyAccessible")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"fargate-small,7", "fargate-medium,14", "fargate-large,30"})
    void logsOfServicesAreKept(String stack, long days) {
        assertThat(record(stack)
                        .named("aws:cloudwatch/logGroup:LogGroup", "api-logs")
                        .number("retentionInDays"))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apprunner", "fargate-small", "fargate-medium", "fargate-large"})
    void theLastFiveImagesAreKept(String stack) {
        var policies = record(stack).ofType("aws:ecr/lifecyclePolicy:LifecyclePolicy");
        assertThat(policies)
                .extracting(Recorded::name)
                .containsExactlyInAnyOrder("images-api-lifecycle", "images-front-lifecycle");
        assertThat(policies).allSatisfy(policy -> assertThat(policy.text("policy"))
                .contains("\"countType\":\"imageCountMoreThan\",\"countNumber\":5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apprunner", "fargate-small", "fargate-medium", "fargate-large", "static"})
    void theFirewallHasTheRulesThatWereAskedFor(String stack) {
        var acl = record(stack).ofType(ACL).get(0);
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
        var service = stack.named(RUNNER, name + "-service");
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
        var secrets = stack.named(RUNNER, "api-service")
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
        assertThat(stack.named(RUNNER, "front-service").text("networkConfiguration.egressConfiguration.egressType"))
                .isEqualTo("DEFAULT");
        assertThat(stack.named(RUNNER, "api-service").text("networkConfiguration.egressConfiguration.egressType"))
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
        assertThat(stack.ofType(RECORD)).hasSize(8);
        assertThat(names(stack)).containsExactly("api.vgs-assembly.com A", "ticketing.vgs-assembly.com A");
    }

    @Test
    void appRunnerIsGuardedTracedAndToldToBeForOldCustomers() {
        var stack = record("apprunner");
        assertThat(stack.ofType(GUARD))
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
        var distribution = stack.named(DISTRIBUTION, "cdn-distribution");
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

    @Test
    void staticPagesCarryTheSecurityHeaders() {
        var headers = record("static").named(HEADERS, "cdn-headers-pages");
        var security = "securityHeadersConfig.";
        assertThat(headers.number(security + "strictTransportSecurity.accessControlMaxAgeSec"))
                .isEqualTo(63_072_000);
        assertThat(headers.flag(security + "strictTransportSecurity.preload")).isTrue();
        assertThat(headers.flag(security + "contentTypeOptions.override")).isTrue();
        assertThat(headers.text(security + "frameOptions.frameOption")).isEqualTo("SAMEORIGIN");
        assertThat(headers.text(security + "referrerPolicy.referrerPolicy")).isEqualTo("origin-when-cross-origin");
        assertThat(headers.text("customHeadersConfig.items[0].value"))
                .isEqualTo("camera=(), microphone=(), geolocation=()");
        assertThat(headers.list("corsConfig.accessControlAllowOrigins.items"))
                .containsExactly("https://ticketing.vgs-assembly.com", "https://api.vgs-assembly.com");
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

    @ParameterizedTest
    @ValueSource(strings = {"apprunner", "fargate-small", "fargate-medium", "fargate-large"})
    void incidentsHaveTheirQueries(String stack) {
        assertThat(record(stack).ofType("aws:cloudwatch/queryDefinition:QueryDefinition"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "alarms-entrance-errors,10.0,300,1,",
        "alarms-targets-front-slow,2.0,60,5,p95",
        "alarms-targets-api-slow,2.0,60,5,p95",
        "alarms-targets-front-unhealthy,0.0,60,2,",
        "alarms-targets-api-unhealthy,0.0,60,2,",
        "alarms-service-front-cpu,80.0,60,5,",
        "alarms-service-api-cpu,80.0,60,5,"
    })
    void peopleAreToldOfFargate(String name, double threshold, long period, long periods, String percentile) {
        var alarm = record("fargate-medium").named(ALARM, name);
        assertThat(Double.parseDouble(alarm.text("threshold"))).isEqualTo(threshold);
        assertThat(alarm.number("evaluationPeriods")).isEqualTo(periods);
        assertThat(alarm.find("period").or(() -> alarm.find("metricQueries[0].metric.period")))
                .hasValue(period);
        assertThat(alarm.find("extendedStatistic").orElse(null)).isEqualTo(percentile);
    }

    @ParameterizedTest
    @CsvSource({
        "errors,5xxStatusResponses,10.0,300,1",
        "slow,RequestLatency,2000.0,60,5",
        "cpu,CPUUtilization,80.0,60,5",
        "memory,MemoryUtilization,85.0,60,10"
    })
    void peopleAreToldOfAppRunner(String suffix, String metric, double threshold, long period, long periods) {
        for (var service : List.of("front", "api")) {
            var alarm = record("apprunner").named(ALARM, "alarms-service-" + service + "-" + suffix);
            assertThat(alarm.text("namespace")).isEqualTo("AWS/AppRunner");
            assertThat(alarm.text("metricName")).isEqualTo(metric);
            assertThat(alarm.map("dimensions")).containsKeys("ServiceName", "ServiceID");
            assertThat(Double.parseDouble(alarm.text("threshold"))).isEqualTo(threshold);
            assertThat(alarm.number("period")).isEqualTo(period);
            assertThat(alarm.number("evaluationPeriods")).isEqualTo(periods);
        }
    }

    @Test
    void amplifyHostsMainAndDevelop() {
        var stack = record("amplify");
        var main = stack.named(BRANCH, "front-main");
        var develop = stack.named(BRANCH, "front-develop");
        assertThat(List.of(main.text("branchName"), main.text("stage"))).containsExactly("main", "PRODUCTION");
        assertThat(List.of(develop.text("branchName"), develop.text("stage"))).containsExactly("develop", "BETA");
        assertThat(main.flag("enablePullRequestPreview")).isFalse();
        assertThat(develop.flag("enablePullRequestPreview")).isTrue();
        var domain = stack.named("aws:amplify/domainAssociation:DomainAssociation", "front-domain");
        assertThat(domain.text("domainName")).isEqualTo("ticketing.vgs-assembly.com");
        assertThat(domain.list("subDomains"))
                .containsExactly(
                        Map.of("branchName", "develop", "prefix", "staging"),
                        Map.of("branchName", "main", "prefix", ""));
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
        var guard = stack.named(GUARD, "apps-firewall-guards-front");
        var acl = stack.named(ACL, "apps-firewall-acl");
        var app = stack.named("aws:amplify/app:App", "front-app");
        assertThat(acl.text("scope")).isEqualTo("CLOUDFRONT");
        assertThat(guard.text("webAclArn")).isEqualTo(acl.text("arn"));
        assertThat(guard.text("resourceArn")).isEqualTo(app.text("arn"));
        var errors = stack.named(ALARM, "alarms-app-front-errors");
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
        var errors = stack.named(ALARM, "alarms-cdn-errors");
        var distribution = stack.named(DISTRIBUTION, "cdn-distribution").id().orElseThrow();
        assertThat(errors.map("metricQueries[0].metric.dimensions"))
                .containsOnly(entry("DistributionId", distribution), entry("Region", "Global"));
        assertThat(stack.ofType(ALARM)).extracting(Recorded::name).containsExactly("alarms-cdn-errors");
    }

    private static List<Long> scaling(Recording stack, String service) {
        var target = stack.named(SCALING_TARGET, service + "-scaling-target");
        return List.of(target.number("minCapacity"), target.number("maxCapacity"));
    }

    private static JsonObject container(Recorded task) {
        return JsonParser.parseString(task.text("containerDefinitions"))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
    }

    private static List<String> routes(Recording stack, String service) {
        return stack.ofType(RULE).stream()
                .filter(rule -> rule.propertyDependencies().get("actions").stream()
                        .anyMatch(urn -> urn.contains("::" + service + "-" + service + "-group-")))
                .map(VgsTest::route)
                .toList();
    }

    private static long priority(Recording stack, String route) {
        return stack.ofType(RULE).stream()
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
        return stack.ofType(RECORD).stream()
                .filter(record -> record.has("aliases"))
                .map(record -> record.text("name") + " " + record.text("type"))
                .sorted()
                .toList();
    }

    private static Map<String, Object> variables(Recording stack, String service) {
        return stack.named(RUNNER, service + "-service")
                .map("sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables");
    }

    private static Recording record(String stack) {
        return record(stack, Ids.KNOWN);
    }

    private static Recording record(String stack, Ids ids) {
        return Stacks.file("stacks/vgs/Pulumi." + stack + ".yaml", ids);
    }
}
