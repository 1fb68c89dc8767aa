package groundwork.settings.resilience;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.List;

/** Experiments of AWS FIS, ready to be started by hand; an alarm stops them. */
public record ChaosSettings(
        @Setting(
                        value = "Experiments",
                        example = "[stop-tasks, lose-zone]",
                        cost = "nothing until one runs; then $0.10 a minute")
                List<Experiment> experiments,
        @Setting(value = "Share of a service's minimum tasks that stop-tasks stops; at least one task", example = "50%")
                Percent share,
        @Setting(value = "Duration of lose-zone", example = "5m", cost = "$0.10 a minute")
                @Between(min = "1m", max = "12h")
                Duration lasting)
        implements Checked {

    public enum Experiment {
        STOP_TASKS,
        LOSE_ZONE
    }

    public boolean has(Experiment experiment) {
        return experiments.contains(experiment);
    }

    @Override
    public void check(Problems problems) {
        problems.at("experiments").unless(!experiments.isEmpty(), "has no experiment; list one, or remove chaos");
        problems.at("share").unless(share.value() > 0, "%s stops no task; set at least 1%%", share);
        problems.at("lasting").unless(lasting.toSeconds() % 60 == 0, "is in whole minutes");
    }
}
