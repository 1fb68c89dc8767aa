package groundwork.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OfflineEngineSpeedTest {
    private static final Run RUN = Run.of("groundwork", "large");

    @Test
    void recordsThreeThousandResourcesWithinSeconds() {
        OfflineEngine.run(RUN, context -> thousands(10));

        // The time this process computed, not the time that passed: other work on the machine must not decide it.
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long begin = system.getProcessCpuTime();
        var recording = OfflineEngine.run(RUN, context -> thousands(1_000));
        var took = Duration.ofNanos(system.getProcessCpuTime() - begin);

        assertThat(recording.resources()).hasSize(3_001);
        assertThat(took).isLessThan(Duration.ofSeconds(20));
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
