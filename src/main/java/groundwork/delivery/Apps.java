package groundwork.delivery;

import groundwork.base.StackContext;
import groundwork.edge.firewall.WebAcl;
import groundwork.links.Catalog;
import groundwork.plan.edge.FirewallPlan;
import groundwork.settings.compute.AppSettings;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All fronts on Amplify Hosting, behind one firewall where one is asked for. */
public record Apps(SortedMap<String, AmplifyApp> all) implements Watchable {
    public Apps {
        all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }

    public static Apps create(
            Map<String, AppSettings> apps, Optional<FirewallPlan> firewall, Catalog catalog, StackContext stack) {
        var all = new TreeMap<String, AmplifyApp>();
        new TreeMap<>(apps).forEach((name, settings) -> all.put(name, new AmplifyApp(name, settings, catalog, stack)));
        all.forEach((name, app) -> catalog.addEndpoint("apps", name, app.endpoint()));
        firewall.map(plan -> WebAcl.atTheEdge("apps-firewall", plan, stack))
                .ifPresent(acl -> all.forEach((name, app) -> acl.guard(name, app.arn())));
        return new Apps(all);
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return all.values().stream().flatMap(app -> app.watched(rules).stream()).toList();
    }
}
