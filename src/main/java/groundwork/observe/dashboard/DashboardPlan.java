package groundwork.observe.dashboard;

import groundwork.observe.dashboard.Widget.AlarmStates;
import groundwork.observe.dashboard.Widget.Chart;
import groundwork.observe.dashboard.Widget.Heading;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;

/** The dashboard from top to bottom: alarms, then a section for whatever has graphs. */
record DashboardPlan(List<Placed> widgets) {
    private static final int ALARMS_OF_A_WIDGET = 100;
    private static final int MOST_WIDGETS = 500;

    DashboardPlan {
        widgets = List.copyOf(widgets);
    }

    static DashboardPlan of(List<Watched> watched, int alarms) {
        var widgets = new ArrayList<Widget>(states(alarms));
        for (var section : watched) {
            if (!section.graphs().isEmpty()) {
                widgets.add(new Heading(section.heading()));
                section.graphs().stream().map(Chart::new).forEach(widgets::add);
            }
        }
        return new DashboardPlan(Placed.inRows(atMost(widgets)));
    }

    private static List<Widget> atMost(List<Widget> widgets) {
        if (widgets.size() <= MOST_WIDGETS) {
            return widgets;
        }
        var shown = new ArrayList<>(widgets.subList(0, MOST_WIDGETS - 1));
        shown.add(new Heading("%d more find no room on a dashboard".formatted(widgets.size() - shown.size())));
        return shown;
    }

    private static List<AlarmStates> states(int alarms) {
        var states = new ArrayList<AlarmStates>();
        for (int from = 0; from < alarms; from += ALARMS_OF_A_WIDGET) {
            states.add(new AlarmStates(from, Math.min(alarms, from + ALARMS_OF_A_WIDGET)));
        }
        return states;
    }
}
