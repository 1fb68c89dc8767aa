package groundwork.messaging;

import static groundwork.aws.ResourceTypes.SQS_QUEUE;
import static groundwork.aws.ResourceTypes.SQS_QUEUE_POLICY;
import static groundwork.aws.ResourceTypes.SQS_REDRIVE_ALLOW_POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Policies;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueTest {
    private static final String ARN = "arn:aws:sqs:us-east-1:123456789012:shop-test-jobs";
    private static final String URL = "https://sqs.us-east-1.amazonaws.com/123456789012/shop-test-jobs";
    private static final String STANDARD = "{ visibility: 300s, retries: 3, retention: 14d, delay: 5s }";

    @Test
    void hasASecondQueueForWhatCouldNotBeHandled() {
        var recording = run("staging", STANDARD, Optional.empty());

        var component = recording.named("groundwork:messaging:Queue", "jobs");
        assertThat(recording.childrenOf(component.urn()))
                .extracting(Recorded::type, Recorded::name)
                .containsExactlyInAnyOrder(
                        tuple(SQS_QUEUE, "jobs-queue"),
                        tuple(SQS_QUEUE, "jobs-dead-letters"),
                        tuple(SQS_QUEUE_POLICY, "jobs-policy"),
                        tuple(SQS_QUEUE_POLICY, "jobs-dead-letters-policy"),
                        tuple(SQS_REDRIVE_ALLOW_POLICY, "jobs-way-to-dead-letters"));
        assertThat(recording.named(SQS_QUEUE, "jobs-queue").text("redrivePolicy"))
                .isEqualTo("{\"deadLetterTargetArn\":\"" + ARN + "-failed\",\"maxReceiveCount\":3}");
        assertThat(recording.named(SQS_QUEUE, "jobs-dead-letters").number("messageRetentionSeconds"))
                .isEqualTo(1_209_600);
        assertThat(recording
                        .named(SQS_REDRIVE_ALLOW_POLICY, "jobs-way-to-dead-letters")
                        .text("redriveAllowPolicy"))
                .isEqualTo("{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"" + ARN + "\"]}");
    }

    @Test
    void keepsTheTimesOfItsSettings() {
        var queue = run("staging", STANDARD, Optional.empty()).named(SQS_QUEUE, "jobs-queue");

        assertThat(queue.text("name")).isEqualTo("shop-test-jobs");
        assertThat(queue.number("visibilityTimeoutSeconds")).isEqualTo(300);
        assertThat(queue.number("messageRetentionSeconds")).isEqualTo(1_209_600);
        assertThat(queue.number("delaySeconds")).isEqualTo(5);
        assertThat(queue.number("receiveWaitTimeSeconds")).isEqualTo(20);
        assertThat(queue.inputs()).doesNotContainKeys("fifoQueue", "contentBasedDeduplication");
    }

    @Test
    void keepsOrderWhereAsked() {
        var recording = run("staging", "{ fifo: true }", Optional.empty());

        for (var name : List.of("jobs-queue-fifo", "jobs-dead-letters-fifo")) {
            var queue = recording.named(SQS_QUEUE, name);
            assertThat(queue.text("name")).endsWith(".fifo");
            assertThat(queue.flag("fifoQueue")).isTrue();
            assertThat(queue.flag("contentBasedDeduplication")).isTrue();
        }
    }

    @Test
    void isEncryptedByTheStacksOwnKeyOrBySqs() {
        var production = run("production", STANDARD, Optional.empty());
        var staging = run("staging", STANDARD, Optional.empty());

        for (var name : List.of("jobs-queue", "jobs-dead-letters")) {
            assertThat(production.named(SQS_QUEUE, name).text("kmsMasterKeyId")).isEqualTo(keyArn(production));
            assertThat(production.named(SQS_QUEUE, name).inputs()).doesNotContainKey("sqsManagedSseEnabled");
            assertThat(staging.named(SQS_QUEUE, name).flag("sqsManagedSseEnabled"))
                    .isTrue();
        }
    }

    @Test
    void refusesPlainTextAndTakesFromNoOne() {
        var recording = run("staging", STANDARD, Optional.empty());

        assertThat(Policies.lines(
                        recording.named(SQS_QUEUE_POLICY, "jobs-policy").text("policy")))
                .containsExactly("Deny sqs:* on " + ARN + " by AWS * when Bool aws:SecureTransport false");
        assertThat(Policies.lines(recording
                        .named(SQS_QUEUE_POLICY, "jobs-dead-letters-policy")
                        .text("policy")))
                .containsExactly("Deny sqs:* on " + ARN + "-failed by AWS * when Bool aws:SecureTransport false");
    }

    @Test
    void letsASenderSend() {
        var recording = run("production", STANDARD, Optional.of(Access.SEND));

        assertThat(permissions(recording))
                .containsExactly(
                        "Allow sqs:SendMessage, sqs:GetQueueUrl, sqs:GetQueueAttributes on " + ARN,
                        "Allow kms:GenerateDataKey, kms:Decrypt on " + keyArn(recording));
        assertThat(recording.outputs()).containsEntry("variable url", URL);
    }

    @Test
    void letsAConsumerTakeAndDelete() {
        var recording = run("production", STANDARD, Optional.of(Access.CONSUME));

        assertThat(permissions(recording))
                .containsExactly(
                        "Allow sqs:ReceiveMessage, sqs:DeleteMessage, sqs:ChangeMessageVisibility, sqs:GetQueueUrl,"
                                + " sqs:GetQueueAttributes on " + ARN,
                        "Allow kms:Decrypt on " + keyArn(recording));
    }

    @Test
    void letsALinkThatSaysNothingDoBoth() {
        var recording = run("staging", STANDARD, Optional.empty());

        assertThat(permissions(recording))
                .containsExactly(
                        "Allow sqs:SendMessage, sqs:GetQueueUrl, sqs:GetQueueAttributes on " + ARN,
                        "Allow sqs:ReceiveMessage, sqs:DeleteMessage, sqs:ChangeMessageVisibility, sqs:GetQueueUrl,"
                                + " sqs:GetQueueAttributes on " + ARN);
    }

    @Test
    void hasNoAddressWhileItIsOnlyPreviewed() {
        var recording = run("staging", STANDARD, Ids.UNKNOWN, Optional.empty());

        assertThat(recording.outputs()).containsEntry("variable url", Unknown.UNKNOWN);
        assertThat(recording.named(SQS_QUEUE, "jobs-queue").get("redrivePolicy"))
                .isEqualTo(Unknown.UNKNOWN);
    }

    private static Recording run(String environment, String queue, Optional<Access> access) {
        return run(environment, queue, Ids.KNOWN, access);
    }

    private static Recording run(String environment, String queue, Ids ids, Optional<Access> access) {
        var settings =
                """
                groundwork:environment: %s
                groundwork:queues: { jobs: %s }
                """
                        .formatted(environment, queue);
        return Topologies.of(settings, ids, (stack, plan, context) -> {
            var jobs = new Queue("jobs", plan.settings().queues().get("jobs"), List.of(), stack);
            Topologies.export(jobs.connect(access), context);
        });
    }

    private static String keyArn(Recording recording) {
        return recording.named("aws:kms/key:Key", "key-key").text("arn");
    }

    private static List<String> permissions(Recording recording) {
        return Policies.lines(recording.outputs().get("permissions"));
    }
}
