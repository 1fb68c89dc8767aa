package groundwork.simulated.rules.compute;

import static groundwork.aws.ResourceTypes.APPAUTOSCALING_POLICY;
import static groundwork.aws.ResourceTypes.APPAUTOSCALING_SCHEDULED_ACTION;
import static groundwork.aws.ResourceTypes.APPAUTOSCALING_TARGET;

import groundwork.simulated.Existing;
import groundwork.simulated.rules.Expressions;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Application Auto Scaling takes. */
public final class ScalingRules {
    private static final String TRACKING = "targetTrackingScalingPolicyConfiguration";
    private static final String STEPS = "stepScalingPolicyConfiguration";
    private static final String PREDEFINED = TRACKING + ".predefinedMetricSpecification";
    private static final Set<String> POLICY_TYPES = Set.of("TargetTrackingScaling", "StepScaling");
    private static final Set<String> ADJUSTMENTS =
            Set.of("ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity");
    private static final int MOST_STEPS = 20;
    private static final Map<String, String> RESOURCES = Map.of(
            "ecs", "service/[^/]+/[^/]+",
            "rds", "cluster:.+",
            "elasticache", "replication-group/.+",
            "dynamodb", "(?:table|index)/.+",
            "lambda", "function:.+:.+");

    public static final List<Rule> ALL = List.of(
            Rule.of("scaling-bounds", ScalingRules::bounds, APPAUTOSCALING_TARGET),
            Rule.of(
                    "scaling-resource",
                    ScalingRules::resource,
                    APPAUTOSCALING_TARGET,
                    APPAUTOSCALING_POLICY,
                    APPAUTOSCALING_SCHEDULED_ACTION),
            Rule.of("scaling-policy", ScalingRules::policy, APPAUTOSCALING_POLICY),
            Rule.of("scaling-steps", ScalingRules::steps, APPAUTOSCALING_POLICY),
            Rule.of("requests-need-label", ScalingRules::label, APPAUTOSCALING_POLICY),
            Rule.of(
                    "scaling-schedule",
                    (action, refusals) -> Expressions.judge(action, "schedule", refusals),
                    APPAUTOSCALING_SCHEDULED_ACTION));

    private ScalingRules() {}

    private static void bounds(Existing target, Refusals refusals) {
        var least = target.number("minCapacity");
        var most = target.number("maxCapacity");
        least.ifPresent(min -> refusals.unless(min >= 0, "minCapacity", "is %d; it can't be less than 0", min));
        least.ifPresent(min -> most.ifPresent(
                max -> refusals.unless(max >= min, "maxCapacity", "is %d, less than the minimum of %d", max, min)));
    }

    private static void resource(Existing target, Refusals refusals) {
        String namespace = target.text("serviceNamespace").orElse("");
        String shape = RESOURCES.getOrDefault(namespace, ".+");
        target.text("resourceId")
                .ifPresent(id -> refusals.unless(
                        id.matches(shape), "resourceId", "\"%s\" does not look like %s", id, example(namespace)));
        target.text("scalableDimension")
                .ifPresent(dimension -> refusals.unless(
                        dimension.startsWith(namespace + ":"),
                        "scalableDimension",
                        "\"%s\" is not a dimension of %s",
                        dimension,
                        namespace));
    }

    private static String example(String namespace) {
        return namespace.equals("ecs") ? "service/<cluster>/<service>" : "a resource of " + namespace;
    }

    private static void policy(Existing policy, Refusals refusals) {
        String type = policy.text("policyType").orElse("StepScaling");
        refusals.unless(
                POLICY_TYPES.contains(type), "policyType", "%s is not TargetTrackingScaling or StepScaling", type);
        refusals.unless(
                policy.has(type.equals("StepScaling") ? STEPS : TRACKING),
                "policyType",
                "%s comes without its configuration",
                type);
    }

    private static void steps(Existing policy, Refusals refusals) {
        if (!policy.has(STEPS)) {
            return;
        }
        refusals.within(STEPS + ".cooldown", 0, Integer.MAX_VALUE);
        policy.text(STEPS + ".adjustmentType")
                .ifPresent(type -> refusals.unless(
                        ADJUSTMENTS.contains(type),
                        STEPS + ".adjustmentType",
                        "%s is not ChangeInCapacity, ExactCapacity or PercentChangeInCapacity",
                        type));
        var path = STEPS + ".stepAdjustments";
        var steps = policy.list(path);
        refusals.unless(!steps.isEmpty(), path, "are missing; a policy has at least one step");
        refusals.unless(steps.size() <= MOST_STEPS, path, "are %d; AWS takes %d in a policy", steps.size(), MOST_STEPS);
        var ranges = new ArrayList<StepRange>();
        for (int i = 0; i < steps.size(); i++) {
            var at = "%s[%d]".formatted(path, i);
            ranges.add(StepRange.at(at, policy));
            if (policy.text(STEPS + ".adjustmentType")
                    .filter("ExactCapacity"::equals)
                    .isPresent()) {
                refusals.within(at + ".scalingAdjustment", 0, Integer.MAX_VALUE);
            }
        }
        StepRange.fault(ranges).ifPresent(fault -> refusals.add(path, "%s", fault));
    }

    private static void label(Existing policy, Refusals refusals) {
        if (policy.text(PREDEFINED + ".predefinedMetricType")
                .filter("ALBRequestCountPerTarget"::equals)
                .isEmpty()) {
            return;
        }
        String path = PREDEFINED + ".resourceLabel";
        refusals.unless(policy.has(path), path, "is required to count requests per target");
        policy.text(path)
                .ifPresent(label -> refusals.unless(
                        label.matches("app/[^/]+/[^/]+/targetgroup/[^/]+/[^/]+"),
                        path,
                        "\"%s\" does not look like app/<balancer>/<id>/targetgroup/<group>/<id>",
                        label));
    }
}
