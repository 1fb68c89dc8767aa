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
    private final TopicSettings settings;
    private final com.pulumi.aws.sns.Topic topic;

    public Topic(String name, TopicSettings settings, StackContext stack) {
        super("messaging:Topic", name, stack);
        this.settings = settings;
        topic = createTopic();
        createPolicy();
        settings.email().forEach(this::subscribe);
        outputs(Map.copyOf(endpoint()));
    }

    public Output<String> arn() {
        return topic.arn();
    }

    /** {@code queues} are all that are declared; the settings say which of them listen. */
    public void deliverTo(Map<String, Queue> queues) {
        settings.queues().forEach(queue -> subscribe(queues.get(queue)));
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

    private com.pulumi.aws.sns.Topic createTopic() {
        var arguments = TopicArgs.builder().name(stack().names().of(NameRule.TOPIC, name()));
        stack().keyArn().ifPresent(arguments::kmsMasterKeyId);
        return new com.pulumi.aws.sns.Topic(
                child("topic"), arguments.build(), keepingNames("name").build());
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
                namedAfter(queue.name(), "to-")
                        .dependsOn(queue.readyForTopics())
                        .build());
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
