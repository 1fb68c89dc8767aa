package groundwork.observe;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.permissions.PolicyDocument;
import groundwork.permissions.Statement;
import groundwork.plan.AlertPlan;
import groundwork.plan.names.NameRule;
import groundwork.plan.names.Names;
import groundwork.settings.observe.WebhookSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where alarms of one region go: a topic that only this account's alarms, and events that the stack tells of, can publish to, and the people who are told. */
public final class Alerts extends Component {
    private static final String PUBLISH = "sns:Publish";
    private static final int ACCOUNT = 4;

    private final AlertPlan plan;
    private final Topic topic;
    private final Optional<Alerts> global;

    public Alerts(String name, AlertPlan plan, StackContext stack) {
        super("observe:Alerts", name, stack);
        this.plan = plan;
        topic = createTopic(stack.keyArn());
        global = plan.watchesGlobalRegion() ? Optional.of(new Alerts(this)) : Optional.empty();
        finish();
    }

    /** What CloudFront counts lies in us-east-1, and an alarm tells a topic of its own region alone; the stack's key stays in the stack's. */
    private Alerts(Alerts home) {
        super(
                "observe:Alerts",
                home.child("global"),
                home.stack(),
                home.stack().providers().global());
        plan = home.plan;
        topic = createTopic(Optional.empty());
        global = Optional.empty();
        finish();
    }

    private void finish() {
        createPolicy();
        plan.settings().email().forEach(this::subscribe);
        new TreeMap<>(plan.settings().webhooks()).forEach(this::subscribe);
        outputs(Map.of("topicArn", topicArn()));
    }

    public Output<String> topicArn() {
        return topic.arn();
    }

    /** The same, for alarms in us-east-1. */
    Output<String> globalTopicArn() {
        return global.map(Alerts::topicArn).orElseGet(this::topicArn);
    }

    private Topic createTopic(Optional<Output<String>> key) {
        var arguments = TopicArgs.builder().name(stack().names().of(NameRule.TOPIC, name()));
        // Alarms can't publish through the key that AWS manages for SNS.
        key.ifPresent(arguments::kmsMasterKeyId);
        return new Topic(child("topic"), arguments.build(), inside());
    }

    private void createPolicy() {
        var statements = new ArrayList<>(List.of(
                publishing("cloudwatch.amazonaws.com")
                        .when("StringEquals", "aws:SourceAccount", topicArn().applyValue(arn -> arn.split(":")[
                                ACCOUNT])),
                Statement.denyWithoutTls(PUBLISH).on(topicArn())));
        // EventBridge supports no conditions in a topic's policy.
        if (plan.takesEvents()) {
            statements.add(publishing("events.amazonaws.com"));
        }
        new TopicPolicy(
                child("policy"),
                TopicPolicyArgs.builder()
                        .arn(topicArn())
                        .policy(PolicyDocument.of(statements))
                        .build(),
                inside());
    }

    private Statement publishing(String service) {
        return Statement.allow(PUBLISH).on(topicArn()).by("Service", Output.of(service));
    }

    /** Waits for the service to confirm, so that one that hears nothing is found out at once. */
    private void subscribe(String service, WebhookSettings webhook) {
        new TopicSubscription(
                child("webhook-" + service),
                TopicSubscriptionArgs.builder()
                        .topic(topicArn())
                        .protocol("https")
                        .endpoint(Output.ofSecret(webhook.url().value()))
                        .endpointAutoConfirms(true)
                        .build(),
                inside());
    }

    private void subscribe(String address) {
        new TopicSubscription(
                child("email-" + Names.hash(address)),
                TopicSubscriptionArgs.builder()
                        .topic(topicArn())
                        .protocol("email")
                        .endpoint(address)
                        .build(),
                inside());
    }
}
