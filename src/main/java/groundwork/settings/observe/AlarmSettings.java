package groundwork.settings.observe;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.units.EmailAddress;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When people are told of what goes wrong, and how they are reached. */
public record AlarmSettings(
        @Setting(
                        value = "Whether alarms are created",
                        example = "true",
                        cost = "about $0.10 for each alarm; the first ten of an account are free")
                boolean enabled,
        @Setting(
                        value = "E-mail recipients",
                        example = "[ops@example.com]",
                        cost = "nothing for the first 1,000 e-mails")
                @Matching(value = EmailAddress.FORM, says = EmailAddress.SAYS)
                List<String> email,
        @Setting("HTTPS subscriptions of the alarm topic, such as PagerDuty, by name; encrypt their URLs")
                Map<String, WebhookSettings> webhooks,
        @Setting(value = "CPU of a service", example = "80%", cost = "about $0.10 for each service")
                @Between(min = "1%", max = "100%")
                AlarmRule<Percent> cpu,
        @Setting(value = "Memory of a service", example = "85%", cost = "about $0.10 for each service")
                @Between(min = "1%", max = "100%")
                AlarmRule<Percent> memory,
        @Setting(
                        value = "Desired tasks that are not running, by Container Insights",
                        example = "0",
                        cost = "about $0.20 for each service")
                @Between(min = "0", max = "1000")
                AlarmRule<Integer> missingTasks,
        @Setting(value = "Tasks that stopped unexpectedly within a period", example = "1", cost = "about $0.10")
                @Between(min = "0", max = "1000")
                AlarmRule<Integer> stoppedTasks,
        @Setting(
                        value = "Targets that fail their health check",
                        example = "0",
                        cost = "about $0.10 for each target group")
                @Between(min = "0", max = "1000")
                AlarmRule<Integer> unhealthyTargets,
        @Setting(
                        value = "Minimum of healthy targets of a service that always runs",
                        example = "1",
                        cost = "about $0.10 for each service with routes")
                @Between(min = "1", max = "1000")
                AlarmRule<Integer> healthyTargets,
        @Setting(
                        value = "Server errors within a period",
                        example = "10",
                        cost = "about $0.10 for each metric it counts")
                @Between(min = "0", max = "1000000")
                AlarmRule<Integer> serverErrors,
        @Setting(
                        value =
                                "Share of responses that are server errors, within a period; CloudFront averages it by itself",
                        example = "5%",
                        cost = "about $0.10 for each metric it counts")
                @Between(min = "1%", max = "100%")
                Optional<AlarmRule<Percent>> errorRate,
        @Setting(value = "Response time, p95 by default", example = "2s", cost = "about $0.10 for each target group")
                @Between(min = "1s", max = "1m")
                AlarmRule<Duration> responseTime,
        @Setting(value = "Open database connections", example = "90", cost = "about $0.10 for each database")
                @Between(min = "1", max = "20000")
                AlarmRule<Integer> databaseConnections,
        @Setting(
                        value = "Open connections as a share of max_connections of the instance class, instead of "
                                + "databaseConnections",
                        example = "80%",
                        cost = "nothing more; it replaces the alarm databaseConnections")
                @Between(min = "1%", max = "100%")
                Optional<Percent> databaseConnectionShare,
        @Setting(
                        value = "Free database storage, as a share of allocated storage",
                        example = "20%",
                        cost = "about $0.10 for each database on RDS")
                @Between(min = "1%", max = "100%")
                AlarmRule<Percent> databaseStorage,
        @Setting(value = "CPU of a database", example = "80%", cost = "about $0.10 for each database")
                @Between(min = "1%", max = "100%")
                AlarmRule<Percent> databaseCpu,
        @Setting(
                        value = "Replica lag",
                        example = "30s",
                        cost = "about $0.10 for each replica on RDS, and for each database on Aurora with readers")
                @Between(min = "1s", max = "1d")
                AlarmRule<Duration> replicaLag,
        @Setting(value = "Memory in use by a cache", example = "80%", cost = "about $0.10 for each node")
                @Between(min = "1%", max = "100%")
                AlarmRule<Percent> cacheMemory,
        @Setting(value = "CPU of a cache's engine", example = "80%", cost = "about $0.10 for each node")
                @Between(min = "1%", max = "100%")
                AlarmRule<Percent> cacheCpu,
        @Setting(
                        value = "Keys that a cache evicts within a period",
                        example = "1000",
                        cost = "about $0.10 for each node")
                @Between(min = "0", max = "1000000000")
                AlarmRule<Integer> cacheEvictions,
        @Setting(
                        value = "Connections that a NAT gateway has no port for, within a period",
                        example = "0",
                        cost = "about $0.10 for each NAT gateway")
                @Between(min = "0", max = "1000000000")
                AlarmRule<Integer> natPorts,
        @Setting(
                        value = "Packets that a NAT gateway drops within a period",
                        example = "1000",
                        cost = "about $0.10 for each NAT gateway")
                @Between(min = "0", max = "1000000000")
                AlarmRule<Integer> natDrops,
        @Setting(value = "Messages in a dead-letter queue", example = "0", cost = "about $0.10 for each queue")
                @Between(min = "0", max = "1000000")
                AlarmRule<Integer> deadLetters,
        @Setting(
                        value =
                                "Age of the oldest message of a queue; by default 15 minutes more than all its receives take",
                        example = "30m",
                        cost = "about $0.10 for each queue")
                @Between(min = "1m", max = "14d")
                AlarmRule<Duration> oldestMessage) {

    public boolean tellsSomebody() {
        return !email.isEmpty() || !webhooks.isEmpty();
    }
}
