package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.offline.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No role of any stack may do just anything, nor to just anything. */
class NoWildcardsTest {
    private static final Path OF_THE_POLICY_PACK = Path.of("policy/src/unscopedActions.ts");

    /** What AWS knows no narrower resource for, by the reason. */
    private static final Map<String, List<String>> UNSCOPED = Map.of(
            "a token is for the whole registry",
            List.of("ecr:GetAuthorizationToken"),
            "the agent lists groups to find its own",
            List.of("logs:DescribeLogGroups"),
            "deliveries of logs are no resource that a policy can name",
            List.of("logs:CreateLogDelivery", "logs:DescribeResourcePolicies", "logs:PutResourcePolicy"),
            "figures have no ARN",
            List.of("cloudwatch:GetMetricData", "cloudwatch:ListMetrics"),
            "what is described can't be named",
            List.of(
                    "application-autoscaling:DescribeScalableTargets",
                    "ec2:DescribeManagedPrefixLists",
                    "ec2:DescribeNetworkAcls",
                    "ec2:DescribeRegions",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeVpcs",
                    "elasticloadbalancing:DescribeListeners",
                    "elasticloadbalancing:DescribeRules",
                    "elasticloadbalancing:DescribeTargetGroups",
                    "elasticloadbalancing:DescribeTargetHealth",
                    "tag:GetResources"),
            "exports are no resource of their own",
            List.of("rds:DescribeExportTasks"),
            "channels have no ARN",
            List.of(
                    "ssmmessages:CreateControlChannel",
                    "ssmmessages:CreateDataChannel",
                    "ssmmessages:OpenControlChannel",
                    "ssmmessages:OpenDataChannel"),
            "traces have no ARN",
            List.of(
                    "xray:GetSamplingRules",
                    "xray:GetSamplingTargets",
                    "xray:PutTelemetryRecords",
                    "xray:PutTraceSegments"));

    /** RDS tests the role of an export for all of each kind. */
    private static final Set<String> WHOLE_KINDS = Set.of("s3:PutObject*", "s3:GetObject*", "s3:DeleteObject*");

    /** As above, but a condition narrows them: the name space of figures, the cluster of tasks. */
    private static final Set<String> NARROWED_BY_CONDITION = Set.of("cloudwatch:PutMetricData", "ecs:ListTasks");

    @ParameterizedTest
    @MethodSource("groundwork.Stacks#files")
    void noRoleHasAWildcardAction(String file) {
        assertThat(statements(file).flatMap(Allowed::actions))
                .filteredOn(action -> action.contains("*"))
                .isSubsetOf(WHOLE_KINDS);
    }

    @ParameterizedTest
    @MethodSource("groundwork.Stacks#files")
    void onlyWhatCantBeScopedIsAllowedOnEverything(String file) {
        assertThat(statements(file).filter(Allowed::onEverything).filter(allowed -> !allowed.isConditional()))
                .allSatisfy(allowed -> assertThat(allowed.actions())
                        .as(allowed.role())
                        .isSubsetOf(UNSCOPED.values().stream()
                                .flatMap(Collection::stream)
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("groundwork.Stacks#files")
    void onlyWhatAConditionNarrowsIsAllowedOnEverythingThatMeetsOne(String file) {
        assertThat(statements(file).filter(Allowed::onEverything).filter(Allowed::isConditional))
                .allSatisfy(allowed ->
                        assertThat(allowed.actions()).as(allowed.role()).isSubsetOf(NARROWED_BY_CONDITION));
    }

    @Test
    void thePolicyPackKnowsTheSameActions() throws IOException {
        var pack = Files.readString(OF_THE_POLICY_PACK);

        assertThat(UNSCOPED.values().stream().flatMap(Collection::stream))
                .allMatch(action -> pack.contains('"' + action + '"'));
        assertThat(NARROWED_BY_CONDITION).allMatch(action -> pack.contains('"' + action + '"'));
        assertThat(WHOLE_KINDS).allMatch(action -> pack.contains('"' + action + '"'));
    }

    private record Allowed(String role, JsonObject statement) {
        Stream<String> actions() {
            return texts("Action");
        }

        boolean onEverything() {
            return texts("Resource").anyMatch("*"::equals);
        }

        boolean isConditional() {
            return statement.has("Condition");
        }

        private Stream<String> texts(String key) {
            return StreamSupport.stream(statement.getAsJsonArray(key).spliterator(), false)
                    .map(element -> element.getAsString());
        }
    }

    private static Stream<Allowed> statements(String file) {
        return Stacks.file(file, Ids.KNOWN).ofType("aws:iam/rolePolicy:RolePolicy").stream()
                .flatMap(policy -> StreamSupport.stream(
                                JsonParser.parseString(policy.text("policy"))
                                        .getAsJsonObject()
                                        .getAsJsonArray("Statement")
                                        .spliterator(),
                                false)
                        .map(statement -> new Allowed(policy.name(), statement.getAsJsonObject())));
    }
}
