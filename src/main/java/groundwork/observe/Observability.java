package groundwork.observe;

import com.pulumi.core.Output;
import groundwork.base.StackContext;
import groundwork.observe.dashboard.Dashboard;
import groundwork.plan.ObservabilityPlan;
import groundwork.watch.Subject;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells people what is wrong and shows them how things are, as far as the settings want it. */
public record Observability(Optional<Alerts> alerts, Optional<Alarms> alarms) {

    /** Events tell of tasks by the ARN of their cluster. */
    public static Observability create(
            ObservabilityPlan plan,
            Collection<? extends Watchable> components,
            Optional<Output<String>> clusterArn,
            StackContext stack) {
        var rules = WatchRules.of(stack.names(), plan);
        var watched = components.stream()
                .flatMap(component -> component.watched(rules).stream())
                .toList();
        var subjects = Subject.inOrder(watched.stream().flatMap(it -> it.subjects().stream()));
        var alerts = plan.alerts().map(it -> new Alerts("alerts", it, stack));
        var alarms = alerts.filter(any -> plan.settings().alarms().enabled())
                .map(topic -> new Alarms("alarms", subjects, clusterArn, topic, stack));
        if (plan.settings().dashboard()) {
            new Dashboard("dashboard", watched, alarms.map(Alarms::arns).orElse(List.of()), stack);
        }
        return new Observability(alerts, alarms);
    }

    /** Where people are told of what goes wrong. */
    public Optional<Output<String>> topic() {
        return alerts.map(Alerts::topicArn);
    }

    /** The alarm that ends an experiment, and rolls a deployment back. */
    public Optional<Output<String>> stop() {
        return alarms.flatMap(Alarms::turningBack);
    }
}
