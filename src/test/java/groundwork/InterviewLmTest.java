package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The figures of the home stacks, read from the recorded topology. */
class InterviewLmTest {
    private static final String SERVICE = "aws:ecs/service:Service";
    private static final String TASK = "aws:ecs/taskDefinition:TaskDefinition";
    private static final String POLICY = "aws:appautoscaling/policy:Policy";
    private static final String TARGET = "aws:appautoscaling/target:Target";
    private static final String RULE = "aws:lb/listenerRule:ListenerRule";
    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";

    @Nested
    class Production {
        private final Recording prod = Stacks.file("Pulumi.prod.yaml", Ids.KNOWN);

        @Test
        void halfOfTheTasksRunOnSpot() {
            assertThat(prod.named(SERVICE, "app-service").list("capacityProviderStrategies"))
                    .containsExactly(
                            Map.of("base", 1L, "capacityProvider", "FARGATE", "weight", 50L),
                            Map.of("base", 0L, "capacityProvider", "FARGATE_SPOT", "weight", 50L));
        }

        @Test
        void theAppHasTwoCpusAndFourGigabytesInAllAndGrowsToTenTasks() {
            var task = prod.named(TASK, "app-task");
            var target = prod.named(TARGET, "app-scaling-target");
            assertThat(task.text("cpu")).isEqualTo("1024");
            assertThat(task.text("memory")).isEqualTo("2048");
            assertThat(prod.named(SERVICE, "app-service").number("desiredCount"))
                    .isEqualTo(2);
            assertThat(target.number("minCapacity")).isEqualTo(2);
            assertThat(target.number("maxCapacity")).isEqualTo(10);
        }

        @Test
        void theAppFollowsCpuMemoryAndRequests() {
            assertAim("app-scaling-cpu", "ECSServiceAverageCPUUtilization", 70);
            assertAim("app-scaling-memory", "ECSServiceAverageMemoryUtilization", 80);
            assertAim("app-scaling-requests", "ALBRequestCountPerTarget", 2000);
        }

        @Test
        void theWorkerGrowsToFiveTasksByCpuAndHasNoLoadBalancer() {
            var target = prod.named(TARGET, "worker-scaling-target");
            assertThat(target.number("minCapacity")).isEqualTo(1);
            assertThat(target.number("maxCapacity")).isEqualTo(5);
            assertAim("worker-scaling-cpu", "ECSServiceAverageCPUUtilization", 60);
            assertThat(prod.named(SERVICE, "worker-service").has("loadBalancers"))
                    .isFalse();
        }

        @Test
        void aBadDeploymentIsRolledBackAndOperatorsMayOpenShells() {
            var service = prod.named(SERVICE, "app-service");
            assertThat(service.map("deploymentCircuitBreaker")).isEqualTo(Map.of("enable", true, "rollback", true));
            assertThat(service.flag("enableExecuteCommand")).isTrue();
            assertThat(service.ignoreChanges()).containsExactly("desiredCount");
        }

        @Test
        void healthIsAskedForAsTheAppWantsIt() {
            for (var group : prod.ofType("aws:lb/targetGroup:TargetGroup")) {
                var health = group.map("healthCheck");
                assertThat(health)
                        .containsEntry("path", "/api/health")
                        .containsEntry("interval", 30L)
                        .containsEntry("timeout", 5L)
                        .containsEntry("healthyThreshold", 2L)
                        .containsEntry("unhealthyThreshold", 3L)
                        .containsEntry("matcher", "200-299");
                assertThat(group.number("port")).isEqualTo(3000);
            }
        }

        @Test
        void itSpansThreeZones() {
            var zones = prod.ofType("aws:ec2/subnet:Subnet").stream()
                    .map(subnet -> subnet.text("availabilityZone"))
                    .distinct()
                    .toList();
            assertThat(zones).containsExactlyInAnyOrder("us-east-1a", "us-east-1b", "us-east-1c");
            assertThat(prod.ofType("aws:ec2/natGateway:NatGateway")).hasSize(3);
        }

        @Test
        void plainHttpIsRedirected() {
            var http = prod.named("aws:lb/listener:Listener", "load-balancer-http");
            assertThat(http.text("defaultActions[0].type")).isEqualTo("redirect");
            assertThat(http.text("defaultActions[0].redirect.statusCode")).isEqualTo("HTTP_301");
            assertThat(prod.named("aws:lb/listener:Listener", "load-balancer-https")
                            .text("sslPolicy"))
                    .isEqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06");
        }

        @Test
        void webSocketsKeepToOneTaskForADayAndComeBeforeEverythingElse() {
            var sticky = prod.ofType("aws:lb/targetGroup:TargetGroup").stream()
                    .filter(group -> group.flag("stickiness.enabled"))
                    .toList();
            assertThat(sticky).singleElement().satisfies(group -> assertThat(group.number("stickiness.cookieDuration"))
                    .isEqualTo(86_400));
            assertThat(priority("", "/ws/*")).isLessThan(priority("", "/*"));
            assertThat(priority("*.interviewlm.com", "/ws/*")).isLessThan(priority("*.interviewlm.com", "/*"));
        }

        @Test
        void hostsAreRouted() {
            assertThat(priority("api.interviewlm.com", "/*")).isLessThan(priority("*.interviewlm.com", "/*"));
            assertThat(priority("*.interviewlm.com", "/*")).isLessThan(priority("", "/*"));
        }

        @Test
        void nobodyGoesRoundTheCdnToTheDomain() {
            var refused = "origin.interviewlm.com/*";
            assertThat(prod.ofType(RULE))
                    .filteredOn(rule -> rule.has("conditions[1].httpHeader"))
                    .extracting(this::conditions)
                    .containsExactlyInAnyOrder("/*", "/ws/*");
            assertThat(priority("origin.interviewlm.com", "/*")).isLessThan(priority("*.interviewlm.com", "/ws/*"));
            assertThat(prod.ofType(RULE))
                    .filteredOn(rule -> rule.text("actions[0].type").equals("fixed-response"))
                    .extracting(this::conditions)
                    .containsExactly(refused);
        }

        @Test
        void theDatabaseHasAStandbyAndThirtyDaysOfBackups() {
            var database = prod.named(INSTANCE, "db-instance");
            assertThat(database.text("engine")).isEqualTo("postgres");
            assertThat(database.text("engineVersion")).isEqualTo("16");
            assertThat(database.text("instanceClass")).isEqualTo("db.t3.medium");
            assertThat(database.flag("multiAz")).isTrue();
            assertThat(database.number("backupRetentionPeriod")).isEqualTo(30);
            assertThat(database.flag("storageEncrypted")).isTrue();
            assertThat(database.flag("publiclyAccessible")).isFalse();
            assertThat(database.protect()).isTrue();
            assertThat(database.isSecret("password")).isTrue();
        }

        @Test
        void theCacheIsItsOwnAndKeepsWhatQueuesPutIntoIt() {
            assertThat(prod.named(CACHE, "redis-replication").text("nodeType")).isEqualTo("cache.t3.micro");
            assertThat(prod.ofType("aws:elasticache/parameterGroup:ParameterGroup"))
                    .singleElement()
                    .satisfies(group -> assertThat(group.list("parameters"))
                            .contains(Map.of("name", "maxmemory-policy", "value", "noeviction")));
        }

        @Test
        void secretsAndParametersAreWhereTheAppLooksForThem() {
            assertThat(names("aws:secretsmanager/secret:Secret"))
                    .contains(
                            "/interviewlm/prod/database-url",
                            "/interviewlm/prod/oauth-secrets",
                            "/interviewlm/prod/api-keys");
            assertThat(names("aws:ssm/parameter:Parameter"))
                    .contains(
                            "/interviewlm/prod/app-name",
                            "/interviewlm/prod/log-level",
                            "/interviewlm/prod/enable-analytics",
                            "/interviewlm/prod/database-pool-size");
        }

        @Test
        void theClusterHasInsights() {
            assertThat(prod.named("aws:ecs/cluster:Cluster", "cluster-cluster").list("settings"))
                    .containsExactly(Map.of("name", "containerInsights", "value", "enabled"));
        }

        @Test
        void staticFilesComeFromTheEdgeAndTheRestIsNeverCached() {
            var cdn = prod.named("aws:cloudfront/distribution:Distribution", "cdn-distribution");
            var paths = cdn.list("orderedCacheBehaviors").stream()
                    .map(behavior -> ((Map<?, ?>) behavior).get("pathPattern"))
                    .toList();
            assertThat(paths).isEqualTo(List.of("/static/*", "/_next/static/*"));
            assertThat(cdn.text("orderedCacheBehaviors[0].cachePolicyId"))
                    .isEqualTo(prod.named("aws:cloudfront/cachePolicy:CachePolicy", "cdn-files-cache")
                            .id()
                            .orElseThrow());
            assertThat(cdn.text("defaultCacheBehavior.cachePolicyId"))
                    .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
            assertThat(cdn.list("defaultCacheBehavior.allowedMethods"))
                    .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE");
            assertThat(cdn.text("viewerCertificate.minimumProtocolVersion")).isEqualTo("TLSv1.2_2021");
            assertThat(prod.ofType("aws:cloudfront/originAccessControl:OriginAccessControl"))
                    .hasSize(1);
        }

        private void assertAim(String name, String metric, long aim) {
            var configuration = prod.named(POLICY, name).map("targetTrackingScalingPolicyConfiguration");
            assertThat(configuration)
                    .containsEntry("targetValue", aim)
                    .containsEntry("scaleOutCooldown", 60L)
                    .containsEntry("scaleInCooldown", 300L);
            assertThat(
                            prod.named(POLICY, name)
                                    .text(
                                            "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType"))
                    .isEqualTo(metric);
        }

        private long priority(String host, String path) {
            return prod.ofType(RULE).stream()
                    .filter(rule -> conditions(rule).equals(host + path))
                    .findFirst()
                    .orElseThrow()
                    .number("priority");
        }

        private String conditions(Recorded rule) {
            var host = rule.find("conditions[0].hostHeader.values[0]").orElse("");
            var path = rule.find("conditions[0].pathPattern.values[0]")
                    .orElseGet(() -> rule.text("conditions[1].pathPattern.values[0]"));
            return host.toString() + path;
        }

        private List<String> names(String type) {
            return prod.ofType(type).stream()
                    .map(resource -> resource.text("name"))
                    .toList();
        }
    }

    @Nested
    class Staging {
        private final Recording staging = Stacks.file("Pulumi.staging.yaml", Ids.KNOWN);

        @Test
        void theDatabaseIsSmallAndInOneZone() {
            var database = staging.named(INSTANCE, "db-instance");
            assertThat(database.text("instanceClass")).isEqualTo("db.t3.micro");
            assertThat(database.flag("multiAz")).isFalse();
            assertThat(database.number("allocatedStorage")).isEqualTo(20);
            assertThat(database.number("backupRetentionPeriod")).isEqualTo(7);
            assertThat(database.protect()).isFalse();
        }

        @Test
        void oneTaskRunsOnSpotAlone() {
            var service = staging.named(SERVICE, "app-service");
            assertThat(service.number("desiredCount")).isEqualTo(1);
            assertThat(service.list("capacityProviderStrategies"))
                    .containsExactly(Map.of("base", 0L, "capacityProvider", "FARGATE_SPOT", "weight", 100L));
        }

        @Test
        void noNatGatewayIsPaidFor() {
            assertThat(staging.ofType("aws:ec2/natGateway:NatGateway")).isEmpty();
            assertThat(staging.named(SERVICE, "app-service").flag("networkConfiguration.assignPublicIp"))
                    .isTrue();
        }
    }
}
