package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** With {@code min} below {@code max} the service scales by itself. */
@Short("min")
public record TaskSettings(
        @Setting(value = "Minimum, and initial number", example = "2", cost = "size, for each task")
                @Between(min = "0", max = "5000")
                int min,
        @Setting(
                        value = "Maximum; min by default",
                        example = "10",
                        cost = "size, for each additional task while it runs")
                @Between(min = "1", max = "5000")
                Optional<Integer> max,
        @Setting(value = "Target CPU utilization", example = "70%") @Between(min = "1%", max = "100%")
                Optional<Percent> cpu,
        @Setting(value = "Target memory utilization", example = "80%") @Between(min = "1%", max = "100%")
                Optional<Percent> memory,
        @Setting(value = "Target requests per minute and task", example = "2000") @Between(min = "1", max = "1000000")
                Optional<Integer> requestsPerMinute,
        @Setting(
                        value =
                                "Messages that one task is aimed to have, of all queues that the service consumes: those that wait"
                                        + " or those in flight, whichever are more. Tasks come at once and go after `in`; the last"
                                        + " one goes, where min is 0, when nothing waits and nothing is in flight. A task that"
                                        + " goes has its stopTimeout to finish; work that takes longer protects its task"
                                        + " by the ECS agent, as its role may, or is done again",
                        example = "100",
                        cost = "$0.20 for each queue and alarm; two alarms")
                @Between(min = "1", max = "1000000")
                Optional<Integer> backlog,
        @Setting(value = "Concurrent requests per instance; App Runner only", example = "100")
                @Between(min = "1", max = "200")
                Optional<Integer> concurrency,
        @Setting(value = "Scale-out cooldown", example = "1m") @Between(min = "0s", max = "1h") Duration out,
        @Setting(value = "Scale-in cooldown; by backlog, how long fewer must have been enough", example = "5m")
                @Between(min = "0s", max = "1h")
                Duration in,
        @Setting("Hours of the week in which more tasks run at least")
                @Keys(
                        value = "[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?",
                        says = "a name of lower-case letters, digits and hyphens between them")
                Map<String, BusyHours> schedule)
        implements Checked {

    public int most() {
        return max.orElse(Math.max(min, 1));
    }

    public boolean scales() {
        return most() > min && hasAim();
    }

    private boolean hasAim() {
        return Stream.of(cpu, memory, requestsPerMinute, backlog, concurrency).anyMatch(Optional::isPresent);
    }

    @Override
    public void check(Problems problems) {
        problems.at("max").unless(most() >= min, "max (%d) is less than min (%d)", most(), min);
        problems.at("max")
                .unless(
                        max.isEmpty() || max.get() <= min || hasAim(),
                        "has no scaling target; set cpu, memory, requestsPerMinute, backlog or concurrency");
        problems.unless(!hasAim() || most() > min, "has a scaling target, but max is not above min; raise max");
        schedule.forEach((name, hours) -> problems.at("schedule")
                .at(name)
                .at("min")
                .unless(
                        hours.min() > min && hours.min() <= most(),
                        "%d is not above min (%d) and within max (%d); give a number between, or a higher max",
                        hours.min(),
                        min,
                        most()));
        schedule.forEach(
                (name, hours) -> new TreeMap<>(schedule).tailMap(name, false).forEach((other, others) -> problems.at(
                                "schedule")
                        .at(other)
                        .unless(
                                !hours.meets(others),
                                "overlaps or touches %s, whose end would end both; leave a minute between them",
                                name)));
        problems.at("schedule")
                .unless(
                        schedule.isEmpty() || scales(),
                        "nothing else says how many tasks run; give max, and an aim such as cpu: 70%%");
        problems.at("backlog")
                .unless(
                        backlog.isEmpty() || (cpu.isEmpty() && memory.isEmpty() && requestsPerMinute.isEmpty()),
                        "backlog and load targets conflict; choose one");
    }
}
