package groundwork.plan.watch.alarms;

import groundwork.plan.names.Names;
import groundwork.plan.watch.Metric;
import groundwork.settings.StackSettings;
import groundwork.settings.messaging.QueueSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Messages that nobody could handle, or nobody takes. */
final class QueueAlarms {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Names names;
    private final StackSettings settings;

    QueueAlarms(Names names, StackSettings settings) {
        this.names = names;
        this.settings = settings;
    }

    List<AlarmSpec> of(String name) {
        var alarms = new ArrayList<AlarmSpec>();
        alarms.add(failed(name));
        // Overnight messages wait because their workers rest.
        if (settings.officeHours().isEmpty()) {
            alarms.add(late(name, settings.queues().get(name)));
        }
        return alarms;
    }

    private AlarmSpec failed(String name) {
        return AlarmSpec.of(
                "failed",
                Metric.deadLetters("ApproximateNumberOfMessagesVisible").as(Metric.MAXIMUM),
                Trigger.above(0),
                "A message of %s could not be handled. First read it in the dead-letter queue and look for it in the worker's log group below %s; start a redrive once the cause is mended."
                        .formatted(name, names.path("services")));
    }

    /** As old as it gets when every try takes all the time it has, and then some. */
    private AlarmSpec late(String name, QueueSettings queue) {
        var age = queue.visibility()
                .multipliedBy(queue.retries())
                .plus(queue.delay())
                .plus(PATIENCE);
        return AlarmSpec.of(
                "late",
                Metric.queue("ApproximateAgeOfOldestMessage").as(Metric.MAXIMUM),
                Trigger.above(age.toSeconds()).forMinutes(5),
                "A message of %s has waited for more than %d minutes. First see whether its workers run and keep up; then raise their tasks.max."
                        .formatted(name, age.toMinutes()));
    }
}
