package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How the load balancer asks a task, how the container is asked from inside, and the grace a new task has. */
@Short("path")
public record HealthSettings(
        @Setting(value = "Path", example = "/api/health")
                @Matching(value = "/[\\w.~!$&'()*+,;=:@%/?-]{0,1023}", says = "a path that starts with /")
                String path,
        @Setting(value = "Interval; at most 20s on App Runner", example = "30s") @Between(min = "1s", max = "5m")
                Duration interval,
        @Setting(value = "Timeout", example = "5s") @Between(min = "1s", max = "2m") Duration timeout,
        @Setting(value = "Healthy threshold", example = "2") @Between(min = "1", max = "20") int healthy,
        @Setting(value = "Unhealthy threshold", example = "3") @Between(min = "1", max = "20") int unhealthy,
        @Setting(value = "HTTP status codes that count as healthy", example = "200-299")
                @Matching(
                        value = "[2-4]\\d\\d(-[2-4]\\d\\d)?(,[2-4]\\d\\d(-[2-4]\\d\\d)?)*",
                        says = "codes such as 200-299 or 200,301")
                String matcher,
        @Setting(value = "Health check grace period", example = "1m") @Between(min = "0s", max = "2h") Duration grace,
        @Setting("How the main container is asked from inside, besides or without a load balancer")
                Optional<ContainerHealthSettings> container)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("timeout")
                .unless(
                        timeout.compareTo(interval) < 0,
                        "%ss is not less than the interval, %ss",
                        timeout.toSeconds(),
                        interval.toSeconds());
        problems.at("matcher")
                .unless(
                        Stream.of(matcher.split(",")).allMatch(HealthSettings::ascends),
                        "%s: a range goes from the lower code to the higher; write 200-299, for example",
                        matcher);
    }

    private static boolean ascends(String codes) {
        var ends = codes.split("-");
        return ends[0].compareTo(ends[ends.length - 1]) <= 0;
    }
}
