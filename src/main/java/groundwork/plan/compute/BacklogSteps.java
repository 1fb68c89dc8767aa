package groundwork.plan.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How many tasks a backlog is worth: as many as it takes for none to have more messages than it is aimed to have. AWS
 * takes 20 steps, so that larger ranges have wider ones, each wider by the same factor.
 */
public final class BacklogSteps {
    /** The messages at which there is anything to do. */
    public static final int THRESHOLD = 1;

    private static final int MOST_STEPS = 20;

    /** Bounds are differences to the threshold, the lower one included; an absent one has no end. */
    public record Step(Optional<Long> from, Optional<Long> to, int tasks) {}

    private BacklogSteps() {}

    /** Exact numbers of tasks, from the first message on. */
    public static List<Step> follow(int perTask, int min, int max) {
        var steps = new ArrayList<Step>();
        long from = 0;
        for (int tasks : levels(Math.max(min, 1), max)) {
            long to = (long) perTask * tasks;
            steps.add(new Step(Optional.of(from), tasks == max ? Optional.empty() : Optional.of(to), tasks));
            from = to;
        }
        return steps;
    }

    public static List<Step> rest(int min) {
        return List.of(new Step(Optional.empty(), Optional.of(0L), min));
    }

    private static SortedSet<Integer> levels(int min, int max) {
        if (max - min < MOST_STEPS) {
            return new TreeSet<>(IntStream.rangeClosed(min, max).boxed().toList());
        }
        var levels = new TreeSet<Integer>();
        for (int i = 0; i < MOST_STEPS; i++) {
            levels.add((int) Math.round(min * Math.pow((double) max / min, i / (MOST_STEPS - 1.0))));
        }
        return levels;
    }
}
