package groundwork.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OfflineEngineSpeedTest {
    private static final Run RUN = Run.of("groundwork", "large");

    @Test
    void recordsThreeThousandResourcesWithinSeconds() {
        OfflineEngine.run(RUN, context -> thousands(10));

        long begin = System.nanoTime();
        var recording = OfflineEngine.run(RUN, context -> thousands(1_000));
        var took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(recording.resources()).hasSize(3_001);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    private static void thousands(int each) {
        for (int number = 0; number < each; number++) {
            var queue = new Queue("queue-" + number);
            new LogGroup("log-" + number);
            new QueuePolicy(
                    "policy-" + number,
                    QueuePolicyArgs.builder()
                            .queueUrl(queue.url())
                            .policy("{\"Version\":\"2012-10-17\",\"Statement\":[]}")
                            .build());
        }
    }
}
