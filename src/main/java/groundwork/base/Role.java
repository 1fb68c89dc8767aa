package groundwork.base;

import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import groundwork.permissions.PolicyDocument;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A role for one AWS service, with nothing but the permissions given. */
public final class Role extends Component {
    private final com.pulumi.aws.iam.Role role;
    private final Optional<RolePolicy> policy;

    public Role(String suffix, String service, List<Statement> statements, Component whole) {
        super("identity:Role", suffix, whole);
        role = createRole(service);
        policy =
                statements.isEmpty() ? Optional.empty() : Optional.of(createPolicy("policy", "groundwork", statements));
        outputs(Map.of("arn", role.arn()));
    }

    public Output<String> arn() {
        return role.arn();
    }

    /** For what can be named only once something has the role. */
    public void permit(String suffix, List<Statement> statements) {
        createPolicy(suffix, suffix, statements);
    }

    /** What must exist before the role is of use. */
    public List<RolePolicy> ready() {
        return policy.stream().toList();
    }

    private com.pulumi.aws.iam.Role createRole(String service) {
        return new com.pulumi.aws.iam.Role(
                child("role"),
                RoleArgs.builder()
                        .name(stack().names().of(NameRule.ROLE, name()))
                        .assumeRolePolicy(Trust.in(service, stack()))
                        .build(),
                inside());
    }

    private RolePolicy createPolicy(String suffix, String policyName, List<Statement> statements) {
        return new RolePolicy(
                child(suffix),
                RolePolicyArgs.builder()
                        .name(policyName)
                        .role(role.name())
                        .policy(PolicyDocument.of(statements))
                        .build(),
                inside());
    }
}
