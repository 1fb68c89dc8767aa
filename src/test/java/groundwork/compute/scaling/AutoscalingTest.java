package groundwork.compute.scaling;

import static groundwork.aws.ResourceTypes.APPAUTOSCALING_SCHEDULED_ACTION;
import static groundwork.aws.ResourceTypes.APPAUTOSCALING_TARGET;
import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import org.junit.jupiter.api.Test;

class AutoscalingTest {

    @Test
    void raisesTheLeastInBusyHoursAndPutsItBackAfterwards() {
        var recording = recording("{ min: 2, max: 10, cpu: 70%, schedule: { rush:"
                + " { days: weekends, from: \"07:30\", to: \"12:00\", timezone: Europe/Dublin, min: 4 } } }");
        var target = recording.named(APPAUTOSCALING_TARGET, "app-scaling-target");
        var begin = recording.named(APPAUTOSCALING_SCHEDULED_ACTION, "app-scaling-rush-begin");
        var end = recording.named(APPAUTOSCALING_SCHEDULED_ACTION, "app-scaling-rush-end");

        assertThat(begin.text("schedule")).isEqualTo("cron(30 7 ? * SAT,SUN *)");
        assertThat(end.text("schedule")).isEqualTo("cron(0 12 ? * SAT,SUN *)");
        assertThat(begin.text("scalableTargetAction.minCapacity")).isEqualTo("4");
        assertThat(end.text("scalableTargetAction.minCapacity")).isEqualTo("2");
        for (Recorded action : recording.ofType(APPAUTOSCALING_SCHEDULED_ACTION)) {
            assertThat(action.text("timezone")).isEqualTo("Europe/Dublin");
            assertThat(action.text("resourceId")).isEqualTo(target.text("resourceId"));
            assertThat(action.map("scalableTargetAction")).doesNotContainKey("maxCapacity");
        }
        assertThat(target.ignoreChanges()).containsExactly("minCapacity");
        assertThat(recording.refusals()).isEmpty();
    }

    @Test
    void ownsItsBoundsWhereNothingElseSetsThem() {
        var recording = recording("{ min: 2, max: 10, cpu: 70% }");

        assertThat(recording.named(APPAUTOSCALING_TARGET, "app-scaling-target").ignoreChanges())
                .isEmpty();
        assertThat(recording.ofType(APPAUTOSCALING_SCHEDULED_ACTION)).isEmpty();
    }

    @Rows(
            """
            { a: { days: weekdays, from: "08:00", to: "09:00", min: 2 } }  | services.app.tasks.schedule.a.min: 2 is not above min (2) and within max (4); give a number between, or a higher max
            { a: { days: weekdays, from: "08:00", to: "09:00", min: 5 } }  | services.app.tasks.schedule.a.min: 5 is not above min (2) and within max (4); give a number between, or a higher max
            { a: { days: weekdays, from: "18:00", to: "09:00", min: 3 } }  | services.app.tasks.schedule.a.to: 09:00 is not after 18:00; give a later time on the same day
            { a: { days: weekdays, from: "08:00", to: "10:00", min: 3 }, b: { days: every-day, from: "10:00", to: "12:00", min: 4 } } | services.app.tasks.schedule.b: overlaps or touches a, whose end would end both; leave a minute between them
            """)
    void busyHoursFitTheTasks(String schedule, String problem) {
        assertThat(problems("groundwork:services: { app: { tasks: { min: 2, max: 4, cpu: 50%%, schedule: %s } } }"
                        .formatted(schedule)))
                .containsExactly(problem);
    }

    @Test
    void busyHoursNeedAnAim() {
        var hours = "schedule: { a: { days: weekdays, from: \"08:00\", to: \"12:00\", min: 3 } }";

        assertThat(problems("groundwork:services: { app: { tasks: { min: 2, %s } } }".formatted(hours)))
                .contains(
                        "services.app.tasks.schedule: nothing else says how many tasks run; give max, and an aim such as cpu:"
                                + " 70%");
    }

    private static Recording recording(String tasks) {
        return Stacks.of("staging")
                .with("services", "{ app: { tasks: %s } }".formatted(tasks))
                .record();
    }
}
