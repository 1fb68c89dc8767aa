package groundwork.settings.resilience;

import groundwork.settings.Region;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** Copies of databases, file systems and versioned buckets in a vault of AWS Backup. */
public record BackupSettings(
        @Setting(value = "Schedule", example = "day", cost = "incremental; see keep") Every every,
        @Setting(value = "Start time, in UTC; by day where databases stop at night", example = "05:00") LocalTime at,
        @Setting(
                        value = "Retention of recovery points",
                        example = "35d",
                        cost = "about $0.095 a GB of a database, $0.05 of a file system or bucket")
                @Between(min = "1d", max = "36500d")
                Duration keep,
        @Setting(
                        value = "Move recovery points of file systems to cold storage after this time",
                        example = "30d",
                        cost = "about $0.01 a GB, for at least 90 days")
                @Between(min = "1d", max = "36500d")
                Optional<Duration> coldAfter,
        @Setting(
                        value = "Region that recovery points are copied to",
                        example = "us-west-2",
                        cost = "as much again, $0.02 a GB transferred, and $1 for a key there")
                @Matching(value = Region.FORM, says = Region.SAYS)
                Optional<String> copyTo,
        @Setting(
                        value =
                                "Restore test: restore the latest recovery points on this schedule, then delete what was "
                                        + "restored",
                        example = "week",
                        cost = "$1.50 a restore, and a day of the restored resources")
                Optional<Every> restoreTest)
        implements Checked {
    private static final long LEAST_COLD_DAYS = 90;

    @Override
    public void check(Problems problems) {
        problems.at("keep").unless(isWholeDays(keep), "retention is in whole days");
        coldAfter.ifPresent(time -> {
            problems.at("coldAfter").unless(isWholeDays(time), "is in whole days");
            problems.at("keep")
                    .unless(
                            keep.toDays() >= time.toDays() + LEAST_COLD_DAYS,
                            "cold storage requires at least 90 more days of retention; set at least %dd, or remove coldAfter",
                            time.toDays() + LEAST_COLD_DAYS);
        });
    }

    private static boolean isWholeDays(Duration time) {
        return time.toHours() % 24 == 0;
    }
}
