package groundwork.plan.watch.graphs;

import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Subject;
import java.util.List;

/** Something on a dashboard, still without a place. */
public sealed interface Widget {
    int COLUMNS = 24;

    int width();

    int height();

    /** Begins a section. */
    record Heading(String text) implements Widget {
        @Override
        public int width() {
            return COLUMNS;
        }

        @Override
        public int height() {
            return 1;
        }
    }

    /** The states of some of the stack's alarms, by their numbers. */
    record AlarmStates(int from, int to) implements Widget {
        @Override
        public int width() {
            return COLUMNS;
        }

        @Override
        public int height() {
            return 6;
        }
    }

    /** Lines over time. */
    record Graph(String title, List<Line> lines) implements Widget {
        public Graph {
            lines = List.copyOf(lines);
        }

        @Override
        public int width() {
            return 6;
        }

        @Override
        public int height() {
            return 6;
        }
    }

    /** One metric of one thing; the second axis is for what has another unit. */
    record Line(Subject subject, Metric metric, String label, boolean onSecondAxis) {
        static Line of(Subject subject, Metric metric, String label) {
            return new Line(subject, metric, label, false);
        }

        Line onTheRight() {
            return new Line(subject, metric, label, true);
        }
    }
}
