package groundwork.data.postgres;

import static groundwork.aws.ResourceTypes.CLOUDWATCH_LOG_GROUP;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static groundwork.aws.ResourceTypes.RDS_PARAMETER_GROUP;
import static groundwork.aws.ResourceTypes.RDS_SUBNET_GROUP;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET_VERSION;
import static groundwork.aws.ResourceTypes.SSM_PARAMETER;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Policies;
import groundwork.Topologies;
import groundwork.data.Database;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.values.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresInstanceTest {
    private static final String PASSWORD = "random:index/randomPassword:RandomPassword";

    private final List<Database> databases = new ArrayList<>();

    @Test
    void isAnInstanceWithAllThatStandsAroundIt() {
        var recording = run("production", "{}");

        var component = recording.named("groundwork:data:Postgres", "db");
        assertThat(recording.childrenOf(component.urn()))
                .extracting(Recorded::type, Recorded::name)
                .containsExactlyInAnyOrder(
                        tuple(RDS_SUBNET_GROUP, "db-subnets"),
                        tuple("groundwork:network:SecurityGroup", "db-access"),
                        tuple(PASSWORD, "db-password"),
                        tuple(RDS_PARAMETER_GROUP, "db-parameters-16"),
                        tuple(CLOUDWATCH_LOG_GROUP, "db-postgresql-log"),
                        tuple(CLOUDWATCH_LOG_GROUP, "db-upgrade-log"),
                        tuple(RDS_INSTANCE, "db-instance"),
                        tuple("groundwork:secrets:StoredSecret", "db-url"));
    }

    @Test
    void isWhatItsSettingsSay() {
        var instance = instance(
                "production",
                "{ version: \"16.4\", instanceClass: db.t3.medium, storage: 50GB, maxStorage: 200GB, multiAz: true,"
                        + " backups: 30d, name: shop, user: keeper }");

        assertThat(instance.inputs())
                .containsEntry("identifier", "shop-test-db")
                .containsEntry("engine", "postgres")
                .containsEntry("engineVersion", "16.4")
                .containsEntry("engineLifecycleSupport", "open-source-rds-extended-support-disabled")
                .containsEntry("instanceClass", "db.t3.medium")
                .containsEntry("multiAz", true)
                .containsEntry("dbName", "shop")
                .containsEntry("username", "keeper")
                .containsEntry("storageType", "gp3")
                .containsEntry("publiclyAccessible", false)
                .containsEntry("caCertIdentifier", "rds-ca-rsa2048-g1")
                .containsEntry("copyTagsToSnapshot", true)
                .containsEntry("autoMinorVersionUpgrade", true);
        assertThat(instance.number("allocatedStorage")).isEqualTo(50);
        assertThat(instance.number("maxAllocatedStorage")).isEqualTo(200);
        assertThat(instance.number("backupRetentionPeriod")).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"20GB, 100", "60GB, 120", "200GB, 400", "40000GB, 65536"})
    void mayGrowToTwiceItsStorageUnlessTheFileSaysOtherwise(String storage, long limit) {
        assertThat(instance("staging", "{ storage: " + storage + " }").number("maxAllocatedStorage"))
                .isEqualTo(limit);
    }

    @Test
    void growsByItselfOnlyWhereItMay() {
        assertThat(instance("staging", "{ storage: 20GB, maxStorage: 20GB }").inputs())
                .doesNotContainKey("maxAllocatedStorage");
    }

    @Test
    void isMendedWhenItSuitsAndCopiedAfterwards() {
        var instance = instance("staging", "{ maintenance: sun 02:00-04:00 }");

        assertThat(instance.text("maintenanceWindow")).isEqualTo("sun:02:00-sun:04:00");
        assertThat(instance.text("backupWindow")).isEqualTo("04:00-05:00");
    }

    @Test
    void outlivesMistakesInProduction() {
        var instance = instance("production", "{}");

        assertThat(instance.protect()).isTrue();
        assertThat(instance.flag("deletionProtection")).isTrue();
        assertThat(instance.flag("skipFinalSnapshot")).isFalse();
        assertThat(instance.text("finalSnapshotIdentifier")).matches("shop-test-db-last-[0-9a-f]{6}");
        assertThat(instance.flag("deleteAutomatedBackups")).isFalse();
        assertThat(instance.flag("applyImmediately")).isFalse();
    }

    @Test
    void leavesNothingBehindElsewhere() {
        var instance = instance("staging", "{}");

        assertThat(instance.protect()).isFalse();
        assertThat(instance.flag("deletionProtection")).isFalse();
        assertThat(instance.flag("skipFinalSnapshot")).isTrue();
        assertThat(instance.inputs()).doesNotContainKey("finalSnapshotIdentifier");
        assertThat(instance.flag("deleteAutomatedBackups")).isTrue();
        assertThat(instance.flag("applyImmediately")).isTrue();
    }

    @Test
    void isAlwaysEncryptedWithTheStacksOwnKeyWhereThereIsOne() {
        var recording = run("production", "{}");
        var key = recording.named("aws:kms/key:Key", "key-key").text("arn");
        var own = recording.named(RDS_INSTANCE, "db-instance");
        var aws = instance("staging", "{}");

        assertThat(own.flag("storageEncrypted")).isTrue();
        assertThat(own.text("kmsKeyId")).isEqualTo(key);
        assertThat(own.text("performanceInsightsKmsKeyId")).isEqualTo(key);
        assertThat(own.number("performanceInsightsRetentionPeriod")).isEqualTo(7);
        assertThat(aws.flag("storageEncrypted")).isTrue();
        assertThat(aws.flag("performanceInsightsEnabled")).isFalse();
        assertThat(aws.inputs())
                .doesNotContainKeys("kmsKeyId", "performanceInsightsKmsKeyId", "performanceInsightsRetentionPeriod");
    }

    @Test
    void speaksTlsOnly() {
        var group = run("staging", "{ version: \"16.4\" }").named(RDS_PARAMETER_GROUP, "db-parameters-16");

        assertThat(group.text("name")).isEqualTo("shop-test-db-postgres16");
        assertThat(group.text("family")).isEqualTo("postgres16");
        assertThat(parameters(group)).containsEntry("rds.force_ssl", "1");
    }

    @Test
    void logsConnectionsAndSlowStatements() {
        var staging = run("staging", "{ logs: { slowStatements: 0s } }").named(RDS_PARAMETER_GROUP, "db-parameters-16");
        var production =
                run("production", "{ logs: { slowStatements: 500s } }").named(RDS_PARAMETER_GROUP, "db-parameters-16");

        assertThat(parameters(staging)).containsOnlyKeys("rds.force_ssl");
        assertThat(parameters(production))
                .containsOnly(
                        entry("rds.force_ssl", "1"),
                        entry("log_connections", "1"),
                        entry("log_disconnections", "1"),
                        entry("log_min_duration_statement", "500000"));
    }

    @Test
    void writesToLogGroupsThatExistBefore() {
        var recording = run("staging", "{}");
        var instance = recording.named(RDS_INSTANCE, "db-instance");

        for (var log : List.of("postgresql", "upgrade")) {
            var group = recording.named(CLOUDWATCH_LOG_GROUP, "db-" + log + "-log");
            assertThat(group.text("name")).isEqualTo("/aws/rds/instance/shop-test-db/" + log);
            assertThat(group.number("retentionInDays")).isEqualTo(7);
            assertThat(instance.dependencies()).contains(group.urn());
        }
        assertThat(instance.list("enabledCloudwatchLogsExports")).containsExactly("postgresql", "upgrade");
    }

    @Test
    void livesInIsolatedSubnetsBehindItsOwnGroup() {
        var recording = run("staging", "{}");
        var isolated = recording.ofType("aws:ec2/subnet:Subnet").stream()
                .filter(subnet -> subnet.name().startsWith("network-isolated-"))
                .map(subnet -> (Object) subnet.id().orElseThrow());

        assertThat(recording.named(RDS_SUBNET_GROUP, "db-subnets").list("subnetIds"))
                .containsExactlyElementsOf(isolated.toList());
        assertThat(recording.named(RDS_INSTANCE, "db-instance").list("vpcSecurityGroupIds"))
                .containsExactly(recording
                        .named("aws:ec2/securityGroup:SecurityGroup", "db-access-group")
                        .id()
                        .orElseThrow());
        assertThat(recording.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))
                .isEmpty();
    }

    @Test
    void keepsItsCompleteUrlInASecret() {
        var recording = run("staging", "{ secret: database-url, secretStore: secrets-manager }");
        var version = recording.named(SECRETSMANAGER_SECRET_VERSION, "db-url-version");
        var password = recording.named(PASSWORD, "db-password").text("result");
        var host = recording.named(RDS_INSTANCE, "db-instance").text("address");

        assertThat(recording.named(SECRETSMANAGER_SECRET, "db-url-secret").text("name"))
                .isEqualTo("/shop/test/database-url");
        assertThat(password).matches("[A-Za-z0-9]{32}");
        assertThat(version.isSecret("secretString")).isTrue();
        assertThat(version.text("secretString"))
                .isEqualTo("postgresql://app:%s@%s:5432/app?sslmode=require".formatted(password, host));
    }

    @Test
    void keepsItInParameterStoreElsewhereThanInProduction() {
        var recording = run("staging", "{ secret: database-url }");
        var parameter = recording.named(SSM_PARAMETER, "db-url-parameter");

        assertThat(recording.ofType(SECRETSMANAGER_SECRET)).isEmpty();
        assertThat(parameter.inputs()).containsEntry("type", "SecureString");
        assertThat(parameter.inputs()).containsEntry("name", "/shop/test/database-url");
        assertThat(parameter.isSecret("value")).isTrue();
        assertThat(parameter.text("value")).startsWith("postgresql://app:");
        assertThat(recording.outputs()).containsEntry("secret url", parameter.text("arn"));
    }

    @Test
    void offersItsAddressAndTheSecret() {
        var recording = run("staging", "{ name: shop, user: keeper, secretStore: secrets-manager }");
        var host = recording.named(RDS_INSTANCE, "db-instance").text("address");

        assertThat(recording.named(SECRETSMANAGER_SECRET, "db-url-secret").text("name"))
                .isEqualTo("/shop/test/db-url");
        assertThat(recording.outputs())
                .containsEntry("variable host", host)
                .containsEntry("variable port", "5432")
                .containsEntry("variable name", "shop")
                .containsEntry("variable user", "keeper")
                .containsEntry(
                        "secret url",
                        recording.named(SECRETSMANAGER_SECRET, "db-url-secret").text("arn"))
                .containsEntry(
                        "ready",
                        List.of(
                                recording.named(RDS_INSTANCE, "db-instance").urn(),
                                recording
                                        .named(SECRETSMANAGER_SECRET_VERSION, "db-url-version")
                                        .urn()));
        assertThat(Policies.lines(recording.outputs().get("permissions"))).isEmpty();
        assertThat(databases.get(0).connect(Optional.empty()).convention()).contains("DATABASE");
    }

    @Test
    void hasNoAddressWhileItIsOnlyPreviewed() {
        var recording = run("production", "{}", Ids.UNKNOWN);

        assertThat(recording.outputs()).containsEntry("variable host", Unknown.UNKNOWN);
        assertThat(recording.named(RDS_INSTANCE, "db-instance").get("finalSnapshotIdentifier"))
                .isEqualTo(Unknown.UNKNOWN);
        assertThat(recording
                        .named(SECRETSMANAGER_SECRET_VERSION, "db-url-version")
                        .get("secretString"))
                .isEqualTo(Unknown.UNKNOWN);
    }

    private Recorded instance(String environment, String database) {
        return run(environment, database).named(RDS_INSTANCE, "db-instance");
    }

    private Recording run(String environment, String database) {
        return run(environment, database, Ids.KNOWN);
    }

    private Recording run(String environment, String database, Ids ids) {
        var text =
                """
                groundwork:environment: %s
                groundwork:databases: { db: %s }
                """
                        .formatted(environment, database);
        return Topologies.of(text, ids, (stack, plan, context) -> {
            var db = Databases.create("db", plan.databases().get("db"), Topologies.network(plan, stack), stack);
            databases.add(db);
            Topologies.export(db.connect(Optional.empty()), context);
        });
    }

    private static Map<String, Object> parameters(Recorded group) {
        return group.list("parameters").stream()
                .map(parameter -> (Map<?, ?>) parameter)
                .collect(toMap(parameter -> (String) parameter.get("name"), parameter -> parameter.get("value")));
    }
}
