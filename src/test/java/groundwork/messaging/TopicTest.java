package groundwork.messaging;

import static groundwork.aws.ResourceTypes.SNS_TOPIC;
import static groundwork.aws.ResourceTypes.SNS_TOPIC_SUBSCRIPTION;
import static groundwork.aws.ResourceTypes.SQS_QUEUE_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Policies;
import groundwork.Topologies;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicTest {
    private static final String ARN = "arn:aws:sns:us-east-1:123456789012:shop-test-news";
    private static final String JOBS = "arn:aws:sqs:us-east-1:123456789012:shop-test-jobs";
    private static final String MAILS = "arn:aws:sqs:us-east-1:123456789012:shop-test-mails";

    @Test
    void deliversToItsQueuesOnceTheyAdmitIt() {
        var recording = run("staging");

        var subscription = recording.named(SNS_TOPIC_SUBSCRIPTION, "news-to-jobs");
        var policy = recording.named(SQS_QUEUE_POLICY, "jobs-policy");
        assertThat(subscription.inputs())
                .isEqualTo(Map.of(
                        "topic",
                        ARN,
                        "protocol",
                        "sqs",
                        "endpoint",
                        JOBS,
                        "rawMessageDelivery",
                        true,
                        "redrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + JOBS + "-failed\"}"));
        assertThat(subscription.dependencies())
                .contains(
                        policy.urn(),
                        recording
                                .named(SQS_QUEUE_POLICY, "jobs-dead-letters-policy")
                                .urn());
        assertThat(Policies.lines(recording
                        .named(SQS_QUEUE_POLICY, "jobs-dead-letters-policy")
                        .text("policy")))
                .contains("Allow sqs:SendMessage on " + JOBS
                        + "-failed by Service sns.amazonaws.com when ArnEquals aws:SourceArn " + ARN);
        assertThat(Policies.lines(policy.text("policy")))
                .containsExactly(
                        "Deny sqs:* on " + JOBS + " by AWS * when Bool aws:SecureTransport false",
                        "Allow sqs:SendMessage on " + JOBS
                                + " by Service sns.amazonaws.com when ArnEquals aws:SourceArn " + ARN);
    }

    @Test
    void isAdmittedByNoOtherQueue() {
        var recording = run("staging");

        assertThat(recording.ofType(SNS_TOPIC_SUBSCRIPTION)).hasSize(2);
        assertThat(Policies.lines(
                        recording.named(SQS_QUEUE_POLICY, "mails-policy").text("policy")))
                .containsExactly("Deny sqs:* on " + MAILS + " by AWS * when Bool aws:SecureTransport false");
    }

    @Test
    void writesToPeople() {
        var subscriptions = run("staging").ofType(SNS_TOPIC_SUBSCRIPTION).stream()
                .filter(subscription -> subscription.text("protocol").equals("email"));

        assertThat(subscriptions).singleElement().satisfies(email -> assertThat(email.text("endpoint"))
                .isEqualTo("ops@example.com"));
    }

    @Test
    void isEncryptedByTheStacksOwnKeyWhichSnsMayUse() {
        var recording = run("production");

        var key = recording.named("aws:kms/key:Key", "key-key");
        assertThat(recording.named(SNS_TOPIC, "news-topic").text("kmsMasterKeyId"))
                .isEqualTo(key.text("arn"));
        assertThat(Policies.lines(key.text("policy")))
                .contains("Allow kms:Decrypt, kms:GenerateDataKey* on * by Service sns.amazonaws.com"
                        + " when StringEquals aws:SourceAccount 123456789012");
        assertThat(run("staging").named(SNS_TOPIC, "news-topic").inputs()).doesNotContainKey("kmsMasterKeyId");
    }

    @Test
    void letsALinkPublish() {
        var recording = run("staging");

        assertThat(recording.outputs()).containsEntry("variable arn", ARN);
        assertThat(Policies.lines(recording.outputs().get("permissions")))
                .containsExactly("Allow sns:Publish on " + ARN);
    }

    @Test
    void refusesPlainText() {
        assertThat(Policies.lines(run("staging")
                        .named("aws:sns/topicPolicy:TopicPolicy", "news-policy")
                        .text("policy")))
                .containsExactly("Deny sns:Publish on " + ARN + " by AWS * when Bool aws:SecureTransport false");
    }

    private static Recording run(String environment) {
        var text =
                """
                groundwork:environment: %s
                groundwork:queues: { jobs: {}, mails: {} }
                groundwork:topics:
                  news: { queues: [jobs], email: [ops@example.com] }
                """
                        .formatted(environment);
        return Topologies.of(text, (stack, plan, context) -> {
            var settings = plan.settings();
            var news = new Topic("news", settings.topics().get("news"), stack);
            var jobs = new Queue("jobs", settings.queues().get("jobs"), List.of(news.arn()), stack);
            var mails = new Queue("mails", settings.queues().get("mails"), List.of(), stack);
            news.deliverTo(Map.of("jobs", jobs, "mails", mails));
            Topologies.export(news.connect(Optional.empty()), context);
        });
    }
}
