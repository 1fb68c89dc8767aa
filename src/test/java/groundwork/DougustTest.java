package groundwork;

import static groundwork.aws.ResourceTypes.ECR_LIFECYCLE_POLICY;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.report.ServiceEnvironment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The NestJS API in its stacks: its figures are rows of docs/coverage.md, what hangs together is here. */
class DougustTest {
    private static final List<String> STACKS = List.of("dev", "prod", "prod-large");
    private static final String VPC = "awsx:ec2:Vpc";

    static Stream<Arguments> everyStackBothWays() {
        return STACKS.stream().flatMap(stack -> Stream.of(Ids.values()).map(ids -> Arguments.of(stack, ids)));
    }

    @ParameterizedTest
    @MethodSource("everyStackBothWays")
    void awsRefusesNothingAndNothingIsOdd(String stack, Ids ids) {
        assertThat(record(stack, ids).refusals()).isEmpty();
        assertThat(record(stack, ids).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dev, 512, 1024, 2, db.t3.medium",
        "prod, 512, 1024, 2, db.t3.medium",
        "prod-large, 1024, 2048, 4, db.t3.large"
    })
    void stacksDifferInSize(String stack, String cpu, String memory, int tasks, String instanceClass) {
        var recording = record(stack, Ids.KNOWN);
        var task = recording.named("aws:ecs/taskDefinition:TaskDefinition", "api-task");

        assertThat(task.text("cpu")).isEqualTo(cpu);
        assertThat(task.text("memory")).isEqualTo(memory);
        assertThat(recording.named("aws:ecs/service:Service", "api-service").number("desiredCount"))
                .isEqualTo(tasks);
        assertThat(recording.named(RDS_INSTANCE, "db-instance").text("instanceClass"))
                .isEqualTo(instanceClass);
    }

    @Nested
    class Production {
        private final Recording prod = record("prod", Ids.KNOWN);

        @Test
        void onlyTheTasksReachTheDatabase() {
            assertThat(Reach.in(prod))
                    .containsExactlyInAnyOrder(
                            "0.0.0.0/0 -> load-balancer:80",
                            "0.0.0.0/0 -> load-balancer:443",
                            "load-balancer -> api:3000",
                            "api -> db:5432");
        }

        @Test
        void theDatabaseLiesInIsolatedSubnets() {
            var isolated = prod.ofType("aws:ec2/subnet:Subnet").stream()
                    .filter(subnet -> subnet.name().startsWith("network-isolated-"))
                    .map(subnet -> (Object) subnet.id().orElseThrow())
                    .toList();
            assertThat(isolated).hasSize(2);
            assertThat(prod.named("aws:rds/subnetGroup:SubnetGroup", "db-subnets")
                            .list("subnetIds"))
                    .isEqualTo(isolated);
        }

        @Test
        void theApiFindsWhatItLooksFor() {
            var environment = ServiceEnvironment.of(prod, "api");
            assertThat(environment.variables())
                    .contains(
                            entry("NODE_ENV", "production"),
                            entry("PORT", "3000"),
                            entry("JWT_ACCESS_TOKEN_TTL", "15m"),
                            entry("JWT_REFRESH_TOKEN_TTL", "30d"),
                            entry("TENANT_ID", "dougust"),
                            entry("NEXT_PUBLIC_API_URL", "https://api.dougust.com"));
            assertThat(environment.secrets())
                    .contains(
                            entry("DATABASE_URL", "prod/dougust/database-url"),
                            entry("JWT_SECRET", "prod/dougust/jwt-secret"),
                            entry("JWT_REFRESH_SECRET", "prod/dougust/jwt-refresh-secret"));
        }

        @Test
        void aBadDeploymentIsRolledBack() {
            assertThat(prod.named("aws:ecs/service:Service", "api-service").map("deploymentCircuitBreaker"))
                    .isEqualTo(Map.of("enable", true, "rollback", true));
        }

        @Test
        void tenImagesAreKeptAndTheNamelessGoAfterAWeek() {
            assertThat(prod.ofType(ECR_LIFECYCLE_POLICY)).singleElement().satisfies(policy -> assertThat(
                            policy.text("policy"))
                    .contains("\"countType\":\"imageCountMoreThan\",\"countNumber\":10")
                    .contains("\"tagStatus\":\"untagged\"")
                    .contains("\"countNumber\":7"));
        }

        @Test
        void mendingAndCopyingNeverMeet() {
            var database = prod.named(RDS_INSTANCE, "db-instance");
            assertThat(database.text("maintenanceWindow")).isEqualTo("sun:02:00-sun:04:00");
            assertThat(database.text("backupWindow")).isEqualTo("04:00-05:00");
        }

        @Test
        void theFlowIsLoggedAndTheAccountWatched() {
            assertThat(prod.ofType("aws:ec2/flowLog:FlowLog")).hasSize(1);
            assertThat(prod.ofType("aws:cloudtrail/trail:Trail")).hasSize(1);
            assertThat(prod.ofType("aws:wafv2/webAcl:WebAcl")).hasSize(1);
        }
    }

    @Nested
    class Development {
        private final Recording dev = record("dev", Ids.KNOWN);

        @Test
        void awsxBuildsTheNetwork() {
            var vpc = dev.ofType(VPC).get(0);
            assertThat(dev.ofType(VPC)).hasSize(1);
            assertThat(vpc.text("cidrBlock")).isEqualTo("10.1.0.0/16");
            assertThat(vpc.list("availabilityZoneNames")).containsExactly("us-east-1a", "us-east-1b");
            assertThat(vpc.map("natGateways")).isEqualTo(Map.of("strategy", "OnePerAz"));
            assertThat(vpc.text("subnetStrategy")).isEqualTo("Auto");
            assertThat(vpc.list("subnetSpecs"))
                    .isEqualTo(List.of(
                            subnets("Public", "10.1.128.0/20", "10.1.144.0/20"),
                            subnets("Private", "10.1.0.0/19", "10.1.32.0/19"),
                            subnets("Isolated", "10.1.192.0/20", "10.1.208.0/20")));
            assertThat(dev.ofType("aws:ec2/subnet:Subnet")).isEmpty();
        }

        @Test
        void whatItBuiltIsWhereThingsAre() {
            var vpc = dev.ofType(VPC).get(0);
            assertThat(dev.named("aws:rds/subnetGroup:SubnetGroup", "db-subnets")
                            .list("subnetIds"))
                    .isEqualTo(vpc.list("isolatedSubnetIds"));
            assertThat(dev.named("aws:ecs/service:Service", "api-service").list("networkConfiguration.subnets"))
                    .isEqualTo(vpc.list("privateSubnetIds"));
            assertThat(dev.named("aws:lb/loadBalancer:LoadBalancer", "load-balancer-balancer")
                            .list("subnets"))
                    .isEqualTo(vpc.list("publicSubnetIds"));
        }

        private static Map<String, Object> subnets(String type, String... blocks) {
            return Map.of("type", type, "name", type.toLowerCase(), "cidrBlocks", List.of(blocks));
        }
    }

    private static Recording record(String stack, Ids ids) {
        return Stacks.file("stacks/dougust/Pulumi." + stack + ".yaml", ids);
    }
}
