package groundwork.observe.dashboard;

import groundwork.watch.Graph;

/** Something on a dashboard, still without a place. */
sealed interface Widget {
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

    record Chart(Graph graph) implements Widget {
        @Override
        public int width() {
            return 6;
        }

        @Override
        public int height() {
            return 6;
        }
    }
}
