package groundwork.observe;

import com.pulumi.core.Output;
import groundwork.base.StackContext;
import groundwork.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells people what is wrong and shows them how things are, as far as the settings want it. */
public record Observability(Optional<Alerts> alerts, Optional<Alarms> alarms) {

    /** Events tell of tasks by the ARN of their cluster. */
    public static Observability create(
            Plan plan,
            Collection<? extends Watchable> components,
            Optional<Output<String>> clusterArn,
            StackContext stack) {
        var names = Watched.bySubject(components);
        var settings = plan.settings().observability();
        var alerts = settings.alarms().enabled() ? Optional.of(new Alerts("alerts", stack)) : Optional.<Alerts>empty();
        var alarms = alerts.map(topic -> new Alarms("alarms", plan.alarms(), names, clusterArn, topic, stack));
        if (settings.dashboard()) {
            new Dashboard(
                    "dashboard",
                    plan.dashboard(),
                    names,
                    alarms.map(Alarms::arns).orElse(List.of()),
                    stack);
        }
        return new Observability(alerts, alarms);
    }

    /** Where people are told of what goes wrong. */
    public Optional<Output<String>> topic() {
        return alerts.map(Alerts::topicArn);
    }

    /** The alarm that ends an experiment. */
    public Optional<Output<String>> stop() {
        return alarms.flatMap(Alarms::entranceErrors);
    }
}
