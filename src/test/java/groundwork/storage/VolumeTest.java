package groundwork.storage;

import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;
import static groundwork.aws.ResourceTypes.EFS_ACCESS_POINT;
import static groundwork.aws.ResourceTypes.EFS_FILE_SYSTEM;
import static groundwork.aws.ResourceTypes.EFS_MOUNT_TARGET;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_INGRESS_RULE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import groundwork.Policies;
import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VolumeTest {

    private final Recording production = record("production", "{ uploads: /var/data/uploads }", Ids.KNOWN);

    @Test
    void isEncryptedAndKeptInProduction() {
        var files = production.named(EFS_FILE_SYSTEM, "uploads-files");

        assertThat(files.flag("encrypted")).isTrue();
        assertThat(files.text("kmsKeyId"))
                .isEqualTo(production.named("aws:kms/key:Key", "key-key").text("arn"));
        assertThat(files.text("throughputMode")).isEqualTo("elastic");
        assertThat(files.list("lifecyclePolicies"))
                .containsExactly(
                        Map.of("transitionToIa", "AFTER_30_DAYS"),
                        Map.of("transitionToPrimaryStorageClass", "AFTER_1_ACCESS"));
        assertThat(files.protect()).isTrue();
        assertThat(production
                        .named("aws:efs/backupPolicy:BackupPolicy", "uploads-backups")
                        .text("backupPolicy.status"))
                .isEqualTo("ENABLED");
    }

    @Test
    void isUnprotectedAndWithoutBackupsElsewhere() {
        var staging = record("staging", "{ uploads: /files }", Ids.KNOWN);

        assertThat(staging.named(EFS_FILE_SYSTEM, "uploads-files").protect()).isFalse();
        assertThat(staging.named(EFS_FILE_SYSTEM, "uploads-files").inputs()).doesNotContainKey("kmsKeyId");
        assertThat(staging.named("aws:efs/backupPolicy:BackupPolicy", "uploads-backups")
                        .text("backupPolicy.status"))
                .isEqualTo("DISABLED");
    }

    @Test
    void belongsToOneUserBelowAFolderOfItsOwn() {
        var access = production.named(EFS_ACCESS_POINT, "uploads-access");

        assertThat(access.map("posixUser")).isEqualTo(Map.of("uid", 1000L, "gid", 1001L));
        assertThat(access.text("rootDirectory.path")).isEqualTo("/uploads");
        assertThat(access.map("rootDirectory.creationInfo"))
                .isEqualTo(Map.of("ownerUid", 1000L, "ownerGid", 1001L, "permissions", "0755"));
    }

    @Test
    void hasADoorInEveryZoneOfTasks() {
        assertThat(production.ofType(EFS_MOUNT_TARGET))
                .extracting(door -> door.text("subnetId"))
                .containsExactlyInAnyOrderElementsOf(production.ofType("aws:ec2/subnet:Subnet").stream()
                        .filter(subnet -> subnet.name().startsWith("network-private"))
                        .map(subnet -> subnet.id().orElseThrow())
                        .toList());
        assertThat(production.ofType(EFS_MOUNT_TARGET)).hasSize(3);
    }

    @Test
    void nobodyGetsInOverPlainText() {
        assertThat(Policies.lines(production
                        .named("aws:efs/fileSystemPolicy:FileSystemPolicy", "uploads-policy")
                        .text("policy")))
                .containsExactly(
                        "Deny elasticfilesystem:ClientMount, elasticfilesystem:ClientWrite, elasticfilesystem:ClientRootAccess on "
                                + arn(production) + " by AWS * when Bool aws:SecureTransport false");
    }

    @Test
    void aMountOpensTheWayAtBothEnds() {
        assertThat(production
                        .named(VPC_SECURITY_GROUP_INGRESS_RULE, "app-tasks-in-to-uploads")
                        .inputs())
                .containsEntry("fromPort", 2049L)
                .containsEntry("toPort", 2049L)
                .containsEntry("securityGroupId", groupId("uploads-group-group"))
                .containsEntry("referencedSecurityGroupId", groupId("app-tasks-group"));
    }

    @Test
    void aMountAllowsTheTaskItsAccessPointAlone() {
        assertThat(permissions(production))
                .containsExactly("Allow elasticfilesystem:ClientMount, elasticfilesystem:ClientWrite on "
                        + arn(production) + " when StringEquals elasticfilesystem:AccessPointArn "
                        + production.named(EFS_ACCESS_POINT, "uploads-access").text("arn"));
    }

    @Test
    void aReadOnlyMountWritesNothing() {
        var reading = record("production", "{ uploads: { path: /files, readOnly: true } }", Ids.KNOWN);

        assertThat(permissions(reading)).singleElement().asString().doesNotContain("ClientWrite");
        assertThat(mountPoint(reading))
                .isEqualTo("{\"sourceVolume\":\"uploads\",\"containerPath\":\"/files\",\"readOnly\":true}");
    }

    @Test
    void theTaskMountsItEncryptedAndAsItself() {
        var task = production.named(ECS_TASK_DEFINITION, "app-task");

        assertThat(task.list("volumes"))
                .containsExactly(Map.of(
                        "name",
                        "uploads",
                        "efsVolumeConfiguration",
                        Map.of(
                                "fileSystemId",
                                production
                                        .named(EFS_FILE_SYSTEM, "uploads-files")
                                        .id()
                                        .orElseThrow(),
                                "transitEncryption",
                                "ENABLED",
                                "authorizationConfig",
                                Map.of(
                                        "accessPointId",
                                        production
                                                .named(EFS_ACCESS_POINT, "uploads-access")
                                                .id()
                                                .orElseThrow(),
                                        "iam",
                                        "ENABLED"))));
        assertThat(mountPoint(production))
                .isEqualTo("{\"sourceVolume\":\"uploads\",\"containerPath\":\"/var/data/uploads\",\"readOnly\":false}");
    }

    @Test
    void theServiceStartsOnceEveryDoorIsOpen() {
        assertThat(production.named("aws:ecs/service:Service", "app-service").dependencies())
                .containsAll(production.ofType(EFS_MOUNT_TARGET).stream()
                        .map(Recorded::urn)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void awsRefusesNothing(Ids ids) {
        assertThat(record("production", "{ uploads: /files }", ids).refusals()).isEmpty();
    }

    private static Recording record(String environment, String mounts, Ids ids) {
        return Stacks.of(environment)
                .with("volumes", "{\"uploads\": {\"user\": 1000, \"group\": 1001}}")
                .with("services", "{\"app\": {\"port\": 80, \"mounts\": %s}}".formatted(quoted(mounts)))
                .record(ids);
    }

    private static String quoted(String mounts) {
        return mounts.replaceAll("([A-Za-z/][\\w/]*)", "\"$1\"").replace("\"true\"", "true");
    }

    private String groupId(String name) {
        return production
                .named("aws:ec2/securityGroup:SecurityGroup", name)
                .id()
                .orElseThrow();
    }

    private static String arn(Recording recording) {
        return recording.named(EFS_FILE_SYSTEM, "uploads-files").text("arn");
    }

    private static List<String> permissions(Recording recording) {
        return Policies.lines(recording
                .named("aws:iam/rolePolicy:RolePolicy", "app-task-policy")
                .text("policy"));
    }

    private static String mountPoint(Recording recording) {
        return JsonParser.parseString(
                        recording.named(ECS_TASK_DEFINITION, "app-task").text("containerDefinitions"))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("mountPoints")
                .get(0)
                .toString();
    }
}
