package groundwork.settings.observe;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is watched, how long it is kept and who is told. */
public record ObservabilitySettings(
        @Setting(
                        value = "How long logs are kept",
                        example = "30d",
                        cost = "about $0.03 a GB that is kept, and $0.50 for each GB that is written")
                @Between(min = "1d", max = "3653d")
                Duration logs,
        @Setting(value = "Container Insights on the cluster", example = "true", cost = "about $0.35 a metric")
                boolean insights,
        @Setting(
                        value = "Trace requests with X-Ray through a sidecar",
                        example = "true",
                        cost = "$5 for a million traces")
                boolean tracing,
        @Setting(
                        value = "A CloudWatch dashboard",
                        example = "true",
                        cost = "nothing for the first three of an account; then $3")
                boolean dashboard,
        @Setting(
                        value =
                                "Saved Logs Insights queries: errors, slow requests, failures by path, what firewalls caught",
                        example = "true",
                        cost = "nothing; $0.005 for each GB that a query reads")
                boolean queries,
        @Setting("When people are told") AlarmSettings alarms) {

    public record AlarmSettings(
            @Setting(
                            value = "Whether there are alarms at all",
                            example = "true",
                            cost = "about $0.10 for each alarm; the first ten of an account are free")
                    boolean enabled,
            @Setting(
                            value = "Who is told",
                            example = "[ops@example.com]",
                            cost = "nothing for the first 1,000 e-mails",
                            replaces = "nothing but the subscription; a new address confirms it first")
                    @Matching(value = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", says = "an e-mail address")
                    List<String> email,
            @Setting(value = "CPU of a service, for 5 minutes", example = "80%", cost = "about $0.10 for each service")
                    @Between(min = "1%", max = "100%")
                    Percent cpu,
            @Setting(
                            value = "Memory of a service, for 10 minutes",
                            example = "85%",
                            cost = "about $0.10 for each service")
                    @Between(min = "1%", max = "100%")
                    Percent memory,
            @Setting(
                            value = "Tasks that stopped by themselves within a minute",
                            example = "1",
                            cost = "about $0.10 for each service")
                    @Between(min = "0", max = "1000")
                    int stoppedTasks,
            @Setting(
                            value = "Targets that fail their health check, for 2 minutes",
                            example = "0",
                            cost = "about $0.10 for each target group")
                    @Between(min = "0", max = "1000")
                    int unhealthyTargets,
            @Setting(
                            value = "Server errors within 5 minutes",
                            example = "10",
                            cost = "about $0.10 for each figure it counts")
                    @Between(min = "0", max = "1000000")
                    int serverErrors,
            @Setting(
                            value = "Share of answers that are server errors, within 5 minutes",
                            example = "5%",
                            cost = "about $0.10 for each figure it counts")
                    @Between(min = "1%", max = "100%")
                    Optional<Percent> errorRate,
            @Setting(
                            value = "The slowest twentieth of answers, for 5 minutes",
                            example = "2s",
                            cost = "about $0.10 for each target group")
                    @Between(min = "1s", max = "1m")
                    Duration responseTime,
            @Setting(
                            value = "Open database connections, for 5 minutes",
                            example = "90",
                            cost = "about $0.10 for each database")
                    @Between(min = "1", max = "20000")
                    int databaseConnections,
            @Setting(
                            value = "The same as a share of what the class takes, in place of databaseConnections",
                            example = "80%",
                            cost = "nothing more; it takes the place of databaseConnections")
                    @Between(min = "1%", max = "100%")
                    Optional<Percent> databaseConnectionShare,
            @Setting(
                            value = "Free database storage, as a share of what it begins with",
                            example = "20%",
                            cost = "about $0.10 for each database on RDS")
                    @Between(min = "1%", max = "100%")
                    Percent databaseStorage,
            @Setting(
                            value = "CPU of a database, for 5 minutes",
                            example = "80%",
                            cost = "about $0.10 for each database")
                    @Between(min = "1%", max = "100%")
                    Percent databaseCpu,
            @Setting(value = "Memory in use by a cache", example = "80%", cost = "about $0.10 for each node")
                    @Between(min = "1%", max = "100%")
                    Percent cacheMemory) {}
}
