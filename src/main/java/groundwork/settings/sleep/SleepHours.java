package groundwork.settings.sleep;

import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** When an environment that is awake stays awake, whether or not somebody uses it. */
public record SleepHours(
        @Setting(value = "Days", example = "[mon, tue, wed, thu, fri]") List<Weekday> days,
        @Setting(
                        value = "Start of the day",
                        example = "08:00",
                        cost = "saves tasks outside the hours, and databases except their storage")
                LocalTime start,
        @Setting(
                        value = "End of the day",
                        example = "18:00",
                        cost = "saves tasks outside the hours, and databases except their storage")
                LocalTime stop,
        @Setting(value = "Time zone", example = "America/New_York") ZoneId timezone)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("stop")
                .unless(
                        start.isBefore(stop),
                        "%s is not after start, %s; hours can't span midnight; set a later stop",
                        stop,
                        start);
        problems.at("days").unless(!days.isEmpty(), "names no day; name one, or remove hours");
    }
}
