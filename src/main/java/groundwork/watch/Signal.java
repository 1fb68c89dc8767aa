package groundwork.watch;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an alarm looks at: one metric, or several that an expression makes one of. */
public record Signal(SortedMap<String, Metric> metrics, Optional<String> expression) {
    private static final String ONLY = "only";

    public Signal {
        requireNonNull(expression, "expression is null");
        if (expression.isEmpty() && metrics.size() != 1) {
            throw new IllegalArgumentException("several metrics need an expression");
        }
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    }

    public static Signal of(Metric metric) {
        return new Signal(new TreeMap<>(Map.of(ONLY, metric)), Optional.empty());
    }

    public static Signal of(String expression, Map<String, Metric> metrics) {
        return new Signal(new TreeMap<>(metrics), Optional.of(expression));
    }

    /** The same, with another statistic of all its metrics. */
    public Signal as(String statistic) {
        var others = new TreeMap<String, Metric>();
        metrics.forEach((id, metric) -> others.put(id, metric.as(statistic)));
        return new Signal(others, expression);
    }

    public boolean isGlobal() {
        return metrics.values().stream().anyMatch(metric -> metric.source().isGlobal());
    }
}
