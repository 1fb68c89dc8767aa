package groundwork.settings.resilience;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import java.time.Duration;

/** The newest snapshot of a database, written to a bucket again and again. */
@Short("every")
public record ExportSettings(
        @Setting(value = "Schedule", example = "week", cost = "$0.010 a GB of the database each time") Every every,
        @Setting(value = "Retention of exports", example = "90d", cost = "about $0.023 a GB")
                @Between(min = "1d", max = "3650d")
                Duration kept)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("kept").unless(kept.toHours() % 24 == 0, "retention is in whole days");
    }
}
