package groundwork.observe;

import static groundwork.aws.ResourceTypes.CLOUDWATCH_QUERY_DEFINITION;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.settings.StackText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavedQueriesTest {

    @ParameterizedTest
    @EnumSource(Ids.class)
    void queriesAskTheLogsOfTheServices(Ids ids) {
        var recording = Topologies.of(
                "groundwork:environment: staging",
                ids,
                (stack, plan, context) -> new SavedQueries(
                        "queries", List.of(Output.of("/shop/test/app"), Output.of("/shop/test/worker")), stack));

        assertThat(recording.ofType(CLOUDWATCH_QUERY_DEFINITION))
                .allSatisfy(query ->
                        assertThat(query.list("logGroupNames")).containsExactly("/shop/test/app", "/shop/test/worker"))
                .extracting(query -> query.text("name"))
                .containsExactlyInAnyOrder(
                        "shop/test/errors",
                        "shop/test/errors-over-time",
                        "shop/test/failures-by-path",
                        "shop/test/slow-requests");
        assertThat(recording
                        .named(CLOUDWATCH_QUERY_DEFINITION, "queries-errors")
                        .text("queryString"))
                .isEqualTo(
                        """
                        fields @timestamp, @log, @message
                        | filter @message like /(?i)(error|exception|fatal)/
                        | sort @timestamp desc
                        | limit 100""");
    }

    @Test
    void productionHasThem() {
        assertThat(StackText.settings("groundwork:environment: production")
                        .observability()
                        .queries())
                .isTrue();
        assertThat(StackText.settings("groundwork:environment: staging")
                        .observability()
                        .queries())
                .isFalse();
    }
}
