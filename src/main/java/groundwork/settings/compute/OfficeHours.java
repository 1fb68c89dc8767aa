package groundwork.settings.compute;

import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.LocalTime;
import java.time.ZoneId;

/** Services and databases run between these times from Monday to Friday and rest otherwise. */
public record OfficeHours(
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
        @Setting(value = "Time zone", example = "America/New_York") ZoneId timezone,
        @Setting(
                        value = "Stop databases too; AWS starts a stopped instance after seven days",
                        example = "true",
                        cost = "saves their instances outside the hours, but not storage and backups")
                boolean databases)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("stop")
                .unless(
                        start.isBefore(stop),
                        "%s is not after start, %s; hours can't span midnight; set a later stop",
                        stop,
                        start);
    }
}
