package groundwork.plan.watch.alarms;

import groundwork.plan.edge.RoutePlan;
import groundwork.plan.edge.TargetGroupPlan;
import groundwork.plan.names.Names;
import groundwork.plan.watch.CacheNodes;
import groundwork.plan.watch.Subject;
import groundwork.settings.StackSettings;
import groundwork.settings.service.ServiceSettings.Platform;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that somebody is told of, by what it is about. */
public record AlarmPlan(SortedMap<Subject, List<AlarmSpec>> alarms) {
    public AlarmPlan {
        alarms = Collections.unmodifiableSortedMap(new TreeMap<>(alarms));
    }

    public static AlarmPlan of(Names names, StackSettings settings, RoutePlan routes) {
        var alarms = new TreeMap<Subject, List<AlarmSpec>>();
        var services = new ServiceAlarms(names, settings);
        var entrance = new EntranceAlarms(names, settings);
        var data = new DataAlarms(settings);
        var caches = new CacheAlarms(settings);
        var queues = new QueueAlarms(names, settings);
        var tables = new TableAlarms(settings);
        var runners = new RunnerAlarms(settings);
        var onFargate = settings.servicesOn(Platform.FARGATE);
        if (!onFargate.isEmpty()) {
            alarms.put(Subject.CLUSTER, services.together());
        }
        onFargate.keySet().forEach(name -> alarms.put(Subject.service(name), services.of(name)));
        settings.servicesOn(Platform.APP_RUNNER)
                .keySet()
                .forEach(name -> alarms.put(Subject.service(name), runners.of(name)));
        var targets = routes.targetGroups();
        if (!targets.isEmpty()) {
            alarms.put(Subject.ENTRANCE, entrance.whole());
        }
        targets.forEach(group -> alarms.put(Subject.targets(group.suffix()), entrance.of(group)));
        targets.stream()
                .filter(TargetGroupPlan::hasAlternate)
                .forEach(group -> alarms.put(Subject.targets(group.alternateSuffix()), entrance.ofAlternate(group)));
        settings.databases().keySet().forEach(name -> alarms.put(Subject.database(name), data.ofDatabase(name)));
        settings.databases().forEach((name, database) -> {
            for (int number = 1; number <= database.watchedReplicas(); number++) {
                alarms.put(Subject.replica(name, number), data.ofReplica(name));
            }
        });
        settings.caches().forEach((name, cache) -> {
            for (int node = 1; node <= CacheNodes.of(cache); node++) {
                alarms.put(Subject.cache(name, node), caches.of(name));
            }
        });
        settings.queues().keySet().forEach(name -> alarms.put(Subject.queue(name), queues.of(name)));
        settings.tables().keySet().forEach(name -> alarms.put(Subject.table(name), tables.of(name)));
        var fronts = new FrontAlarms(settings);
        settings.cdn().ifPresent(any -> alarms.put(Subject.CDN, fronts.ofCdn()));
        settings.apps().keySet().forEach(name -> alarms.put(Subject.app(name), fronts.ofApp(name)));
        return new AlarmPlan(alarms);
    }

    public int count() {
        return alarms.values().stream().mapToInt(List::size).sum();
    }
}
