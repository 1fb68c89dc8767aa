package groundwork.simulated.rules.compute;

import groundwork.simulated.Existing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The distances to a threshold that one step of a scaling policy is for. */
record StepRange(double from, double to) {
    private static final double LOWEST = Double.NEGATIVE_INFINITY;
    private static final double HIGHEST = Double.POSITIVE_INFINITY;

    static StepRange at(String path, Existing policy) {
        return new StepRange(
                bound(path + ".metricIntervalLowerBound", LOWEST, policy),
                bound(path + ".metricIntervalUpperBound", HIGHEST, policy));
    }

    /** Why AWS does not take these together. */
    static Optional<String> fault(List<StepRange> ranges) {
        var sorted = ranges.stream()
                .sorted(Comparator.comparingDouble(StepRange::from))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            var range = sorted.get(i);
            if (range.from == LOWEST && range.to == HIGHEST) {
                return Optional.of("have a step without a bound; AWS requires at least one");
            }
            if (range.from >= range.to) {
                return Optional.of("have a step whose upper bound is not above its lower one");
            }
            if (i > 0 && sorted.get(i - 1).to != range.from) {
                return Optional.of("overlap or leave a gap");
            }
        }
        return sorted.isEmpty() ? Optional.empty() : openEnds(sorted);
    }

    private static Optional<String> openEnds(List<StepRange> sorted) {
        double lowest = sorted.get(0).from;
        double highest = sorted.get(sorted.size() - 1).to;
        if (lowest < 0 && lowest != LOWEST) {
            return Optional.of("start below the threshold, so the lowest step must have no lower bound");
        }
        return highest > 0 && highest != HIGHEST
                ? Optional.of("go above the threshold, so the highest step must have no upper bound")
                : Optional.empty();
    }

    private static double bound(String path, double absent, Existing policy) {
        return policy.value(path)
                .map(value -> Double.parseDouble(value.toString()))
                .orElse(absent);
    }
}
