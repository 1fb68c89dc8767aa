package groundwork.change.hazards;

import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static groundwork.aws.ResourceTypes.LB_TARGET_GROUP;

import groundwork.change.hazards.Hazard.Kind;
import groundwork.change.play.Play;
import groundwork.change.play.Refused;
import groundwork.change.steps.Action;
import groundwork.simulated.Finding;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** What AWS or the engine refuses, half-way through the update or of the stack as it would be. */
final class Refusals {
    private static final Map<String, String> REMEDIES = Map.of(
            "protected", "in two updates: turn protection off first, then remove it",
            "deletion-protection", "in two updates: turn deletion protection off first, then remove it",
            "not-empty", "empty it first, and keep a copy of what is still needed",
            "in-use", "in two updates: first move what uses it, then remove it",
            "deleted-with-old", "run pulumi refresh and pulumi up after the update, which creates it again");
    private static final String CODEDEPLOY =
            "in three updates: deploy: rolling, then this change, then deploy: blue-green again";
    private static final String TWICE = "in two updates: first remove what is in the way, then add this";
    private static final String KEEP =
            "keep the setting; or create a second one, move what uses it, and remove this one in a later update";

    private Refusals() {}

    /** {@code known} is refused of the stack as it would be. */
    static Stream<Hazard> in(Context context, Collection<Finding> known) {
        return Stream.concat(
                Play.of(context.steps(), known).stream().map(refused -> of(refused, context)),
                known.stream().map(finding -> of(finding, context)));
    }

    private static Hazard of(Refused refused, Context context) {
        var action = refused.action();
        return new Hazard(
                Kind.REFUSED,
                action.resource().name(),
                context.causes().of(action.step()),
                "can't be %s: %s".formatted(done(action.kind()), text(refused.finding())),
                context.unlessRenamed(action.step(), remedy(refused, context)));
    }

    private static Hazard of(Finding finding, Context context) {
        var setting = context.steps().all().stream()
                .filter(step -> step.resource().urn().equals(finding.urn()))
                .map(context.causes()::of)
                .findFirst()
                .orElse("");
        return new Hazard(Kind.REFUSED, finding.name(), setting, text(finding), "correct the setting");
    }

    private static String remedy(Refused refused, Context context) {
        return isOfCodeDeploy(refused, context) ? CODEDEPLOY : remedy(refused);
    }

    /** What only a deployment changes, or what it has in use. */
    private static boolean isOfCodeDeploy(Refused refused, Context context) {
        return refused.finding().rule().equals("codedeploy-owns-service")
                || refused.action().resource().type().equals(LB_TARGET_GROUP)
                        && context.steps().before().resources().values().stream()
                                .filter(rule -> rule.type().equals(LB_LISTENER_RULE))
                                .filter(rule -> rule.ignoreChanges().contains("actions"))
                                .anyMatch(rule -> rule.find("actions[0].targetGroupArn")
                                        .equals(refused.action().resource().find("arn")));
    }

    private static String remedy(Refused refused) {
        return REMEDIES.getOrDefault(
                refused.finding().rule(), refused.action().kind() == Action.Kind.CREATE ? TWICE : KEEP);
    }

    private static String done(Action.Kind kind) {
        return switch (kind) {
            case CREATE -> "created";
            case UPDATE -> "updated";
            case DELETE -> "deleted";
        };
    }

    private static String text(Finding finding) {
        return (finding.path().isEmpty() ? "" : finding.path() + " ") + finding.message();
    }
}
