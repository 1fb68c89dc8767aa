package groundwork.simulated.rules.data;

import static groundwork.aws.ResourceTypes.SQS_QUEUE;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Json;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;

/** What SQS takes. */
public final class QueueRules {

    public static final List<Rule> ALL = List.of(
            Rule.of("queue-fifo-name", QueueRules::fifoName, SQS_QUEUE),
            Rule.among("queue-redrive", QueueRules::redrive, SQS_QUEUE));

    private QueueRules() {}

    private static void fifoName(Existing queue, Refusals refusals) {
        queue.text("name")
                .ifPresent(name -> refusals.unless(
                        name.endsWith(".fifo") == queue.flag("fifoQueue"),
                        "name",
                        "\"%s\" and fifoQueue disagree: a FIFO queue's name ends in .fifo, no other's does",
                        name));
    }

    private static void redrive(Existing queue, World world, Refusals refusals) {
        queue.text("redrivePolicy").ifPresent(text -> {
            var policy = Json.parse(text).filter(element -> element.isJsonObject());
            refusals.unless(policy.isPresent(), "redrivePolicy", "is not a JSON object");
            policy.ifPresent(object -> {
                var attempts = Json.number(object, "maxReceiveCount");
                var target = Json.text(object, "deadLetterTargetArn");
                refusals.unless(
                        attempts.filter(count -> count >= 1 && count <= 1000).isPresent(),
                        "redrivePolicy",
                        "needs a maxReceiveCount of 1 to 1000");
                refusals.unless(
                        target.filter(arn -> arn.matches("arn:[^:]+:sqs:[^:]+:\\d{12}:.+"))
                                .isPresent(),
                        "redrivePolicy",
                        "needs the ARN of a queue as deadLetterTargetArn");
                target.flatMap(arn -> world.identified(SQS_QUEUE, arn))
                        .ifPresent(dead -> refusals.unless(
                                dead.flag("fifoQueue") == queue.flag("fifoQueue"),
                                "redrivePolicy",
                                "%s is of the other kind; both are FIFO queues or neither is",
                                dead.name()));
            });
        });
    }
}
