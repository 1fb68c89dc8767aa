package groundwork.watch;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Lines over time, on the dashboard. */
public record Graph(String title, List<Line> lines) {
    public Graph {
        requireNonNull(title, "title is null");
        lines = List.copyOf(lines);
    }

    public static Graph of(String title, Line... lines) {
        return new Graph(title, List.of(lines));
    }

    public boolean isGlobal() {
        return lines.stream().anyMatch(line -> line.metric().source().isGlobal());
    }

    /** One metric; the second axis is for what has another unit. */
    public record Line(Metric metric, String label, boolean onSecondAxis) {
        public Line {
            requireNonNull(metric, "metric is null");
            requireNonNull(label, "label is null");
        }

        public Line onTheRight() {
            return new Line(metric, label, true);
        }
    }
}
