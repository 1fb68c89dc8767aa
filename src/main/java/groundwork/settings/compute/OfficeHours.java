package groundwork.settings.compute;

import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.LocalTime;
import java.time.ZoneId;

/** Services and databases run between these times from Monday to Friday and rest otherwise. */
public record OfficeHours(
        @Setting(
                        value = "When the day begins",
                        example = "08:00",
                        cost = "saves what rests: tasks cost nothing then, databases their disk alone")
                LocalTime start,
        @Setting(
                        value = "When the day ends",
                        example = "18:00",
                        cost = "saves what rests: tasks cost nothing then, databases their disk alone")
                LocalTime stop,
        @Setting(value = "Whose clock", example = "America/New_York") ZoneId timezone,
        @Setting(
                        value = "Whether databases rest too; AWS starts one again after seven days",
                        example = "true",
                        cost = "saves their instances outside of the hours; disks and backups go on")
                boolean databases)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("stop")
                .unless(
                        start.isBefore(stop),
                        "%s is not after the start at %s, and no day goes past midnight; give a later stop",
                        stop,
                        start);
    }
}
