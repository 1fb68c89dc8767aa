package groundwork.plan.watch.alarms;

import groundwork.plan.names.Names;
import groundwork.plan.watch.Metric;
import groundwork.settings.StackSettings;
import groundwork.settings.messaging.QueueSettings;
import groundwork.settings.observe.AlarmSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Messages that nobody could handle, or nobody takes. */
final class QueueAlarms {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Names names;
    private final StackSettings settings;
    private final AlarmSettings rules;

    QueueAlarms(Names names, StackSettings settings) {
        this.names = names;
        this.settings = settings;
        rules = settings.observability().alarms();
    }

    List<AlarmSpec> of(String name) {
        var queue = settings.queues().get(name);
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(failed(name, queue));
        // Overnight messages wait because their workers rest.
        if (settings.officeHours().isEmpty()) {
            alarms.add(late(name, queue));
        }
        return alarms;
    }

    private AlarmSpec failed(String name, QueueSettings queue) {
        var rule = rules.deadLetters().overriddenBy(queue.alarms().deadLetters());
        return AlarmSpec.of(
                "failed",
                Metric.deadLetters("ApproximateNumberOfMessagesVisible"),
                rule,
                Trigger.above(rule.limit(), rule),
                "More than %d messages of %s could not be handled. First read them in the dead-letter queue and look for them in the worker's log group below %s; start a redrive once the cause is fixed."
                        .formatted(rule.limit(), name, names.path("services")));
    }

    private AlarmSpec late(String name, QueueSettings queue) {
        var rule = rules.oldestMessage().overriddenBy(queue.alarms().oldestMessage());
        var age = rule.threshold().orElseGet(() -> longestTry(queue));
        var trigger = Trigger.above(age.toSeconds(), rule);
        return AlarmSpec.of(
                "late",
                Metric.queue("ApproximateAgeOfOldestMessage"),
                rule,
                trigger,
                "A message of %s has waited for more than %d minutes, %s. First see whether its workers run and keep up; then raise their tasks.max."
                        .formatted(name, age.toMinutes(), trigger.lasting()));
    }

    /** As old as it gets when every try takes all the time it has, and then some. */
    private static Duration longestTry(QueueSettings queue) {
        return queue.visibility()
                .multipliedBy(queue.retries())
                .plus(queue.delay())
                .plus(PATIENCE);
    }
}
