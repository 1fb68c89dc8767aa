package groundwork.settings.data;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.Optional;

/** How many copies of a database answer reads; Aurora makes more and fewer by itself, an instance's alarm asks for more. */
@Short("min")
public record ReplicaSettings(
        @Setting(
                        value = "Number of read replicas, or the minimum; the standby of Aurora counts as one",
                        example = "1",
                        cost = "each as much as a single-AZ instance")
                @Between(min = "0", max = "15")
                int min,
        @Setting(value = "Maximum; min by default", example = "3", cost = "each additional one, while it runs")
                @Between(min = "1", max = "15")
                Optional<Integer> max,
        @Setting(value = "CPU of the replicas above which another one is needed", example = "75%")
                @Between(min = "1%", max = "100%")
                Percent cpu,
        @Setting(value = "Cooldown between two scaling steps of Aurora", example = "5m")
                @Between(min = "0s", max = "1h")
                Duration pause)
        implements Checked {

    public int most() {
        return max.orElse(min);
    }

    public boolean canGrow() {
        return most() > min;
    }

    @Override
    public void check(Problems problems) {
        problems.at("max").unless(most() >= min, "max (%d) is less than min (%d)", most(), min);
        problems.at("max").unless(min > 0 || max.isEmpty(), "there are no replicas to measure; set min to at least 1");
    }
}
