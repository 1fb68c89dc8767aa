package groundwork.messaging;

import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.EncryptionKey;
import groundwork.base.StackContext;
import groundwork.links.Connection;
import groundwork.links.LinkTarget;
import groundwork.permissions.PolicyDocument;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.plan.names.Names;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.settings.messaging.TopicSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A topic that delivers every message to its queues and people. */
public final class Topic extends Component implements LinkTarget {
    private final com.pulumi.aws.sns.Topic topic;

    /** {@code queues} are all that are declared; the settings say which of them listen. */
    public Topic(String name, TopicSettings settings, Map<String, Queue> queues, StackContext stack) {
        super("messaging:Topic", name, stack);
        topic = createTopic();
        createPolicy();
        for (var queue : settings.queues()) {
            subscribe(queues.get(queue));
        }
        settings.email().forEach(this::subscribe);
        outputs(Map.copyOf(endpoint()));
    }

    /** The ARN of a topic of this stack, told from that of a queue in the same account and region. */
    static Output<String> arnBeside(Output<String> queueArn, String name, StackContext stack) {
        return queueArn.applyValue(arn -> {
            var place = arn.substring(0, arn.lastIndexOf(':')).replaceFirst(":sqs:", ":sns:");
            return place + ":" + physicalName(name, stack);
        });
    }

    @Override
    public Connection connect(Optional<Access> access) {
        var permissions = new ArrayList<Statement>();
        permissions.add(Statement.allow("sns:Publish").on(topic.arn()));
        stack().ownKey().map(EncryptionKey::encrypting).ifPresent(permissions::add);
        return Connection.of(Map.of(Offer.ARN, topic.arn()))
                .permitting(permissions)
                .after(List.of(topic));
    }

    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of("arn", topic.arn());
    }

    private static String physicalName(String name, StackContext stack) {
        return stack.names().of(NameRule.TOPIC, name);
    }

    private com.pulumi.aws.sns.Topic createTopic() {
        return new com.pulumi.aws.sns.Topic(
                child("topic"),
                TopicArgs.builder()
                        .name(physicalName(name(), stack()))
                        .kmsMasterKeyId(stack().keyArn())
                        .build(),
                inside());
    }

    private void createPolicy() {
        new TopicPolicy(
                child("policy"),
                TopicPolicyArgs.builder()
                        .arn(topic.arn())
                        .policy(PolicyDocument.of(
                                List.of(Statement.denyWithoutTls("sns:Publish").on(topic.arn()))))
                        .build(),
                inside());
    }

    private void subscribe(Queue queue) {
        new TopicSubscription(
                child("to-" + queue.name()),
                TopicSubscriptionArgs.builder()
                        .topic(topic.arn())
                        .protocol("sqs")
                        .endpoint(queue.arn())
                        .rawMessageDelivery(true)
                        .redrivePolicy(queue.redrivePolicy())
                        .build(),
                after(queue.readyForTopics()));
    }

    private void subscribe(String address) {
        new TopicSubscription(
                child("to-" + Names.hash(address)),
                TopicSubscriptionArgs.builder()
                        .topic(topic.arn())
                        .protocol("email")
                        .endpoint(address)
                        .build(),
                inside());
    }
}
