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
                        value = "How many there are, or the fewest; the standby of Aurora is one of them",
                        example = "1",
                        cost = "as much as an instance without standby, each")
                @Between(min = "0", max = "15")
                int min,
        @Setting(
                        value = "The most; as many as min unless given",
                        example = "3",
                        cost = "as much again for each more, while it is there")
                @Between(min = "1", max = "15")
                Optional<Integer> max,
        @Setting(value = "CPU of the replicas above which there should be more", example = "75%")
                @Between(min = "1%", max = "100%")
                Percent cpu,
        @Setting(value = "Pause of Aurora between two steps", example = "5m") @Between(min = "0s", max = "1h")
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
        problems.at("max")
                .unless(most() >= min, "%d is below the fewest, %d; give a higher max, or a lower min", most(), min);
        problems.at("max")
                .unless(min > 0 || max.isEmpty(), "there are no replicas to watch yet; give a min of at least 1");
    }
}
