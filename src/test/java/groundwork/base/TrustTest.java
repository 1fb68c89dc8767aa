package groundwork.base;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Policies;
import groundwork.Topologies;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {
    private static final class Owner extends Component {
        private Owner(String service, StackContext stack) {
            super("test:Owner", "owner", stack);
            new Role("role", service, List.of(), this);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "amplify.amazonaws.com, arn:aws:amplify:us-east-1:123456789012:apps/*",
        "codedeploy.amazonaws.com, arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:*",
        "ecs-tasks.amazonaws.com, arn:aws:ecs:us-east-1:123456789012:*",
        "fis.amazonaws.com, arn:aws:fis:us-east-1:123456789012:experiment/*",
        "scheduler.amazonaws.com, arn:aws:scheduler:us-east-1:123456789012:schedule-group/*",
        "states.amazonaws.com, arn:aws:states:us-east-1:123456789012:stateMachine:*",
        "vpc-flow-logs.amazonaws.com, arn:aws:ec2:us-east-1:123456789012:vpc-flow-log/*"
    })
    void aServiceTakesTheRoleForThisAccountAlone(String service, String source) {
        assertThat(trust(service))
                .containsExactly("Allow sts:AssumeRole on  by Service " + service + " when ArnLike aws:SourceArn "
                        + source + " when StringEquals aws:SourceAccount 123456789012");
    }

    @ParameterizedTest
    @CsvSource({
        "backup.amazonaws.com",
        "build.apprunner.amazonaws.com",
        "export.rds.amazonaws.com",
        "tasks.apprunner.amazonaws.com"
    })
    void aServiceThatTellsNoSourceIsTrusted(String service) {
        assertThat(trust(service)).containsExactly("Allow sts:AssumeRole on  by Service " + service);
    }

    private static List<String> trust(String service) {
        var recording =
                Topologies.of("groundwork:environment: staging", (stack, plan, context) -> new Owner(service, stack));
        return Policies.lines(
                recording.named("aws:iam/role:Role", "owner-role-role").text("assumeRolePolicy"));
    }
}
