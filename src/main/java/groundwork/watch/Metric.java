package groundwork.watch;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A metric that CloudWatch keeps, by one statistic: one of the constants, or a percentile such as {@code p95}. */
public record Metric(Source source, String name, String statistic) {
    public static final String AVERAGE = "Average";
    public static final String SAMPLES = "SampleCount";
    private static final String MAXIMUM = "Maximum";
    private static final String SUM = "Sum";

    /** As a dashboard shows them side by side. */
    public static final List<String> PERCENTILES = List.of("p50", "p90", "p95", "p99");

    public Metric {
        requireNonNull(source, "source is null");
        requireNonNull(name, "name is null");
        requireNonNull(statistic, "statistic is null");
    }

    public Metric as(String otherStatistic) {
        return new Metric(source, name, otherStatistic);
    }

    public Metric sum() {
        return as(SUM);
    }

    public Metric maximum() {
        return as(MAXIMUM);
    }

    public boolean isPercentile() {
        return statistic.startsWith("p");
    }

    /** As a line of a graph. */
    public Graph.Line line(String label) {
        return new Graph.Line(this, label, false);
    }
}
