package groundwork.change.hazards;

import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static groundwork.aws.ResourceTypes.LB_TARGET_GROUP;

import groundwork.change.hazards.Hazard.Kind;
import groundwork.change.steps.Operation;
import groundwork.change.steps.Step;
import groundwork.offline.recording.Recorded;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules of the load balancer that lead requests to a target group before it has healthy tasks. */
final class EmptyTargets {
    private static final String ACTIONS = "actions";
    private static final String TARGETS = "actions[0].targetGroupArn";

    private EmptyTargets() {}

    static Stream<Hazard> in(Context context) {
        return context.steps().all().stream()
                .filter(step -> step.resource().type().equals(LB_LISTENER_RULE))
                .filter(step -> !step.is(Operation.SAME) && !step.is(Operation.DELETE))
                .flatMap(step -> hazard(step, context).stream());
    }

    private static Optional<Hazard> hazard(Step step, Context context) {
        var rule = step.after().orElseThrow();
        return former(step, context).flatMap(former -> {
            if (former.find(TARGETS).equals(rule.find(TARGETS))) {
                return isOfCodeDeploy(former) && !step.is(Operation.UPDATE)
                        ? Optional.of(alternate(step, context))
                        : Optional.empty();
            }
            return isNew(rule.find(TARGETS), context) ? Optional.of(empty(step, context)) : Optional.empty();
        });
    }

    /** The rule that answered the same requests until now. */
    private static Optional<Recorded> former(Step step, Context context) {
        return step.before().or(() -> context.steps().of(Operation.DELETE).stream()
                .map(Step::resource)
                .filter(gone -> gone.type().equals(LB_LISTENER_RULE)
                        && gone.find("conditions").equals(step.resource().find("conditions")))
                .findFirst());
    }

    private static boolean isOfCodeDeploy(Recorded rule) {
        return rule.ignoreChanges().contains(ACTIONS);
    }

    private static boolean isNew(Optional<Object> arn, Context context) {
        return arn.isPresent()
                && context.steps().all().stream()
                        .filter(step -> step.is(Operation.CREATE) || step.is(Operation.REPLACE))
                        .map(Step::resource)
                        .anyMatch(group -> group.type().equals(LB_TARGET_GROUP)
                                && group.find("arn").equals(arn));
    }

    private static Hazard empty(Step step, Context context) {
        return context.hazard(
                Kind.INTERRUPTED,
                step,
                "leads to a new target group: interrupts its requests until tasks there are healthy, for about 1 to 3 minutes",
                "to move a route, in two updates: first give its new service another route, then move this one once its tasks"
                        + " are healthy; for another port, make this update at a quiet time");
    }

    private static Hazard alternate(Step step, Context context) {
        return context.hazard(
                Kind.INTERRUPTED,
                step,
                "leads to the target group without -alternate: interrupts its requests for about 1 to 3 minutes where the last"
                        + " deployment left the tasks in the other one",
                "first make a deployment after which the target group without -alternate has the tasks");
    }
}
