package groundwork.messaging;

import com.pulumi.core.Output;
import groundwork.settings.messaging.QueueSettings;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.Trigger;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.time.Duration;
import java.util.ArrayList;

/** Messages that nobody could handle, or nobody takes. */
record QueueWatch(String name, QueueSettings settings, WatchRules rules, Source messages, Source deadLetters) {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String WAITING = "ApproximateNumberOfMessagesVisible";
    private static final String TAKEN = "ApproximateNumberOfMessagesNotVisible";
    private static final String AGE = "ApproximateAgeOfOldestMessage";

    /** The metrics of a queue, by its physical name. */
    static Source metrics(Output<String> queue) {
        return Source.of("AWS/SQS").with("QueueName", queue);
    }

    Watched plan() {
        var alarms = new ArrayList<Alarm>();
        alarms.add(failed());
        // While the environment sleeps, messages wait until they wake it.
        if (!rules.sleeps()) {
            alarms.add(late());
        }
        return Watched.of(
                new Subject("queue", name, alarms),
                name,
                Graph.of("Messages", most(messages, WAITING, "waiting"), most(messages, TAKEN, "taken")),
                Graph.of("Oldest message", most(messages, AGE, "age")),
                Graph.of("Dead letters", most(deadLetters, WAITING, "failed")));
    }

    private static Graph.Line most(Source queue, String metric, String label) {
        return queue.metric(metric).maximum().line(label);
    }

    private Alarm failed() {
        var rule = rules.alarms().deadLetters().overriddenBy(settings.alarms().deadLetters());
        return Alarm.above(
                "failed",
                deadLetters.metric(WAITING),
                rule,
                "More than {threshold} messages of %s could not be handled. First read them in the dead-letter queue and look for them in the worker's log group below %s; start a redrive once the cause is fixed."
                        .formatted(name, rules.logs()));
    }

    private Alarm late() {
        var rule = rules.alarms().oldestMessage().overriddenBy(settings.alarms().oldestMessage());
        var age = rule.threshold().orElseGet(this::longestTry);
        var trigger = Trigger.above(age.toSeconds(), rule);
        return Alarm.of(
                "late",
                messages.metric(AGE),
                rule,
                trigger,
                "A message of %s has waited for more than %d minutes, %s. First see whether its workers run and keep up; then raise their tasks.max."
                        .formatted(name, age.toMinutes(), trigger.lasting()));
    }

    /** As old as it gets when every try takes all the time it has, and then some. */
    private Duration longestTry() {
        return settings.visibility()
                .multipliedBy(settings.retries())
                .plus(settings.delay())
                .plus(PATIENCE);
    }
}
