package groundwork.settings.observe;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import java.time.Duration;

/** What is watched, how long it is kept and who is told. */
public record ObservabilitySettings(
        @Setting(value = "Retention of logs", example = "30d", cost = "$0.50 a GB ingested, and $0.03 a GB stored")
                @Between(min = "1d", max = "3653d")
                Duration logs,
        @Setting(value = "Container Insights on the cluster", example = "true", cost = "about $0.35 a metric")
                boolean insights,
        @Setting(value = "X-Ray tracing, through a sidecar", example = "true", cost = "$5 for a million traces")
                boolean tracing,
        @Setting(
                        value = "A CloudWatch dashboard",
                        example = "true",
                        cost = "nothing for the first three dashboards of an account; then $3")
                boolean dashboard,
        @Setting(
                        value =
                                "Saved Logs Insights queries: errors, slow requests, failures by path, blocked requests",
                        example = "true",
                        cost = "nothing; $0.005 for each GB scanned")
                boolean queries,
        @Setting("Alarms, and who receives them") AlarmSettings alarms) {}
