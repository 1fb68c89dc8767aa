package groundwork.observe;

import com.pulumi.aws.cloudwatch.QueryDefinition;
import com.pulumi.aws.cloudwatch.QueryDefinitionArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Questions to the logs that people ask in an incident, saved in CloudWatch Logs Insights. Paths, times and codes are found in JSON and in key=value lines. */
public final class SavedQueries extends Component {
    private static final String ERRORS =
            """
            fields @timestamp, @log, @message
            | filter @message like /(?i)(error|exception|fatal)/
            | sort @timestamp desc
            | limit 100
            """;
    private static final String ERRORS_OVER_TIME =
            """
            filter @message like /(?i)(error|exception|fatal)/
            | stats count(*) as errors by bin(5m)
            """;
    private static final String SLOW_REQUESTS =
            """
            parse @message /path"?[=:] ?"?(?<route>[^ ",]+)/
            | parse @message /duration[A-Za-z_]*"?[=:] ?"?(?<took>[0-9.]+)/
            | filter ispresent(took)
            | stats count(*) as requests, avg(took) as mean, pct(took, 95) as p95, max(took) as slowest by route
            | sort p95 desc
            | limit 50
            """;
    private static final String FAILURES_BY_PATH =
            """
            parse @message /path"?[=:] ?"?(?<route>[^ ",]+)/
            | parse @message /status[A-Za-z_]*"?[=:] ?"?(?<code>[0-9]+)/
            | filter code >= 500 and code <= 599
            | stats count(*) as failures by route, code
            | sort failures desc
            | limit 50
            """;
    private static final Map<String, String> QUERIES = new TreeMap<>(Map.of(
            "errors", ERRORS,
            "errors-over-time", ERRORS_OVER_TIME,
            "failures-by-path", FAILURES_BY_PATH,
            "slow-requests", SLOW_REQUESTS));

    private final List<Output<String>> logGroups;

    /** {@code logGroups} are the names of those that services write to. */
    public SavedQueries(String name, List<Output<String>> logGroups, StackContext stack) {
        super("observe:SavedQueries", name, stack);
        this.logGroups = List.copyOf(logGroups);
        QUERIES.forEach(this::createQuery);
        outputs(Map.of());
    }

    private void createQuery(String suffix, String text) {
        new QueryDefinition(
                child(suffix),
                QueryDefinitionArgs.builder()
                        .name(stack().names().metrics() + "/" + suffix)
                        .logGroupNames(Output.all(logGroups))
                        .queryString(text.strip())
                        .build(),
                inside());
    }
}
