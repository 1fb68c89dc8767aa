package groundwork.data.postgres;

import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static groundwork.aws.ResourceTypes.ROUTE53_RECORD;
import static groundwork.aws.ResourceTypes.ROUTE53_ZONE;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.links.LinkSettings.Access;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresReplicasTest {

    @Test
    void areAsThePrimaryIsButWithoutBackupsAndStandby() {
        var recording = run("replicas: 1, instanceClass: db.t3.medium, storage: 50GB, maxStorage: 200GB");
        var primary = recording.named(RDS_INSTANCE, "db-instance");
        var replica = recording.named(RDS_INSTANCE, "db-replicas-1");

        assertThat(replica.inputs())
                .containsEntry("identifier", "shop-test-db-replica-1")
                .containsEntry("replicateSourceDb", primary.text("identifier"))
                .containsEntry("instanceClass", "db.t3.medium")
                .containsEntry("storageType", "gp3")
                .containsEntry("storageEncrypted", true)
                .containsEntry("parameterGroupName", primary.text("parameterGroupName"))
                .containsEntry("vpcSecurityGroupIds", primary.list("vpcSecurityGroupIds"))
                .containsEntry("publiclyAccessible", false)
                .containsEntry("skipFinalSnapshot", true)
                .doesNotContainKeys(
                        "engine",
                        "username",
                        "password",
                        "dbName",
                        "kmsKeyId",
                        "dbSubnetGroupName",
                        "multiAz",
                        "deletionProtection");
        assertThat(replica.number("backupRetentionPeriod")).isZero();
        assertThat(replica.number("maxAllocatedStorage")).isEqualTo(200);
    }

    @Test
    void lieInTheNextZones() {
        assertThat(run("replicas: 3").ofType(RDS_INSTANCE))
                .filteredOn(instance -> instance.has("replicateSourceDb"))
                .extracting(Recorded::name, instance -> instance.text("availabilityZone"))
                .containsExactlyInAnyOrder(
                        tuple("db-replicas-1", "us-east-1b"),
                        tuple("db-replicas-2", "us-east-1c"),
                        tuple("db-replicas-3", "us-east-1a"));
    }

    @Test
    void oneIsReachedByItsOwnAddress() {
        var recording = run("replicas: 1");
        var host = recording.named(RDS_INSTANCE, "db-replicas-1").text("address");

        assertThat(recording.outputs()).containsEntry("variable host", host);
        assertThat(recording.ofType(ROUTE53_ZONE)).isEmpty();
        assertThat(recording
                        .named(SECRETSMANAGER_SECRET_VERSION, "db-read-url-version")
                        .text("secretString"))
                .contains("@" + host + ":5432/app?sslmode=require");
        assertThat(recording
                        .named("aws:secretsmanager/secret:Secret", "db-read-url-secret")
                        .text("name"))
                .isEqualTo("/shop/test/db-read-url");
    }

    @Test
    void severalShareANameInsideTheVpc() {
        var recording = run("replicas: 2");

        assertThat(recording.outputs()).containsEntry("variable host", "read.db.shop-test.internal");
        assertThat(recording.ofType(ROUTE53_ZONE)).singleElement().satisfies(zone -> {
            assertThat(zone.text("name")).isEqualTo("db.shop-test.internal");
            assertThat(zone.text("vpcs[0].vpcId"))
                    .isEqualTo(recording
                            .named("aws:ec2/vpc:Vpc", "network-vpc")
                            .id()
                            .orElseThrow());
        });
        assertThat(recording.ofType(ROUTE53_RECORD))
                .extracting(
                        record -> record.text("name"),
                        record -> record.text("type"),
                        record -> record.text("setIdentifier"),
                        record -> record.number("weightedRoutingPolicies[0].weight"),
                        record -> record.list("records"))
                .containsExactlyInAnyOrder(
                        tuple("read.db.shop-test.internal", "CNAME", "1", 1L, addressOf(recording, 1)),
                        tuple("read.db.shop-test.internal", "CNAME", "2", 1L, addressOf(recording, 2)));
    }

    @Test
    void aServiceThatReadsWaitsForThem() {
        var recording = run("replicas: 2");

        assertThat(recording.outputs())
                .containsEntry(
                        "ready",
                        List.of(
                                recording.named(RDS_INSTANCE, "db-replicas-1").urn(),
                                recording.named(RDS_INSTANCE, "db-replicas-2").urn(),
                                recording
                                        .named(SECRETSMANAGER_SECRET_VERSION, "db-read-url-version")
                                        .urn()));
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void awsRefusesNone(Ids ids) {
        assertThat(run("replicas: 3", ids).refusals()).isEmpty();
    }

    private static Object addressOf(Recording recording, int number) {
        return List.of(recording.named(RDS_INSTANCE, "db-replicas-" + number).text("address"));
    }

    private static Recording run(String database) {
        return run(database, Ids.KNOWN);
    }

    private static Recording run(String database, Ids ids) {
        var text =
                """
                groundwork:environment: production
                groundwork:databases: { db: { %s } }
                """
                        .formatted(database);
        return Topologies.of(text, ids, (stack, plan, context) -> {
            var db = Databases.create("db", plan.databases().get("db"), Topologies.network(plan, stack), stack);
            Topologies.export(db.connect(Optional.of(Access.READ)), context);
        });
    }
}
