package groundwork;

import static groundwork.Reach.CLOUDFRONT;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_DISTRIBUTION;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_METRIC_ALARM;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
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

/** The platform for events: its figures are rows of docs/coverage.md, what hangs together is here. */
class EventsTest {
    private static final String PROD = "stacks/events/Pulumi.prod.yaml";
    private static final String AURORA = "stacks/events/Pulumi.aurora.yaml";
    private static final String NOT_CACHED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    static Stream<Arguments> everyStackBothWays() {
        return Stream.of(PROD, AURORA).flatMap(file -> Stream.of(Ids.values()).map(ids -> Arguments.of(file, ids)));
    }

    @ParameterizedTest
    @MethodSource("everyStackBothWays")
    void awsRefusesNothingAndNothingIsOdd(String file, Ids ids) {
        assertThat(Stacks.file(file, ids).refusals()).isEmpty();
        assertThat(Stacks.file(file, ids).warnings())
                .singleElement()
                .asString()
                .startsWith("waf: not set: no firewall");
    }

    @Nested
    class OnAnInstance {
        private final Recording prod = Stacks.file(PROD, Ids.KNOWN);

        @ParameterizedTest
        @CsvSource({
            "public-1, 10.0.1.0/24, us-east-1a",
            "public-2, 10.0.2.0/24, us-east-1b",
            "private-1, 10.0.10.0/24, us-east-1a",
            "private-2, 10.0.11.0/24, us-east-1b",
            "isolated-1, 10.0.20.0/24, us-east-1a",
            "isolated-2, 10.0.21.0/24, us-east-1b"
        })
        void subnetsAreWhereTheyWereDrawn(String suffix, String block, String zone) {
            var subnet = prod.named("aws:ec2/subnet:Subnet", "network-" + suffix);
            assertThat(subnet.text("cidrBlock")).isEqualTo(block);
            assertThat(subnet.text("availabilityZone")).isEqualTo(zone);
        }

        @Test
        void pagesComeFromTheBucketAndTheApiIsNeverCached() {
            var cdn = prod.named(CLOUDFRONT_DISTRIBUTION, "cdn-distribution");
            assertThat(cdn.list("orderedCacheBehaviors"))
                    .map(behavior -> (Map<?, ?>) behavior)
                    .extracting(it -> it.get("pathPattern"), it -> it.get("targetOriginId"))
                    .containsExactly(
                            tuple("/assets/*", "files"), tuple("/api/*", "services"), tuple("/ws/*", "services"));
            assertThat(cdn.text("orderedCacheBehaviors[1].cachePolicyId")).isEqualTo(NOT_CACHED);
            assertThat(cdn.text("orderedCacheBehaviors[2].cachePolicyId")).isEqualTo(NOT_CACHED);
            assertThat(cdn.text("defaultCacheBehavior.targetOriginId")).isEqualTo("files");
            assertThat(cdn.has("customErrorResponses")).isFalse();
        }

        @Test
        void onlyTheTasksReachTheData() {
            assertThat(Reach.in(prod))
                    .containsExactlyInAnyOrder(
                            CLOUDFRONT + " -> load-balancer:443",
                            "load-balancer -> api:3000",
                            "api -> db:5432",
                            "api -> redis:6379");
        }

        @Test
        void theReplicaLiesBesideThePrimary() {
            var primary = prod.named(RDS_INSTANCE, "db-instance");
            var replica = prod.named(RDS_INSTANCE, "db-replicas-1");

            assertThat(replica.text("replicateSourceDb")).isEqualTo(primary.text("identifier"));
            assertThat(replica.text("instanceClass")).isEqualTo("db.t3.medium");
            assertThat(replica.list("vpcSecurityGroupIds")).isEqualTo(primary.list("vpcSecurityGroupIds"));
            assertThat(replica.number("backupRetentionPeriod")).isZero();
        }

        @Test
        void theApiWritesToThePrimaryAndReadsFromTheReplica() {
            var environment = ServiceEnvironment.of(prod, "api");
            assertThat(environment.variables())
                    .containsEntry(
                            "DB_HOST", prod.named(RDS_INSTANCE, "db-instance").text("address"))
                    .containsEntry(
                            "DB_READ_HOST",
                            prod.named(RDS_INSTANCE, "db-replicas-1").text("address"));
            assertThat(environment.secrets())
                    .containsEntry("DATABASE_URL", "/events/prod/db-url")
                    .containsEntry("DB_READ_URL", "/events/prod/db-read-url");
        }

        @Test
        void secretsAreForTheApiAlone() {
            assertThat(ServiceEnvironment.of(prod, "api").secrets())
                    .containsKeys(
                            "JWT_SECRET",
                            "JWT_REFRESH_SECRET",
                            "STRIPE_SECRET_KEY",
                            "OAUTH_CLIENT_SECRET",
                            "SMTP_PASSWORD");
        }

        @Test
        void mailsThatFailThriceAreKeptFromThatQueueAlone() {
            var queue = prod.named("aws:sqs/queue:Queue", "emails-queue");
            var letters = prod.named("aws:sqs/queue:Queue", "emails-dead-letters");

            assertThat(queue.text("redrivePolicy"))
                    .isEqualTo("{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":3}".formatted(letters.text("arn")));
            assertThat(prod.named("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", "emails-way-to-dead-letters")
                            .text("redriveAllowPolicy"))
                    .contains("byQueue", queue.text("arn"));
        }

        @Test
        void errorsAreWatchedAsAShareOfAllAnswers() {
            var rate = prod.named(CLOUDWATCH_METRIC_ALARM, "alarms-entrance-error-rate");
            assertThat(rate.number("threshold")).isEqualTo(5);
            assertThat(rate.list("metricQueries")).hasSize(4);
            assertThat(rate.text("metricQueries[3].expression")).startsWith("100 * (FILL(services, 0)");
        }

        @Test
        void aBusyReplicaAsksForMore() {
            var busy = prod.named(CLOUDWATCH_METRIC_ALARM, "alarms-replica-db-1-cpu");
            assertThat(busy.number("threshold")).isEqualTo(75);
            assertThat(busy.number("evaluationPeriods")).isEqualTo(5);
            assertThat(busy.text("alarmDescription")).contains("raise its replicas.min, up to 3");
            assertThat(busy.map("dimensions"))
                    .containsEntry(
                            "DBInstanceIdentifier",
                            prod.named(RDS_INSTANCE, "db-replicas-1").text("identifier"));
        }

        @Test
        void requestsAreTraced() {
            assertThat(prod.named("aws:ecs/taskDefinition:TaskDefinition", "api-task")
                            .text("containerDefinitions"))
                    .contains("aws-xray-daemon");
        }
    }

    @Nested
    class OnAurora {
        private final Recording aurora = Stacks.file(AURORA, Ids.KNOWN);

        @Test
        void readersComeAndGoByThemselves() {
            assertThat(aurora.ofType("aws:rds/clusterInstance:ClusterInstance"))
                    .extracting(Recorded::name, instance -> instance.text("availabilityZone"))
                    .containsExactlyInAnyOrder(
                            tuple("db-instance-1", "us-east-1a"), tuple("db-instance-2", "us-east-1b"));
            assertThat(aurora.ofType(CLOUDWATCH_METRIC_ALARM))
                    .extracting(Recorded::name)
                    .noneMatch(name -> name.startsWith("alarms-replica-"));
        }

        @Test
        void theApiReadsFromTheClustersReaders() {
            assertThat(ServiceEnvironment.of(aurora, "api").variables())
                    .containsEntry(
                            "DB_READ_HOST",
                            aurora.named("aws:rds/cluster:Cluster", "db-cluster")
                                    .text("readerEndpoint"));
        }

        @Test
        void allElseIsAsWithTheInstance() {
            assertThat(Reach.in(aurora)).isEqualTo(Reach.in(Stacks.file(PROD, Ids.KNOWN)));
            assertThat(List.copyOf(
                            ServiceEnvironment.of(aurora, "api").variables().keySet()))
                    .isEqualTo(List.copyOf(ServiceEnvironment.of(Stacks.file(PROD, Ids.KNOWN), "api")
                            .variables()
                            .keySet()));
        }
    }
}
