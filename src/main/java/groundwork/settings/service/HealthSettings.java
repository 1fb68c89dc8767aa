package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import java.time.Duration;
import java.util.Optional;

/** The view of a task from outside and from inside, and the grace a new one has. */
@Short("path")
public record HealthSettings(
        @Setting(value = "What is asked for", example = "/api/health")
                @Matching(value = "/[\\w.~!$&'()*+,;=:@%/?-]{0,1023}", says = "a path that starts with /")
                String path,
        @Setting(value = "How often; at most every 20 seconds on App Runner", example = "30s")
                @Between(min = "1s", max = "5m")
                Duration interval,
        @Setting(value = "How long an answer may take", example = "5s") @Between(min = "1s", max = "2m")
                Duration timeout,
        @Setting(value = "Good answers in a row that make it healthy", example = "2") @Between(min = "1", max = "20")
                int healthy,
        @Setting(value = "Bad answers in a row that make it unhealthy", example = "3") @Between(min = "1", max = "20")
                int unhealthy,
        @Setting(value = "Which status codes are good", example = "200-299")
                @Matching(value = "[2-4]\\d\\d([,-][2-4]\\d\\d)*", says = "codes such as 200-299 or 200,301")
                String matcher,
        @Setting(value = "How long a new task may take to become healthy", example = "1m")
                @Between(min = "0s", max = "2h")
                Duration grace,
        @Setting(
                        value =
                                "What the container itself is asked too, by a shell inside it; a new task is then healthy"
                                        + " only when this says so",
                        example = "curl -f http://localhost:3000/api/health || exit 1")
                Optional<String> command)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("timeout")
                .unless(
                        timeout.compareTo(interval) < 0,
                        "%ss is not below the interval, %ss",
                        timeout.toSeconds(),
                        interval.toSeconds());
    }
}
