package groundwork.observe;

import static groundwork.aws.ResourceTypes.SNS_TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import groundwork.Stacks;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.plan.names.Names;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final String SETTINGS =
            "groundwork:environment: production\ngroundwork:observability: { alarms: { email: [ops@example.com] } }\n";

    private final Recording recording = record(SETTINGS, Ids.KNOWN);

    @Test
    void theTopicIsEncryptedWithTheEnvironmentsOwnKey() {
        var topic = recording.named(SNS_TOPIC, "alerts-topic");
        var key = recording.named("aws:kms/key:Key", "key-key");

        assertThat(topic.inputs()).isEqualTo(Map.of("name", "shop-test-alerts", "kmsMasterKeyId", key.text("arn")));
    }

    @Test
    void withoutAnOwnKeyItHasNoneThatWouldKeepAlarmsOut() {
        var plain = record(SETTINGS + "groundwork:encryption: aws\n", Ids.KNOWN);

        assertThat(plain.named(SNS_TOPIC, "alerts-topic").inputs()).isEqualTo(Map.of("name", "shop-test-alerts"));
    }

    @Test
    void onlyThisAccountsAlarmsPublishAndOnlyOverTls() {
        var arn = recording.named(SNS_TOPIC, "alerts-topic").text("arn");
        var policy = recording.named("aws:sns/topicPolicy:TopicPolicy", "alerts-policy");

        assertThat(policy.text("arn")).isEqualTo(arn);
        assertThat(JsonParser.parseString(policy.text("policy")))
                .isEqualTo(JsonParser.parseString(("{'Version': '2012-10-17', 'Statement': ["
                                + "{'Effect': 'Allow', 'Action': ['sns:Publish'], 'Resource': ['%1$s'],"
                                + "'Principal': {'Service': 'cloudwatch.amazonaws.com'},"
                                + "'Condition': {'StringEquals': {'aws:SourceAccount': '123456789012'}}},"
                                + "{'Effect': 'Deny', 'Action': ['sns:Publish'], 'Resource': ['%1$s'],"
                                + "'Principal': {'AWS': '*'},"
                                + "'Condition': {'Bool': {'aws:SecureTransport': 'false'}}}]}")
                        .formatted(arn)));
    }

    @Test
    void everyAddressIsSubscribed() {
        var subscription = recording.named(
                "aws:sns/topicSubscription:TopicSubscription", "alerts-email-" + Names.hash("ops@example.com"));

        assertThat(subscription.inputs())
                .isEqualTo(Map.of(
                        "topic", recording.named(SNS_TOPIC, "alerts-topic").text("arn"),
                        "protocol", "email",
                        "endpoint", "ops@example.com"));
    }

    @Test
    void everyWebhookIsSubscribedByHttpsAndItsUrlStaysSecret() {
        var hooked = record(
                SETTINGS.replace(
                        "email: [ops@example.com]", "webhooks: { pager: 'https://events.example.com/k3y/enqueue' }"),
                Ids.KNOWN);
        var subscription = hooked.named("aws:sns/topicSubscription:TopicSubscription", "alerts-webhook-pager");

        assertThat(subscription.text("protocol")).isEqualTo("https");
        assertThat(subscription.get("topic"))
                .isEqualTo(hooked.named(SNS_TOPIC, "alerts-topic").text("arn"));
        assertThat(subscription.get("endpointAutoConfirms")).isEqualTo(true);
        assertThat(subscription.get("endpoint")).isEqualTo(new Secret("https://events.example.com/k3y/enqueue"));
    }

    @Test
    void whatCloudFrontCountsIsToldOfInItsOwnRegion() {
        var stack = Stacks.of("production")
                .with("cdn", "{staticPaths: [/a/*]}")
                .with("observability", "{alarms: {email: [ops@example.com]}}");
        var away = stack.inRegion("eu-west-1").record();
        var topic = away.named(SNS_TOPIC, "alerts-global-topic");
        var alarm = away.named("aws:cloudwatch/metricAlarm:MetricAlarm", "alarms-cdn-errors");

        assertThat(topic.text("arn")).isEqualTo("arn:aws:sns:us-east-1:123456789012:shop-test-alerts-global");
        assertThat(topic.inputs()).isEqualTo(Map.of("name", "shop-test-alerts-global"));
        assertThat(alarm.list("alarmActions")).containsExactly(topic.text("arn"));
        assertThat(alarm.text("arn")).startsWith("arn:aws:cloudwatch:us-east-1:");
        assertThat(away.refusals()).isEmpty();
        assertThat(stack.record().ofType(SNS_TOPIC)).hasSize(1);
    }

    @Test
    void aPreviewWaitsForTheTopicsArn() {
        var preview = record(SETTINGS, Ids.UNKNOWN);

        assertThat(preview.named("aws:sns/topicPolicy:TopicPolicy", "alerts-policy")
                        .get("policy"))
                .isEqualTo(Unknown.UNKNOWN);
    }

    private static Recording record(String settings, Ids ids) {
        return Topologies.of(
                settings,
                ids,
                (stack, plan, context) ->
                        new Alerts("alerts", plan.observability().alerts().orElseThrow(), stack));
    }
}
