package groundwork.plan.watch.graphs;

import groundwork.plan.edge.RoutePlan;
import groundwork.plan.names.Names;
import groundwork.plan.watch.alarms.AlarmPlan;
import groundwork.plan.watch.graphs.Widget.AlarmStates;
import groundwork.plan.watch.graphs.Widget.Heading;
import groundwork.settings.StackSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The dashboard from top to bottom: alarms, the way in, services, and what they rest on. */
public record DashboardPlan(List<Placed> widgets) {
    private static final int ALARMS_OF_A_WIDGET = 100;
    private static final int MOST_WIDGETS = 500;

    public DashboardPlan {
        widgets = List.copyOf(widgets);
    }

    public static DashboardPlan of(Names names, StackSettings settings, RoutePlan routes, AlarmPlan alarms) {
        var widgets = new ArrayList<Widget>();
        if (settings.observability().alarms().enabled()) {
            widgets.addAll(states(alarms.count()));
        }
        var services = new ServiceGraphs(names, settings, routes);
        var data = new DataGraphs(settings);
        settings.cdn().ifPresent(cdn -> section(widgets, "CDN", FrontGraphs.ofCdn()));
        if (services.haveAnEntrance()) {
            section(widgets, "Entrance", services.ofEntrance());
        }
        new TreeMap<>(settings.services()).keySet().forEach(name -> section(widgets, name, services.of(name)));
        new TreeMap<>(settings.apps()).keySet().forEach(name -> section(widgets, name, FrontGraphs.ofApp(name)));
        new TreeMap<>(settings.databases()).keySet().forEach(name -> section(widgets, name, data.ofDatabase(name)));
        new TreeMap<>(settings.caches()).keySet().forEach(name -> section(widgets, name, data.ofCache(name)));
        new TreeMap<>(settings.tables()).keySet().forEach(name -> section(widgets, name, DataGraphs.ofTable(name)));
        new TreeMap<>(settings.queues()).keySet().forEach(name -> section(widgets, name, data.ofQueue(name)));
        var natGateways = new NatGraphs(settings);
        if (natGateways.areKnown()) {
            section(widgets, "NAT gateways", natGateways.all());
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

    private static void section(List<Widget> widgets, String heading, List<? extends Widget> section) {
        widgets.add(new Heading(heading));
        widgets.addAll(section);
    }

    private static List<Widget> states(int alarms) {
        var states = new ArrayList<Widget>();
        for (int from = 0; from < alarms; from += ALARMS_OF_A_WIDGET) {
            states.add(new AlarmStates(from, Math.min(alarms, from + ALARMS_OF_A_WIDGET)));
        }
        return states;
    }
}
