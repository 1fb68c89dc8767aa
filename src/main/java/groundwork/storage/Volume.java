package groundwork.storage;

import com.pulumi.aws.efs.AccessPoint;
import com.pulumi.aws.efs.AccessPointArgs;
import com.pulumi.aws.efs.BackupPolicy;
import com.pulumi.aws.efs.BackupPolicyArgs;
import com.pulumi.aws.efs.FileSystem;
import com.pulumi.aws.efs.FileSystemArgs;
import com.pulumi.aws.efs.FileSystemPolicy;
import com.pulumi.aws.efs.FileSystemPolicyArgs;
import com.pulumi.aws.efs.MountTarget;
import com.pulumi.aws.efs.MountTargetArgs;
import com.pulumi.aws.efs.inputs.AccessPointPosixUserArgs;
import com.pulumi.aws.efs.inputs.AccessPointRootDirectoryArgs;
import com.pulumi.aws.efs.inputs.AccessPointRootDirectoryCreationInfoArgs;
import com.pulumi.aws.efs.inputs.BackupPolicyBackupPolicyArgs;
import com.pulumi.aws.efs.inputs.FileSystemLifecyclePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.BackedUp;
import groundwork.base.Component;
import groundwork.base.Protected;
import groundwork.base.StackContext;
import groundwork.links.Connection;
import groundwork.links.Egress;
import groundwork.links.LinkTarget;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.permissions.PolicyDocument;
import groundwork.permissions.Statement;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.storage.VolumeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An encrypted file system with a door in every zone of tasks; nobody gets in but through its access point. */
public final class Volume extends Component implements LinkTarget, BackedUp {
    private static final int NFS = 2049;

    private final VolumeSettings settings;
    private final SecurityGroup group;
    private final FileSystem files;
    private final AccessPoint accessPoint;
    private final List<Resource> ready = new ArrayList<>();

    public Volume(String name, VolumeSettings settings, Network network, StackContext stack) {
        super("storage:Volume", name, stack);
        this.settings = settings;
        group = new SecurityGroup("group", "Volume " + name, network.vpcId(), this);
        files = createFiles();
        accessPoint = createAccessPoint();
        ready.add(createPolicy());
        for (int number = 1; number <= network.taskZones(); number++) {
            ready.add(createMountTarget(number, network));
        }
        createBackups();
        outputs(Map.of("fileSystemId", fileSystemId(), "accessPointId", accessPointId()));
    }

    public Output<String> fileSystemId() {
        return files.id();
    }

    public Output<String> accessPointId() {
        return accessPoint.id();
    }

    @Override
    public Connection connect(Optional<Access> access) {
        return Connection.NONE
                .through(Egress.to(group.id(), NFS))
                .permitting(using(access.map(Access::writes).orElse(true)))
                .after(ready);
    }

    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of("fileSystemId", fileSystemId());
    }

    @Override
    public Optional<Protected> toBackUp() {
        return Optional.of(Protected.of("EFS", name(), files.arn()));
    }

    private Statement using(boolean writing) {
        var actions = writing
                ? new String[] {"elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"}
                : new String[] {"elasticfilesystem:ClientMount"};
        return Statement.allow(actions)
                .on(files.arn())
                .when("StringEquals", "elasticfilesystem:AccessPointArn", accessPoint.arn());
    }

    private FileSystem createFiles() {
        var arguments = FileSystemArgs.builder()
                .encrypted(true)
                .performanceMode("generalPurpose")
                .throughputMode("elastic")
                .tags(named());
        stack().keyArn().ifPresent(arguments::kmsKeyId);
        if (!settings.infrequentAfter().isZero()) {
            arguments.lifecyclePolicies(
                    FileSystemLifecyclePolicyArgs.builder()
                            .transitionToIa(infrequentAfter())
                            .build(),
                    FileSystemLifecyclePolicyArgs.builder()
                            .transitionToPrimaryStorageClass("AFTER_1_ACCESS")
                            .build());
        }
        return new FileSystem(
                child("files"),
                arguments.build(),
                options().protect(stack().protects(settings.protect())).build());
    }

    private String infrequentAfter() {
        long days = settings.infrequentAfter().toDays();
        return "AFTER_%d_DAY%s".formatted(days, days == 1 ? "" : "S");
    }

    private AccessPoint createAccessPoint() {
        return new AccessPoint(
                child("access"),
                AccessPointArgs.builder()
                        .fileSystemId(files.id())
                        .posixUser(AccessPointPosixUserArgs.builder()
                                .uid(settings.user())
                                .gid(settings.group())
                                .build())
                        .rootDirectory(AccessPointRootDirectoryArgs.builder()
                                .path("/" + name())
                                .creationInfo(AccessPointRootDirectoryCreationInfoArgs.builder()
                                        .ownerUid(settings.user())
                                        .ownerGid(settings.group())
                                        .permissions("0755")
                                        .build())
                                .build())
                        .tags(named())
                        .build(),
                keepingNames("rootDirectory.path").build());
    }

    private FileSystemPolicy createPolicy() {
        var plainText = Statement.denyWithoutTls(
                        "elasticfilesystem:ClientMount",
                        "elasticfilesystem:ClientWrite",
                        "elasticfilesystem:ClientRootAccess")
                .on(files.arn());
        return new FileSystemPolicy(
                child("policy"),
                FileSystemPolicyArgs.builder()
                        .fileSystemId(files.id())
                        .policy(PolicyDocument.of(List.of(plainText)))
                        .build(),
                inside());
    }

    private MountTarget createMountTarget(int number, Network network) {
        return new MountTarget(
                child("door-" + number),
                MountTargetArgs.builder()
                        .fileSystemId(files.id())
                        .subnetId(network.taskSubnets().applyValue(subnets -> subnets.get(number - 1)))
                        .securityGroups(group.id().applyValue(List::of))
                        .build(),
                inside());
    }

    private void createBackups() {
        new BackupPolicy(
                child("backups"),
                BackupPolicyArgs.builder()
                        .fileSystemId(files.id())
                        .backupPolicy(BackupPolicyBackupPolicyArgs.builder()
                                .status(settings.backups() ? "ENABLED" : "DISABLED")
                                .build())
                        .build(),
                inside());
    }

    private Map<String, String> named() {
        return Map.of("Name", stack().names().prefix() + "-" + name());
    }
}
