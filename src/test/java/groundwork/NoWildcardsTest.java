package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No role may do just anything, nor to just anything. */
class NoWildcardsTest {
    private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";

    /** AWS knows no narrower resource for these. */
    private static final Set<String> UNSCOPED = Set.of(
            "ecr:GetAuthorizationToken",
            "logs:DescribeLogGroups",
            "cloudwatch:PutMetricData",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");

    @ParameterizedTest
    @ValueSource(strings = {"Pulumi.prod.yaml", "Pulumi.staging.yaml"})
    void noRoleHasAWildcardAction(String file) {
        for (var policy : Stacks.file(file, Ids.KNOWN).ofType(POLICY)) {
            statements(policy).forEach(statement -> assertThat(texts(statement, "Action"))
                    .as(policy.name())
                    .noneMatch(action -> action.contains("*")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pulumi.prod.yaml", "Pulumi.staging.yaml"})
    void onlyWhatCantBeScopedIsAllowedOnEverything(String file) {
        for (var policy : Stacks.file(file, Ids.KNOWN).ofType(POLICY)) {
            statements(policy)
                    .filter(statement -> texts(statement, "Resource").anyMatch("*"::equals))
                    .forEach(statement -> assertThat(texts(statement, "Action"))
                            .as(policy.name())
                            .isSubsetOf(UNSCOPED));
        }
    }

    private static Stream<JsonObject> statements(Recorded policy) {
        var document = JsonParser.parseString(policy.text("policy")).getAsJsonObject();
        return StreamSupport.stream(document.getAsJsonArray("Statement").spliterator(), false)
                .map(statement -> statement.getAsJsonObject());
    }

    private static Stream<String> texts(JsonObject statement, String key) {
        return StreamSupport.stream(statement.getAsJsonArray(key).spliterator(), false)
                .map(element -> element.getAsString());
    }
}
