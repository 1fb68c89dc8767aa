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
        @Setting(
                        value = "How often",
                        example = "day",
                        cost = "what has changed since the last copy, at the price of keep")
                Every every,
        @Setting(value = "At what time, in UTC; by day where databases rest at night", example = "05:00") LocalTime at,
        @Setting(
                        value = "How long copies are kept",
                        example = "35d",
                        cost = "about $0.095 a GB of a database, $0.05 of a file system or bucket")
                @Between(min = "1d", max = "36500d")
                Duration keep,
        @Setting(
                        value = "Move copies of file systems to cold storage after this time",
                        example = "30d",
                        cost = "about $0.01 a GB, for at least 90 days")
                @Between(min = "1d", max = "36500d")
                Optional<Duration> coldAfter,
        @Setting(
                        value = "Another region that gets every copy too",
                        example = "us-west-2",
                        cost = "as much again, $0.02 a GB carried over, and about $1 for a key there",
                        replaces = "the vault in the other region; the copies in the old one stay where they are")
                @Matching(value = Region.FORM, says = Region.SAYS)
                Optional<String> copyTo,
        @Setting(
                        value = "Restore the latest copies this often, to see that they can be, and delete them again",
                        example = "week",
                        cost = "about $1.50 a restore, and what the restored data costs for a day")
                Optional<Every> restoreTest)
        implements Checked {
    private static final long LEAST_COLD_DAYS = 90;

    @Override
    public void check(Problems problems) {
        problems.at("keep").unless(isWholeDays(keep), "copies are kept for whole days");
        coldAfter.ifPresent(time -> {
            problems.at("coldAfter").unless(isWholeDays(time), "copies are moved after whole days");
            problems.at("keep")
                    .unless(
                            keep.toDays() >= time.toDays() + LEAST_COLD_DAYS,
                            "cold storage keeps copies for at least 90 days; give at least %dd, or remove coldAfter",
                            time.toDays() + LEAST_COLD_DAYS);
        });
    }

    private static boolean isWholeDays(Duration time) {
        return time.toHours() % 24 == 0;
    }
}
