package groundwork.edge;

import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.lb.inputs.TargetGroupStickinessArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.base.Component;
import groundwork.network.Network;
import groundwork.plan.edge.RulePlan;
import groundwork.plan.edge.TargetGroupPlan;
import groundwork.plan.names.NameRule;
import groundwork.settings.service.HealthSettings;
import groundwork.settings.service.ServiceSettings;
import groundwork.watch.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A service's tasks behind the load balancer, and the rules that send requests to them. */
public final class RoutedTargets extends Component {
    private static final String PROTOCOL = "HTTP";
    private static final String TARGET_TYPE = "ip";
    private static final int SECONDS_TO_FINISH = 30;

    private final TargetGroupPlan plan;
    private final ServiceSettings settings;
    private final LoadBalancer balancer;
    private final RuleConditions conditions;
    private final TargetGroup group;
    private final Optional<TargetGroup> alternate;
    private final List<ListenerRule> rules;

    public RoutedTargets(
            TargetGroupPlan plan,
            ServiceSettings settings,
            Network network,
            LoadBalancer balancer,
            RuleConditions conditions,
            Component whole) {
        super("edge:RoutedTargets", plan.service(), plan.suffixOfService(), whole);
        this.plan = plan;
        this.settings = settings;
        this.balancer = balancer;
        this.conditions = conditions;
        group = createGroup("group", plan.suffix(), settings, network);
        alternate = plan.hasAlternate()
                ? Optional.of(createGroup("alternate", plan.alternateSuffix(), settings, network))
                : Optional.empty();
        rules = plan.rules().stream().map(this::createRule).toList();
        outputs(Map.of("arn", arn()));
    }

    public Output<String> arn() {
        return group.arn();
    }

    /** Both groups, where two take turns. */
    public List<Output<String>> arns() {
        return groups().map(TargetGroup::arn).toList();
    }

    public TargetsWatch watch() {
        return new TargetsWatch(plan, settings, metrics(group), alternate.map(this::metrics));
    }

    /** Both groups, where two take turns. */
    public List<Output<String>> groupNames() {
        return groups().map(TargetGroup::name).toList();
    }

    public Output<String> listenerArn() {
        return balancer.listener().arn();
    }

    /** The dimensions of each group in CloudWatch. */
    public List<Output<Map<String, String>>> metricNames() {
        return groups().map(it -> Output.tuple(balancer.arnSuffix(), it.arnSuffix())
                        .applyValue(known -> Map.of("LoadBalancer", known.t1, "TargetGroup", known.t2)))
                .toList();
    }

    /** What scaling by requests knows it by. */
    public Output<String> requestCountLabel() {
        return Output.format("%s/%s", balancer.arnSuffix(), group.arnSuffix());
    }

    /** ECS takes a target group only once a rule leads to it. */
    public List<ListenerRule> rules() {
        return rules;
    }

    private Stream<TargetGroup> groups() {
        return Stream.concat(Stream.of(group), alternate.stream());
    }

    private Source metrics(TargetGroup watched) {
        return EntranceWatch.metrics(balancer.arnSuffix()).with("TargetGroup", watched.arnSuffix());
    }

    private TargetGroup createGroup(String child, String suffix, ServiceSettings settings, Network network) {
        int port = settings.port().orElseThrow();
        var arguments = TargetGroupArgs.builder()
                .name(stack().names().of(NameRule.TARGET_GROUP, suffix, String.valueOf(port)))
                .vpcId(network.vpcId())
                .targetType(TARGET_TYPE)
                .protocol(PROTOCOL)
                .port(port)
                .deregistrationDelay(SECONDS_TO_FINISH)
                .healthCheck(healthCheck(settings.health()));
        // What is left out keeps its value, so that what is off is said too.
        arguments
                .loadBalancingAlgorithmType(plan.sticky().isPresent() ? "round_robin" : "least_outstanding_requests")
                .stickiness(stickiness(plan.sticky()));
        // A group in use can't be deleted: one for another port stands beside it until the rules lead to the new one.
        return new TargetGroup(
                child(child + "-" + port),
                arguments.build(),
                keepingNames("name").build());
    }

    private static TargetGroupHealthCheckArgs healthCheck(HealthSettings health) {
        return TargetGroupHealthCheckArgs.builder()
                .enabled(true)
                .protocol(PROTOCOL)
                .port("traffic-port")
                .path(health.path())
                .interval((int) health.interval().toSeconds())
                .timeout((int) health.timeout().toSeconds())
                .healthyThreshold(health.healthy())
                .unhealthyThreshold(health.unhealthy())
                .matcher(health.matcher())
                .build();
    }

    private static TargetGroupStickinessArgs stickiness(Optional<Duration> time) {
        var stickiness =
                TargetGroupStickinessArgs.builder().enabled(time.isPresent()).type("lb_cookie");
        time.ifPresent(it -> stickiness.cookieDuration((int) it.toSeconds()));
        return stickiness.build();
    }

    private ListenerRule createRule(RulePlan rule) {
        var forward = ListenerRuleActionArgs.builder().type("forward").targetGroupArn(arn());
        return rule.isOfCodeDeploy()
                ? balancer.createRule(rule, conditions.of(rule.route()), forward, owner(), ofCodeDeploy())
                : balancer.createRule(rule, conditions.of(rule.route()), forward, options());
    }

    private Map<String, String> owner() {
        return Map.of("Service", plan.service());
    }

    /** CodeDeploy says which group a rule leads to. For another service it must be another rule, and the priority is taken until then. */
    private CustomResourceOptions.Builder ofCodeDeploy() {
        return options().ignoreChanges("actions").replaceOnChanges("tags").deleteBeforeReplace(true);
    }
}
