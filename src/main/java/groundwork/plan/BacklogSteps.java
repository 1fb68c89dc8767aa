package groundwork.plan;

import java.util.List;
import java.util.Optional;

/** How many tasks are added while messages wait: the further behind, the more at once. */
public final class BacklogSteps {
    /** From and to are differences to the alarm's threshold; an absent one has no end. */
    public record Step(Optional<Integer> from, Optional<Integer> to, int tasks) {}

    private BacklogSteps() {}

    /** For an alarm whose threshold is the backlog that one task is aimed to have. */
    public static List<Step> grow(int perTask) {
        return List.of(
                new Step(Optional.of(0), Optional.of(perTask * 3), 1),
                new Step(Optional.of(perTask * 3), Optional.of(perTask * 9), 2),
                new Step(Optional.of(perTask * 9), Optional.empty(), 4));
    }

    public static List<Step> above(int tasks) {
        return List.of(new Step(Optional.of(0), Optional.empty(), tasks));
    }

    public static List<Step> below(int tasks) {
        return List.of(new Step(Optional.empty(), Optional.of(0), tasks));
    }
}
