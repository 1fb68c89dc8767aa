package groundwork.settings.audit;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.Duration;

/** Who did what in the account, and whether somebody does what they should not. */
public record AuditSettings(
        @Setting(
                        value = "Record every change in every region with CloudTrail",
                        example = "true",
                        cost = "an account's first trail is free; a second is $2 for 100,000 events")
                boolean trail,
        @Setting(value = "How long the records are kept", example = "365d", cost = "about $0.023 a GB")
                @Between(min = "1d", max = "3650d")
                Duration kept,
        @Setting(
                        value = "Look for intruders with GuardDuty; an account has one detector in each region",
                        example = "true",
                        cost = "$4 for a million events, and $1 a GB of flow logs")
                boolean guardDuty)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("kept").unless(kept.toHours() % 24 == 0, "records are kept for whole days");
        problems.unless(trail || guardDuty, "audits nothing; switch trail or guardDuty on, or remove it");
    }
}
