package groundwork.settings.care;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is watched, how long it is kept and who is told. */
public record ObservabilitySettings(
        @Setting(value = "How long logs are kept", example = "30d", cost = "$0.03 a GB a month")
                @Between(min = "1d", max = "3653d")
                Duration logs,
        @Setting(value = "Container Insights on the cluster", example = "true", cost = "about $0.35 a metric a month")
                boolean insights,
        @Setting(
                        value = "Trace requests with X-Ray through a sidecar",
                        example = "true",
                        cost = "$5 for a million traces")
                boolean tracing,
        @Setting(value = "A CloudWatch dashboard", example = "true", cost = "$3 a month after the first three")
                boolean dashboard,
        @Setting(
                        value = "Saved Logs Insights queries: errors, slow requests, failures by path",
                        example = "true",
                        cost = "free; $0.005 for each GB that a query reads")
                boolean queries,
        @Setting("When people are told") AlarmSettings alarms) {

    public record AlarmSettings(
            @Setting("Whether there are alarms at all") boolean enabled,
            @Setting(value = "Who is told", example = "[ops@example.com]")
                    @Matching(value = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", says = "an e-mail address")
                    List<String> email,
            @Setting(value = "CPU of a service, for 5 minutes", example = "80%") Percent cpu,
            @Setting(value = "Memory of a service, for 10 minutes", example = "85%") Percent memory,
            @Setting(value = "Tasks that stopped by themselves within a minute", example = "1")
                    @Between(min = "0", max = "1000")
                    int stoppedTasks,
            @Setting(value = "Targets that fail their health check, for 2 minutes", example = "0")
                    @Between(min = "0", max = "1000")
                    int unhealthyTargets,
            @Setting(value = "Server errors within 5 minutes", example = "10") @Between(min = "0", max = "1000000")
                    int serverErrors,
            @Setting(value = "Share of answers that are server errors, within 5 minutes", example = "5%")
                    Optional<Percent> errorRate,
            @Setting(value = "The slowest twentieth of answers, for 5 minutes", example = "2s")
                    @Between(min = "1s", max = "60s")
                    Duration responseTime,
            @Setting(value = "Open database connections, for 5 minutes", example = "90")
                    @Between(min = "1", max = "20000")
                    int databaseConnections,
            @Setting(
                            value = "The same as a share of what the class takes, in place of databaseConnections",
                            example = "80%")
                    @Between(min = "1%", max = "100%")
                    Optional<Percent> databaseConnectionShare,
            @Setting(value = "Free database storage, as a share of what it begins with", example = "20%")
                    Percent databaseStorage,
            @Setting(value = "CPU of a database, for 5 minutes", example = "80%") Percent databaseCpu,
            @Setting(value = "Memory in use by a cache", example = "80%") Percent cacheMemory) {}
}
