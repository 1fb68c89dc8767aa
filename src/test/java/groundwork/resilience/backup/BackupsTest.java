package groundwork.resilience.backup;

import static groundwork.aws.ResourceTypes.BACKUP_PLAN;
import static groundwork.aws.ResourceTypes.BACKUP_RESTORE_TESTING_PLAN;
import static groundwork.aws.ResourceTypes.BACKUP_RESTORE_TESTING_SELECTION;
import static groundwork.aws.ResourceTypes.BACKUP_SELECTION;
import static groundwork.aws.ResourceTypes.BACKUP_VAULT;
import static groundwork.aws.ResourceTypes.IAM_ROLE_POLICY_ATTACHMENT;
import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import groundwork.Rows;
import groundwork.Stacks;
import groundwork.Topologies;
import groundwork.base.Protected;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupsTest {
    private static final String DATABASE = "arn:aws:rds:us-east-1:123456789012:db:shop-test-db";
    private static final String FILES = "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-1";
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:shop-test-alerts";
    private static final String FULL =
            """
            groundwork:environment: production
            groundwork:backup: { copyTo: us-west-2, coldAfter: 30d, keep: 120d, restoreTest: week }
            """;

    @Test
    void databasesThatSleepAtNightAreCopiedByDay() {
        var recording = run(
                """
                groundwork:services: { app: {} }
                groundwork:sleep: { hours: { timezone: America/New_York } }
                groundwork:databases: { db: {} }
                groundwork:backup: {}
                """,
                Ids.KNOWN);

        assertThat(recording.named(BACKUP_PLAN, "backups-plan").text("rules[0].schedule"))
                .isEqualTo("cron(0 16 * * ? *)");
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void everythingIsCopiedDailyAndKept(Ids ids) {
        var recording = run("groundwork:backup: {}", ids);

        assertThat(recording.named(BACKUP_PLAN, "backups-plan").inputs())
                .containsEntry("name", "shop-test")
                .containsEntry(
                        "rules",
                        List.of(Map.of(
                                "ruleName",
                                "day",
                                "targetVaultName",
                                "shop-test",
                                "schedule",
                                "cron(0 5 * * ? *)",
                                "startWindow",
                                60L,
                                "completionWindow",
                                480L,
                                "lifecycle",
                                Map.of("deleteAfter", 7L))));
        assertThat(recording.named(BACKUP_SELECTION, "backups-selection").list("resources"))
                .containsExactly(DATABASE, FILES);
        assertThat(recording
                        .named(IAM_ROLE_POLICY_ATTACHMENT, "backups-copier-general")
                        .text("policyArn"))
                .isEqualTo("arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup");
        assertThat(recording.named(BACKUP_VAULT, "backups-vault").inputs())
                .containsEntry("name", "shop-test")
                .containsEntry("forceDestroy", true)
                .doesNotContainKey("kmsKeyArn");
    }

    @Test
    void vaultOfProductionIsProtectedAndHasTheKeyOfTheStack() {
        var recording = run(FULL, Ids.KNOWN);
        var vault = recording.named(BACKUP_VAULT, "backups-vault");

        assertThat(vault.protect()).isTrue();
        assertThat(vault.flag("forceDestroy")).isFalse();
        assertThat(vault.text("kmsKeyArn"))
                .isEqualTo(recording.named("aws:kms/key:Key", "key-key").text("arn"));
    }

    @Test
    void failedJobsOfItsRolesAreToldToPeople() {
        var recording = run(FULL, Ids.KNOWN);
        var pattern = recording
                .named("aws:cloudwatch/eventRule:EventRule", "backups-failures-rule")
                .text("eventPattern");

        for (var role : List.of("backups-copier-service", "backups-test-restorer-service")) {
            assertThat(pattern)
                    .contains('"'
                            + recording
                                    .named("aws:iam/role:Role", role + "-role")
                                    .text("arn")
                            + '"');
        }
        assertThat(pattern).contains("Backup Job State Change", "Copy Job", "Restore Job", "FAILED", "EXPIRED");
        assertThat(recording
                        .named("aws:cloudwatch/eventTarget:EventTarget", "backups-failures-alert")
                        .text("arn"))
                .isEqualTo(TOPIC);
        assertThat(recording.named("aws:kms/key:Key", "key-key").text("policy")).contains("events.amazonaws.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groundwork:observability: { alarms: { enabled: false } }",
                "groundwork:sleep: { hours: { timezone: UTC } }\n"
                        + "groundwork:databases: { db: {} }\ngroundwork:services: { app: {} }\n"
                        + "groundwork:observability: { alarms: { enabled: true } }"
            })
    void nobodyIsToldWithoutAlarmsOrWhereDatabasesSleep(String settings) {
        var recording = run(settings + "\ngroundwork:backup: {}", Ids.KNOWN);

        assertThat(recording.ofType("aws:cloudwatch/eventRule:EventRule")).isEmpty();
    }

    @Test
    void copiesGoToAVaultInTheOtherRegionWithAKeyOfThatRegion() {
        var recording = run(FULL, Ids.KNOWN);
        var vault = recording.named(BACKUP_VAULT, "us-west-2-vault");

        assertThat(vault.text("arn")).isEqualTo("arn:aws:backup:us-west-2:123456789012:backup-vault:shop-test");
        assertThat(vault.text("kmsKeyArn")).startsWith("arn:aws:kms:us-west-2:123456789012:key/");
        assertThat(recording.named(BACKUP_PLAN, "backups-plan").map("rules[0].lifecycle"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("deleteAfter", 120L, "coldStorageAfter", 30L));
        assertThat(recording.named(BACKUP_PLAN, "backups-plan").list("rules[0].copyActions"))
                .containsExactly(Map.of(
                        "destinationVaultArn",
                        vault.text("arn"),
                        "lifecycle",
                        Map.of("deleteAfter", 120L, "coldStorageAfter", 30L)));
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void restoresAreTriedBesideTheDatabase(Ids ids) {
        var recording = run(FULL, ids);
        var plan = recording.named(BACKUP_RESTORE_TESTING_PLAN, "backups-test-plan");

        assertThat(plan.inputs())
                .containsEntry("name", "shop_test")
                .containsEntry("scheduleExpression", "cron(0 12 ? * SUN *)");
        assertThat(plan.map("recoveryPointSelection"))
                .containsEntry("algorithm", "LATEST_WITHIN_WINDOW")
                .containsEntry("recoveryPointTypes", List.of("SNAPSHOT"))
                .containsEntry(
                        "includeVaults",
                        ids == Ids.KNOWN
                                ? List.of("arn:aws:backup:us-east-1:123456789012:backup-vault:shop-test")
                                : Unknown.UNKNOWN);
        assertThat(recording
                        .named(BACKUP_RESTORE_TESTING_SELECTION, "backups-test-db")
                        .inputs())
                .containsEntry("name", "db")
                .containsEntry("protectedResourceType", "RDS")
                .containsEntry("protectedResourceArns", List.of(DATABASE))
                .containsEntry("restoreMetadataOverrides", Map.of("multiAz", "false"));
        assertThat(recording
                        .named(BACKUP_RESTORE_TESTING_SELECTION, "backups-test-user-files")
                        .inputs())
                .containsEntry("name", "user_files")
                .containsEntry("protectedResourceType", "EFS");
        assertThat(recording
                        .named(IAM_ROLE_POLICY_ATTACHMENT, "backups-test-restorer-general")
                        .text("policyArn"))
                .isEqualTo("arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores");
    }

    @Test
    void bucketsNeedPoliciesOfTheirOwn() {
        var recording = Topologies.of(
                "groundwork:backup: { restoreTest: month }",
                (stack, plan, context) -> new Backups(
                        "backups",
                        plan.backup().orElseThrow(),
                        List.of(Protected.of("S3", "assets", Output.of("arn:aws:s3:::assets"))),
                        OtherRegion.all(stack),
                        Optional.of(Output.of(TOPIC))
                                .filter(any -> plan.backup().orElseThrow().tellsOfFailures()),
                        stack));

        assertThat(recording.ofType(IAM_ROLE_POLICY_ATTACHMENT))
                .extracting(attachment -> attachment.text("policyArn"))
                .containsExactlyInAnyOrder(
                        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
                        "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup",
                        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
                        "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore");
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void backupsOfADatabaseAreCopiedIntoTheOtherRegion(Ids ids) {
        var recording = Topologies.of(
                "groundwork:databases: { db: { backupRegion: eu-west-1, backups: 14d } }",
                ids,
                (stack, plan, context) -> {
                    var database = plan.settings().databases().get("db");
                    var region = OtherRegion.all(stack).get("eu-west-1");
                    new BackupReplication("db", Output.of(DATABASE), database.backups(), region);
                });
        var replication = recording.named(
                "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
                "eu-west-1-db-backups-replication");
        var key = recording.named("aws:kms/key:Key", "eu-west-1-key");

        assertThat(replication.inputs())
                .containsEntry("sourceDbInstanceArn", DATABASE)
                .containsEntry("retentionPeriod", 14L)
                .containsEntry("kmsKeyId", key.get("arn"));
        assertThat(replication.provider()).isEqualTo(key.provider()).contains("::aws-eu-west-1::");
        assertThat(recording.named("aws:kms/alias:Alias", "eu-west-1-alias").text("name"))
                .isEqualTo("alias/shop-test-eu-west-1");
    }

    @Rows(
            """
            backup: { copyTo: us-east-1 }                       | backup.copyTo: us-east-1 is the region of the stack; choose another
            backup: { copyTo: oregon }                          | backup.copyTo: "oregon": write the name of an AWS region such as us-west-2
            backup: { coldAfter: 30d, keep: 60d }               | backup.keep: cold storage requires at least 90 more days of retention; set at least 120d, or remove coldAfter
            backup: { keep: 36h }                               | backup.keep: retention is in whole days
            databases: { db: { backupRegion: us-east-1 } }      | databases.db.backupRegion: us-east-1 is the region of the stack; choose another
            databases: { db: { engine: aurora-postgres, backupRegion: us-west-2 } } | databases.db.backupRegion: Aurora does not replicate automated backups to another region; use backup.copyTo
            """)
    void whatCannotBeIsTold(String setting, String problem) {
        assertThat(problems("groundwork:" + setting)).containsExactly(problem);
    }

    @Test
    void aRestoredDatabaseIsBesideTheDatabaseAndBehindItsSecurityGroup() {
        var recording = Stacks.of("production")
                .with("databases", "{ db: {}, lake: { engine: aurora-postgres } }")
                .with("backup", "{ restoreTest: month }")
                .record();

        assertThat(recording
                        .named(BACKUP_RESTORE_TESTING_SELECTION, "backups-test-db")
                        .map("restoreMetadataOverrides"))
                .isEqualTo(Map.of(
                        "dbSubnetGroupName", "shop-test-db",
                        "vpcSecurityGroupIds", "[\"" + group(recording, "db-access-group") + "\"]",
                        "multiAz", "false",
                        "publiclyAccessible", "false"));
        assertThat(recording
                        .named(BACKUP_RESTORE_TESTING_SELECTION, "backups-test-lake")
                        .map("restoreMetadataOverrides"))
                .isEqualTo(Map.of(
                        "dbSubnetGroupName",
                        "shop-test-lake",
                        "vpcSecurityGroupIds",
                        "[\"" + group(recording, "lake-access-group") + "\"]"));
    }

    private static String group(Recording recording, String name) {
        return recording.named("aws:ec2/securityGroup:SecurityGroup", name).id().orElseThrow();
    }

    private static Recording run(String settings, Ids ids) {
        var recording = Topologies.of(
                settings,
                ids,
                (stack, plan, context) -> new Backups(
                        "backups",
                        plan.backup().orElseThrow(),
                        List.of(
                                new Protected("RDS", "db", Output.of(DATABASE), Output.of(Map.of("multiAz", "false"))),
                                Protected.of("EFS", "user-files", Output.of(FILES))),
                        OtherRegion.all(stack),
                        Optional.of(Output.of(TOPIC))
                                .filter(any -> plan.backup().orElseThrow().tellsOfFailures()),
                        stack));
        assertThat(recording.refusals()).isEmpty();
        return recording;
    }
}
