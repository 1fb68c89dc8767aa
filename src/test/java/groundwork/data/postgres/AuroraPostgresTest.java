package groundwork.data.postgres;

import static groundwork.aws.ResourceTypes.CLOUDWATCH_LOG_GROUP;
import static groundwork.aws.ResourceTypes.RDS_CLUSTER;
import static groundwork.aws.ResourceTypes.RDS_CLUSTER_INSTANCE;
import static groundwork.aws.ResourceTypes.RDS_CLUSTER_PARAMETER_GROUP;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Topologies;
import groundwork.data.Database;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.links.LinkSettings.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuroraPostgresTest {

    private final List<Database> databases = new ArrayList<>();

    @Test
    void pausesWhereTheLeastIsNothing() {
        var cluster = cluster("staging", "capacity: { min: 0, max: 2, pauseAfter: 10m }");

        assertThat(cluster.text("serverlessv2ScalingConfiguration.minCapacity")).isEqualTo("0");
        assertThat(cluster.text("serverlessv2ScalingConfiguration.maxCapacity")).isEqualTo("2");
        assertThat(cluster.number("serverlessv2ScalingConfiguration.secondsUntilAutoPause"))
                .isEqualTo(600);
    }

    @Test
    void tellsServicesWhenItPauses() {
        assertThat(run("staging", "capacity: { min: 0, max: 2, pauseAfter: 10m }")
                        .outputs())
                .containsEntry("variable pause-after", "600");
        assertThat(run("production", "capacity: { min: 0.5, max: 8 }").outputs())
                .doesNotContainKey("variable pause-after");
    }

    @Test
    void neverPausesWhereTheLeastIsMore() {
        var cluster = cluster("production", "capacity: { min: 0.5, max: 8 }");

        assertThat(cluster.text("serverlessv2ScalingConfiguration.minCapacity")).isEqualTo("0.5");
        assertThat(cluster.map("serverlessv2ScalingConfiguration")).doesNotContainKey("secondsUntilAutoPause");
    }

    @Test
    void isWhatItsSettingsSay() {
        var recording = run("production", "version: \"16.4\", backups: 30d, name: shop, user: keeper");
        var cluster = recording.named(RDS_CLUSTER, "db-cluster");

        assertThat(cluster.inputs())
                .containsEntry("clusterIdentifier", "shop-test-db")
                .containsEntry("engine", "aurora-postgresql")
                .containsEntry("engineMode", "provisioned")
                .containsEntry("engineVersion", "16.4")
                .containsEntry("engineLifecycleSupport", "open-source-rds-extended-support-disabled")
                .containsEntry("copyTagsToSnapshot", true)
                .containsEntry("databaseName", "shop")
                .containsEntry("masterUsername", "keeper")
                .containsEntry("storageEncrypted", true)
                .containsEntry(
                        "kmsKeyId",
                        recording.named("aws:kms/key:Key", "key-key").text("arn"))
                .containsEntry("deletionProtection", true)
                .containsEntry("deleteAutomatedBackups", false)
                .containsEntry("skipFinalSnapshot", false)
                .containsEntry("enabledCloudwatchLogsExports", List.of("postgresql"));
        assertThat(cluster.number("backupRetentionPeriod")).isEqualTo(30);
        assertThat(cluster.text("finalSnapshotIdentifier")).matches("shop-test-db-last-[0-9a-f]{6}");
        assertThat(cluster.protect()).isTrue();
        assertThat(recording.named(RDS_CLUSTER_INSTANCE, "db-instance-1").inputs())
                .doesNotContainKeys("engineLifecycleSupport", "copyTagsToSnapshot");
    }

    @Test
    void hasAnInstanceInEachOfTwoZonesForMultiAz() {
        var recording = run("production", "multiAz: true");

        assertThat(recording.ofType(RDS_CLUSTER_INSTANCE))
                .extracting(
                        Recorded::name,
                        instance -> instance.text("identifier"),
                        instance -> instance.text("availabilityZone"),
                        instance -> instance.text("instanceClass"))
                .containsExactlyInAnyOrder(
                        tuple("db-instance-1", "shop-test-db-1", "us-east-1a", "db.serverless"),
                        tuple("db-instance-2", "shop-test-db-2", "us-east-1b", "db.serverless"));
    }

    @Test
    void hasOneInstanceOtherwise() {
        assertThat(run("staging", "multiAz: false").ofType(RDS_CLUSTER_INSTANCE))
                .hasSize(1);
    }

    @Test
    void speaksTlsOnly() {
        var group = run("staging", "version: \"16.4\"").named(RDS_CLUSTER_PARAMETER_GROUP, "db-parameters-16");

        assertThat(group.text("family")).isEqualTo("aurora-postgresql16");
        assertThat(group.text("name")).isEqualTo("shop-test-db-aurora-postgresql16");
        assertThat(group.text("parameters[0].name")).isEqualTo("rds.force_ssl");
        assertThat(group.text("parameters[0].value")).isEqualTo("1");
    }

    @Test
    void writesToALogGroupThatExistsBefore() {
        var recording = run("staging", "multiAz: false");
        var group = recording.named(CLOUDWATCH_LOG_GROUP, "db-cluster-postgresql-log");

        assertThat(group.text("name")).isEqualTo("/aws/rds/cluster/shop-test-db/postgresql");
        assertThat(recording.named(RDS_CLUSTER, "db-cluster").dependencies()).contains(group.urn());
    }

    @Test
    void offersTheClustersAddressOnceItsInstancesAreThere() {
        var recording = run("staging", "multiAz: false, secretStore: secrets-manager");
        var host = recording.named(RDS_CLUSTER, "db-cluster").text("endpoint");
        var password = recording
                .named("random:index/randomPassword:RandomPassword", "db-password")
                .text("result");

        assertThat(recording.outputs())
                .containsEntry("variable host", host)
                .containsEntry(
                        "ready",
                        List.of(
                                recording
                                        .named(RDS_CLUSTER_INSTANCE, "db-instance-1")
                                        .urn(),
                                recording.named(RDS_CLUSTER, "db-cluster").urn(),
                                recording
                                        .named(SECRETSMANAGER_SECRET_VERSION, "db-url-version")
                                        .urn()));
        assertThat(recording
                        .named(SECRETSMANAGER_SECRET_VERSION, "db-url-version")
                        .text("secretString"))
                .isEqualTo("postgresql://app:%s@%s:5432/app?sslmode=require".formatted(password, host));
    }

    @Test
    void makesMoreReadersByItself() {
        var recording = run("production", "replicas: { min: 1, max: 3 }");
        var target = recording.named("aws:appautoscaling/target:Target", "db-readers-target");
        var policy = recording.named("aws:appautoscaling/policy:Policy", "db-readers-cpu");

        assertThat(recording.ofType(RDS_CLUSTER_INSTANCE)).hasSize(2);
        assertThat(target.inputs())
                .containsEntry("serviceNamespace", "rds")
                .containsEntry("scalableDimension", "rds:cluster:ReadReplicaCount")
                .containsEntry("resourceId", "cluster:shop-test-db");
        assertThat(target.number("minCapacity")).isEqualTo(1);
        assertThat(target.number("maxCapacity")).isEqualTo(3);
        assertThat(target.dependencies())
                .contains(recording.named(RDS_CLUSTER_INSTANCE, "db-instance-2").urn());
        assertThat(policy.map("targetTrackingScalingPolicyConfiguration"))
                .containsEntry("targetValue", 75L)
                .containsEntry("scaleOutCooldown", 300L)
                .containsEntry("scaleInCooldown", 300L)
                .containsEntry(
                        "predefinedMetricSpecification",
                        Map.of("predefinedMetricType", "RDSReaderAverageCPUUtilization"));
        assertThat(recording.refusals()).isEmpty();
    }

    @Test
    void readsGoToItsReaders() {
        var recording = run("production", "replicas: 2", Optional.of(Access.READ));

        assertThat(recording.ofType(RDS_CLUSTER_INSTANCE)).hasSize(3);
        assertThat(recording.outputs())
                .containsEntry(
                        "variable host",
                        recording.named(RDS_CLUSTER, "db-cluster").text("readerEndpoint"));
        assertThat(recording.ofType("aws:appautoscaling/target:Target")).isEmpty();
    }

    private Recorded cluster(String environment, String database) {
        return run(environment, database).named(RDS_CLUSTER, "db-cluster");
    }

    private Recording run(String environment, String database) {
        return run(environment, database, Optional.empty());
    }

    private Recording run(String environment, String database, Optional<Access> access) {
        var text =
                """
                groundwork:environment: %s
                groundwork:databases: { db: { engine: aurora-postgres, %s } }
                """
                        .formatted(environment, database);
        return Topologies.of(text, (stack, plan, context) -> {
            var db = Databases.create("db", plan.databases().get("db"), Topologies.network(plan, stack), stack);
            databases.add(db);
            Topologies.export(db.connect(access), context);
        });
    }
}
