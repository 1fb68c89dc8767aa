package groundwork.simulated.rules.compute;

import static groundwork.aws.ResourceTypes.CLOUDWATCH_EVENT_RULE;
import static groundwork.aws.ResourceTypes.SCHEDULER_SCHEDULE;

import groundwork.simulated.Existing;
import groundwork.simulated.rules.Expressions;
import groundwork.simulated.rules.Json;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** What EventBridge and its Scheduler take. */
public final class ScheduleRules {
    private static final String ZONE = "scheduleExpressionTimezone";

    public static final List<Rule> ALL = List.of(
            Rule.of(
                    "schedule-expression",
                    (schedule, refusals) -> Expressions.judge(schedule, "scheduleExpression", refusals),
                    SCHEDULER_SCHEDULE,
                    CLOUDWATCH_EVENT_RULE),
            Rule.of("schedule-zone", ScheduleRules::zone, SCHEDULER_SCHEDULE),
            Rule.of("schedule-window", ScheduleRules::window, SCHEDULER_SCHEDULE),
            Rule.of("schedule-target", ScheduleRules::target, SCHEDULER_SCHEDULE),
            Rule.of("event-rule-trigger", ScheduleRules::trigger, CLOUDWATCH_EVENT_RULE));

    private ScheduleRules() {}

    private static void zone(Existing schedule, Refusals refusals) {
        schedule.text(ZONE)
                .ifPresent(zone ->
                        refusals.unless(isZone(zone), ZONE, "\"%s\" is not a time zone such as Europe/Vienna", zone));
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.of(name) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static void window(Existing schedule, Refusals refusals) {
        String mode = schedule.text("flexibleTimeWindow.mode").orElse("");
        String minutes = "flexibleTimeWindow.maximumWindowInMinutes";
        switch (mode) {
            case "OFF" -> refusals.unless(!schedule.has(minutes), minutes, "only goes with the mode FLEXIBLE");
            case "FLEXIBLE" -> refusals.unless(schedule.has(minutes), minutes, "is required for the mode FLEXIBLE");
            default -> {}
        }
    }

    private static void target(Existing schedule, Refusals refusals) {
        for (String part : List.of("target.arn", "target.roleArn")) {
            refusals.unless(schedule.has(part), part, "is required");
            schedule.text(part)
                    .ifPresent(arn -> refusals.unless(arn.startsWith("arn:"), part, "\"%s\" is not an ARN", arn));
        }
        schedule.text("target.input")
                .ifPresent(input -> refusals.unless(
                        Json.parse(input).isPresent()
                                || !schedule.text("target.arn").orElse("").contains(":aws-sdk:"),
                        "target.input",
                        "must be JSON for a call of an AWS API"));
    }

    private static void trigger(Existing rule, Refusals refusals) {
        refusals.unless(
                rule.has("scheduleExpression") || rule.has("eventPattern"),
                "eventPattern",
                "is required unless there is a schedule");
        rule.text("eventPattern")
                .ifPresent(pattern -> refusals.unless(
                        Json.parse(pattern)
                                .filter(element -> element.isJsonObject())
                                .isPresent(),
                        "eventPattern",
                        "is not a JSON object"));
    }
}
