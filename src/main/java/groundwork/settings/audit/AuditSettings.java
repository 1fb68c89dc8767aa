package groundwork.settings.audit;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.Duration;

/** Who did what in the account, and whether somebody does what they should not. */
public record AuditSettings(
        @Setting(
                        value = "Record management events of all regions with CloudTrail",
                        example = "true",
                        cost = "an account's first trail is free; a second is $2 for 100,000 events")
                boolean trail,
        @Setting(value = "Retention of the trail", example = "365d", cost = "about $0.023 a GB")
                @Between(min = "1d", max = "3650d")
                Duration kept,
        @Setting(
                        value = "Threat detection with GuardDuty; an account has one detector per region",
                        example = "true",
                        cost = "$4 for a million events, and $1 a GB of flow logs")
                boolean guardDuty)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("kept").unless(kept.toHours() % 24 == 0, "retention is in whole days");
        problems.unless(trail || guardDuty, "does nothing with both off; turn on trail or guardDuty, or remove it");
    }
}
