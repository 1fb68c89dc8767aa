package groundwork.resilience.backup;

import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.aws.Arn;
import groundwork.base.Component;
import groundwork.base.Protected;
import groundwork.base.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A role for AWS Backup with the policies that AWS keeps up to date for it: they name more actions than a role may list itself. */
final class BackupRole extends Component {
    private final Role role;
    private final List<Resource> ready = new ArrayList<>();

    private BackupRole(String suffix, Map<String, String> policies, Component whole) {
        super("resilience:BackupRole", suffix, whole);
        role = new Role("service", "backup.amazonaws.com", List.of(), this);
        policies.forEach(this::attach);
        outputs(Map.of("arn", arn()));
    }

    static BackupRole thatCopies(List<Protected> holdings, Component whole) {
        return new BackupRole("copier", policies("Backup", holdings), whole);
    }

    static BackupRole thatRestores(List<Protected> holdings, Component whole) {
        return new BackupRole("restorer", policies("Restore", holdings), whole);
    }

    Output<String> arn() {
        return role.arn();
    }

    List<Resource> ready() {
        return List.copyOf(ready);
    }

    private static Map<String, String> policies(String what, List<Protected> holdings) {
        var general = "service-role/AWSBackupServiceRolePolicyFor" + (what.equals("Restore") ? "Restores" : what);
        return holdings.stream().map(Protected::type).anyMatch("S3"::equals)
                ? Map.of("general", general, "buckets", "AWSBackupServiceRolePolicyForS3" + what)
                : Map.of("general", general);
    }

    private void attach(String suffix, String policy) {
        ready.add(new RolePolicyAttachment(
                child(suffix),
                RolePolicyAttachmentArgs.builder()
                        .role(role.arn().applyValue(arn -> arn.substring(arn.lastIndexOf('/') + 1)))
                        .policyArn(Arn.AWS_POLICIES + policy)
                        .build(),
                inside()));
    }
}
