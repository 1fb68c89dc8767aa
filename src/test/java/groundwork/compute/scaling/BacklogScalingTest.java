package groundwork.compute.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Queues replayed through the alarms and policies that were recorded. */
class BacklogScalingTest {
    private static final String JOBS = "shop-test-jobs";
    private static final String MAIL = "shop-test-mail";
    private static final int A_TASKS_MESSAGES = 10;

    @Test
    void aHundredWaitingAreOneTasksBacklog() {
        var replay = new Replay("{ min: 1, max: 20, backlog: 100 }", "[jobs]");

        assertThat(replay.waiting(60, minute -> 100)).containsOnly(1);
    }

    @Test
    void constantBacklogsHaveTheTasksTheyAreWorth() {
        var replay = new Replay("{ min: 1, max: 20, backlog: 100 }", "[jobs]");

        assertThat(replay.waiting(30, minute -> 101)).containsOnly(2);
        assertThat(replay.waiting(30, minute -> 750)).containsOnly(8);
        assertThat(replay.waiting(30, minute -> 5_000)).containsOnly(20);
        assertThat(replay.waiting(30, minute -> 250).subList(5, 30)).containsOnly(3);
    }

    @Test
    void aSuddenThousandIsAnsweredAtOnceAndTasksGoAsTheQueueEmpties() {
        var replay = new Replay("{ min: 1, max: 20, backlog: 100 }", "[jobs]");
        var before = replay.work(10, minute -> 0);
        var after = replay.work(40, minute -> minute == 0 ? 1_000 : 0);

        assertThat(before).containsOnly(1);
        assertThat(after.get(0)).isEqualTo(10);
        assertThat(after.subList(1, 40)).isSortedAccordingTo((one, other) -> other - one);
        assertThat(after).contains(8, 6, 3);
        assertThat(after.subList(30, 40)).containsOnly(1);
    }

    @Test
    void aTrickleAfterABurstLeavesOneTask() {
        var replay = new Replay("{ min: 0, max: 20, backlog: 100 }", "[jobs]");
        replay.work(1, minute -> 2_000);

        var after = replay.work(120, minute -> 3);

        assertThat(after.get(0)).isEqualTo(20);
        assertThat(after.subList(60, 120)).containsOnly(1);
    }

    @Test
    void aTaskThatCrashesBringsNoMore() {
        var replay = new Replay("{ min: 0, max: 20, backlog: 100 }", "[jobs]");

        assertThat(replay.waiting(1, minute -> 0)).containsOnly(0);
        assertThat(replay.crash(180, 150)).startsWith(2).allMatch(tasks -> tasks <= 2);
        assertThat(new Replay("{ min: 0, max: 20, backlog: 100 }", "[jobs]").crash(180, 1))
                .containsOnly(1);
    }

    @Test
    void fromNothingOneMessageWakesOneTaskAndTheLastGoesWhenAllIsDone() {
        var replay = new Replay("{ min: 0, max: 5, backlog: 100, in: 3m }", "[jobs]");

        assertThat(replay.waiting(10, minute -> 0)).containsOnly(0);
        assertThat(replay.waiting(1, minute -> 1)).containsOnly(1);
        assertThat(replay.working(60, 0, 1)).as("in flight for an hour").containsOnly(1);
        assertThat(replay.waiting(10, minute -> 0)).startsWith(1, 1, 0).endsWith(0);
    }

    @Test
    void whatIsInFlightKeepsItsTasks() {
        var replay = new Replay("{ min: 1, max: 20, backlog: 1 }", "[jobs]");

        assertThat(replay.waiting(1, minute -> 12)).containsOnly(12);
        assertThat(replay.working(60, 0, 12)).containsOnly(12);
        assertThat(replay.working(10, 0, 4).subList(5, 10)).containsOnly(4);
    }

    @Test
    void aQuietHourGoesBackToTheLeast() {
        var replay = new Replay("{ min: 2, max: 20, backlog: 10 }", "[jobs]");

        assertThat(replay.waiting(1, minute -> 90)).containsOnly(9);
        assertThat(replay.waiting(60, minute -> 0).subList(5, 60)).containsOnly(2);
    }

    @Test
    void severalQueuesCountTogether() {
        var replay = new Replay("{ min: 1, max: 20, backlog: 100 }", "[jobs, mail]");

        for (int minute = 0; minute < 5; minute++) {
            replay.report(JOBS, 60, 0);
            replay.report(MAIL, 60, 0);
            replay.scaling.evaluate();
        }

        assertThat(replay.scaling.desired()).isEqualTo(2);
    }

    @Test
    void nothingHappensWhileAQueueReportsNothing() {
        var replay = new Replay("{ min: 0, max: 5, backlog: 100 }", "[jobs]");
        replay.waiting(1, minute -> 250);

        for (int minute = 0; minute < 30; minute++) {
            replay.scaling.report(JOBS, "ApproximateNumberOfMessagesVisible", OptionalDouble.empty());
            replay.scaling.report(JOBS, "ApproximateNumberOfMessagesNotVisible", OptionalDouble.empty());
            replay.scaling.evaluate();
        }

        assertThat(replay.scaling.desired()).isEqualTo(3);
    }

    @Test
    void largeRangesHaveWiderStepsAndNeverFewerTasksThanTheAimAsksFor() {
        var recording = recording("{ min: 1, max: 500, backlog: 10 }", "[jobs]");
        var steps = policy(recording, "follow").list("stepScalingPolicyConfiguration.stepAdjustments");
        var replay = new Replay("{ min: 1, max: 500, backlog: 10 }", "[jobs]");

        assertThat(steps).hasSizeBetween(15, 20);
        for (int messages = 1; messages < 5_000; messages += 37) {
            int exact = (messages + 9) / 10;
            var tasks = replay.waiting(10, fixed(messages)).get(9);
            assertThat(tasks).isBetween(exact, Math.max(exact + 1, (int) (exact * 1.5)));
        }
    }

    @Test
    void thePauseIsThePeriodThatAlarmsLookBack() {
        var recording = recording("{ min: 1, max: 2, backlog: 10, in: 90s, out: 2m }", "[jobs]");

        for (var suffix : List.of("busy", "idle")) {
            var alarm = recording.named("aws:cloudwatch/metricAlarm:MetricAlarm", "work-scaling-backlog-" + suffix);
            assertThat(alarm.number("metricQueries[0].metric.period")).isEqualTo(120);
            assertThat(alarm.text("treatMissingData")).isEqualTo("notBreaching");
        }
        assertThat(policy(recording, "follow").number("stepScalingPolicyConfiguration.cooldown"))
                .isEqualTo(120);
        assertThat(recording.refusals()).isEmpty();
    }

    private static IntUnaryOperator fixed(int messages) {
        return minute -> messages;
    }

    private static Recorded policy(Recording recording, String suffix) {
        return recording.named("aws:appautoscaling/policy:Policy", "work-scaling-backlog-" + suffix);
    }

    private static Recording recording(String tasks, String links) {
        return Stacks.of("staging")
                .with("queues", "{ jobs: {}, mail: {} }")
                .with("services", "{ work: { tasks: %s, links: %s } }".formatted(tasks, links))
                .record();
    }

    /** A queue and its workers; each call goes on where the last one ended and gives the tasks asked for, minute by minute. */
    private static final class Replay {
        private final RecordedScaling scaling;
        private int waiting;
        private int running;

        Replay(String tasks, String links) {
            scaling = new RecordedScaling(recording(tasks, links), "work");
        }

        void report(String queue, int visible, int inFlight) {
            scaling.report(queue, "ApproximateNumberOfMessagesVisible", OptionalDouble.of(visible));
            scaling.report(queue, "ApproximateNumberOfMessagesNotVisible", OptionalDouble.of(inFlight));
        }

        /** So many wait, whatever is done about it. */
        List<Integer> waiting(int minutes, IntUnaryOperator visible) {
            var tasks = new ArrayList<Integer>();
            for (int minute = 0; minute < minutes; minute++) {
                tasks.add(next(visible.applyAsInt(minute), 0));
            }
            return tasks;
        }

        List<Integer> working(int minutes, int visible, int inFlight) {
            var tasks = new ArrayList<Integer>();
            for (int minute = 0; minute < minutes; minute++) {
                tasks.add(next(visible, inFlight));
            }
            return tasks;
        }

        /** So many arrive each minute, and each task that has started works off as many as it takes at once. */
        List<Integer> work(int minutes, IntUnaryOperator arriving) {
            var tasks = new ArrayList<Integer>();
            for (int minute = 0; minute < minutes; minute++) {
                waiting += arriving.applyAsInt(minute);
                int taken = Math.min(waiting, running * A_TASKS_MESSAGES);
                int left = waiting - taken;
                tasks.add(next(Math.max(left, minute == 0 ? waiting : left), taken));
                waiting = left;
                running = scaling.desired();
            }
            return tasks;
        }

        /** Tasks take messages and die of them; the messages are seen again after five minutes, for ever. */
        List<Integer> crash(int minutes, int messages) {
            var tasks = new ArrayList<Integer>();
            var hidden = new ArrayList<Integer>();
            for (int minute = 0; minute < minutes; minute++) {
                int inFlight = hidden.stream()
                        .skip(Math.max(0, hidden.size() - 5))
                        .mapToInt(each -> each)
                        .sum();
                int taken = Math.min(messages - inFlight, running * A_TASKS_MESSAGES);
                hidden.add(taken);
                tasks.add(next(messages - inFlight, inFlight));
                running = scaling.desired();
            }
            return tasks;
        }

        private int next(int visible, int inFlight) {
            report(JOBS, visible, inFlight);
            report(MAIL, 0, 0);
            scaling.evaluate();
            return scaling.desired();
        }
    }
}
