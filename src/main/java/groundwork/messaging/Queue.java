package groundwork.messaging;

import com.google.gson.Gson;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.aws.sqs.RedriveAllowPolicy;
import com.pulumi.aws.sqs.RedriveAllowPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.base.EncryptionKey;
import groundwork.base.StackContext;
import groundwork.links.Connection;
import groundwork.links.LinkTarget;
import groundwork.permissions.PolicyDocument;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.settings.messaging.QueueSettings;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A queue, and a second one where messages go that could not be handled. */
public final class Queue extends Component implements LinkTarget, Watchable {
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(14);
    private static final Duration LONG_POLL = Duration.ofSeconds(20);

    private final QueueSettings settings;
    private final com.pulumi.aws.sqs.Queue deadLetters;
    private final com.pulumi.aws.sqs.Queue queue;
    private final QueuePolicy policy;
    private final QueuePolicy deadLettersPolicy;

    /** {@code topics} are the ARNs of those that deliver to it. */
    public Queue(String name, QueueSettings settings, List<Output<String>> topics, StackContext stack) {
        super("messaging:Queue", name, stack);
        this.settings = settings;
        deadLetters = createDeadLetters();
        queue = createQueue();
        createWayToDeadLetters();
        policy = createPolicy("policy", queue, deliveries(topics, queue));
        deadLettersPolicy = createPolicy("dead-letters-policy", deadLetters, deliveries(topics, deadLetters));
        outputs(Map.copyOf(endpoint()));
    }

    @Override
    public Connection connect(Optional<Access> access) {
        return Connection.of(Map.of(Offer.URL, queue.url()))
                .permitting(permissions(access.orElse(Access.SEND_CONSUME)))
                .after(List.of(queue));
    }

    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of("url", queue.url(), "arn", queue.arn(), "deadLetterUrl", deadLetters.url());
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        var messages = QueueWatch.metrics(queue.name());
        var failed = QueueWatch.metrics(deadLetters.name());
        return List.of(new QueueWatch(name(), settings, rules, messages, failed).plan());
    }

    public Output<String> queueName() {
        return queue.name();
    }

    public Output<String> url() {
        return queue.url();
    }

    public Output<String> arn() {
        return queue.arn();
    }

    /** What must exist before a topic can deliver here. */
    List<Resource> readyForTopics() {
        return List.of(policy, deadLettersPolicy);
    }

    /** Where a topic leaves what it can't deliver. */
    Output<String> redrivePolicy() {
        return deadLetters.arn().applyValue(arn -> new Gson().toJson(Map.of("deadLetterTargetArn", arn)));
    }

    private List<Statement> permissions(Access access) {
        var statements = new ArrayList<Statement>();
        if (access.sends()) {
            statements.add(Statement.allow("sqs:SendMessage", "sqs:GetQueueUrl", "sqs:GetQueueAttributes")
                    .on(queue.arn()));
        }
        if (access.consumes()) {
            statements.add(Statement.allow(
                            "sqs:ReceiveMessage",
                            "sqs:DeleteMessage",
                            "sqs:ChangeMessageVisibility",
                            "sqs:GetQueueUrl",
                            "sqs:GetQueueAttributes")
                    .on(queue.arn()));
        }
        stack().ownKey()
                .map(access.sends() ? EncryptionKey::encrypting : EncryptionKey::decrypting)
                .ifPresent(statements::add);
        return statements;
    }

    private com.pulumi.aws.sqs.Queue createDeadLetters() {
        return new com.pulumi.aws.sqs.Queue(
                child(QueueSettings.DEAD_LETTERS + fifo()),
                arguments(child(QueueSettings.FAILED))
                        .messageRetentionSeconds((int) DEAD_LETTERS_KEPT.toSeconds())
                        .build(),
                keepingNames("name").build());
    }

    private com.pulumi.aws.sqs.Queue createQueue() {
        var redrive = deadLetters.arn().applyValue(arn -> new Gson().toJson(new Redrive(arn, settings.retries())));
        return new com.pulumi.aws.sqs.Queue(
                child("queue" + fifo()),
                arguments(name())
                        .visibilityTimeoutSeconds((int) settings.visibility().toSeconds())
                        .messageRetentionSeconds((int) settings.retention().toSeconds())
                        .delaySeconds((int) settings.delay().toSeconds())
                        .receiveWaitTimeSeconds((int) LONG_POLL.toSeconds())
                        .redrivePolicy(redrive)
                        .build(),
                keepingNames("name").build());
    }

    /** A queue stays what it is: the other kind stands beside it until nobody uses the old one. */
    private String fifo() {
        return settings.fifo() ? "-fifo" : "";
    }

    private QueueArgs.Builder arguments(String name) {
        var ending = settings.fifo() ? ".fifo" : "";
        var arguments = QueueArgs.builder().name(stack().names().of(NameRule.QUEUE, name) + ending);
        if (settings.fifo()) {
            arguments.fifoQueue(true).contentBasedDeduplication(true);
        }
        stack().ownKey()
                .ifPresentOrElse(
                        key -> arguments.kmsMasterKeyId(key.arn()), () -> arguments.sqsManagedSseEnabled(true));
        return arguments;
    }

    private void createWayToDeadLetters() {
        new RedriveAllowPolicy(
                child("way-to-dead-letters"),
                RedriveAllowPolicyArgs.builder()
                        .queueUrl(deadLetters.url())
                        .redriveAllowPolicy(queue.arn().applyValue(arn -> new Gson().toJson(RedriveAllow.from(arn))))
                        .build(),
                inside());
    }

    private QueuePolicy createPolicy(String suffix, com.pulumi.aws.sqs.Queue to, List<Statement> others) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.denyWithoutTls("sqs:*").on(to.arn()));
        statements.addAll(others);
        return new QueuePolicy(
                child(suffix),
                QueuePolicyArgs.builder()
                        .queueUrl(to.url())
                        .policy(PolicyDocument.of(statements))
                        .build(),
                inside());
    }

    /** A queue has one policy only, so it names all the topics that deliver to it. */
    private List<Statement> deliveries(List<Output<String>> topics, com.pulumi.aws.sqs.Queue to) {
        return topics.stream()
                .map(topic -> Statement.allow("sqs:SendMessage")
                        .on(to.arn())
                        .by("Service", Output.of("sns.amazonaws.com"))
                        .when("ArnEquals", "aws:SourceArn", topic))
                .toList();
    }

    private record Redrive(String deadLetterTargetArn, int maxReceiveCount) {}

    private record RedriveAllow(String redrivePermission, List<String> sourceQueueArns) {
        static RedriveAllow from(String queue) {
            return new RedriveAllow("byQueue", List.of(queue));
        }
    }
}
