package groundwork.sleep;

import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.TargetGroupAttachment;
import com.pulumi.aws.lb.TargetGroupAttachmentArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHostHeaderArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionPathPatternArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.edge.LoadBalancer;
import groundwork.edge.OriginSecret;
import groundwork.edge.RuleConditions;
import groundwork.permissions.Statement;
import groundwork.plan.edge.ListenerPriorities;
import groundwork.plan.names.NameRule;
import groundwork.plan.sleep.SleepPlan;
import groundwork.settings.sleep.ProbeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The waker behind the load balancer: rules before every service's, which lead nowhere while the environment is awake. */
final class WakerEntrance extends Component implements Way {
    private static final String NOBODY = "awake.invalid";
    /** A rule takes five values in its conditions; the CDN's header and an upgrade's are two of them. */
    private static final int HOSTS_OF_A_RULE = 3;

    private final LoadBalancer balancer;
    private final Optional<OriginSecret> pass;
    private final TargetGroup group;
    private final List<ListenerRule> rules = new ArrayList<>();
    private final List<Output<Map<String, Object>>> way = new ArrayList<>();
    private int priority = ListenerPriorities.FIRST_OF_WAKER;

    WakerEntrance(
            SleepPlan plan, SleepFunction waker, LoadBalancer balancer, Optional<OriginSecret> pass, Component whole) {
        super("sleep:WakerEntrance", "way", whole);
        this.balancer = balancer;
        this.pass = pass;
        group = createGroup(waker);
        plan.settings().probes().ifPresent(this::createProbeRules);
        for (int from = 0; from < plan.hosts().size(); from += HOSTS_OF_A_RULE) {
            var hosts = plan.hosts()
                    .subList(from, Math.min(from + HOSTS_OF_A_RULE, plan.hosts().size()));
            var suffix = Integer.toString(from / HOSTS_OF_A_RULE + 1);
            open(createRule("upgrades-" + suffix, closed(upgrade()), refusal(), true), hosts);
            open(createRule("requests-" + suffix, closed(List.of()), forward(), true), hosts);
        }
        outputs(Map.of("targetGroup", group.arn()));
    }

    /** The rules, with the hosts that they are for while the environment is not awake. */
    @Override
    public Output<List<Map<String, Object>>> document() {
        return Output.all(way);
    }

    @Override
    public List<Statement> switching() {
        return List.of(Statement.allow("elasticloadbalancing:ModifyRule")
                .on(rules.stream().map(ListenerRule::arn).toList()));
    }

    private void open(ListenerRule rule, List<String> hosts) {
        rules.add(rule);
        way.add(rule.arn()
                .applyValue(arn -> new TreeMap<>(Map.of("kind", "rule", "arn", arn, "hosts", List.copyOf(hosts)))));
    }

    private TargetGroup createGroup(SleepFunction waker) {
        var created = new TargetGroup(
                child("group"),
                TargetGroupArgs.builder()
                        .name(stack().names().of(NameRule.TARGET_GROUP, "waker"))
                        .targetType("lambda")
                        .build(),
                inside());
        var permission = new Permission(
                child("permission"),
                PermissionArgs.builder()
                        .action("lambda:InvokeFunction")
                        .function(waker.functionName())
                        .principal("elasticloadbalancing.amazonaws.com")
                        .sourceArn(created.arn())
                        .sourceAccount(stack().providers().account())
                        .build(),
                inside());
        new TargetGroupAttachment(
                child("attachment"),
                TargetGroupAttachmentArgs.builder()
                        .targetGroupArn(created.arn())
                        .targetId(waker.arn())
                        .build(),
                after(permission));
        return created;
    }

    /** Probes always get the waker's answer, so that they neither wake the environment nor keep it awake. */
    private void createProbeRules(ProbeSettings probes) {
        if (!probes.paths().isEmpty()) {
            createRule("probe-paths", List.of(paths(probes.paths())), forward(), false);
        }
        if (!probes.userAgents().isEmpty()) {
            var patterns =
                    probes.userAgents().stream().map(part -> "*" + part + "*").toList();
            createRule(
                    "probe-agents",
                    List.of(RuleConditions.header("User-Agent", Output.of(patterns))),
                    forward(),
                    false);
        }
    }

    private ListenerRule createRule(
            String suffix,
            List<ListenerRuleConditionArgs> conditions,
            ListenerRuleActionArgs action,
            boolean conductorsOwn) {
        var options = options();
        if (conductorsOwn) {
            options.ignoreChanges("conditions");
        }
        return new ListenerRule(
                child(suffix),
                ListenerRuleArgs.builder()
                        .listenerArn(balancer.listener().arn())
                        .priority(priority++)
                        .conditions(conditions)
                        .actions(action)
                        .build(),
                options.build());
    }

    private List<ListenerRuleConditionArgs> closed(List<ListenerRuleConditionArgs> more) {
        var conditions = new ArrayList<ListenerRuleConditionArgs>();
        conditions.add(ListenerRuleConditionArgs.builder()
                .hostHeader(ListenerRuleConditionHostHeaderArgs.builder()
                        .values(NOBODY)
                        .build())
                .build());
        conditions.addAll(more);
        pass.ifPresent(it -> conditions.add(RuleConditions.shows(it)));
        return conditions;
    }

    private static List<ListenerRuleConditionArgs> upgrade() {
        return List.of(RuleConditions.header("Upgrade", Output.of(List.of("websocket"))));
    }

    private static ListenerRuleConditionArgs paths(List<String> paths) {
        return ListenerRuleConditionArgs.builder()
                .pathPattern(ListenerRuleConditionPathPatternArgs.builder()
                        .values(paths)
                        .build())
                .build();
    }

    private ListenerRuleActionArgs forward() {
        return ListenerRuleActionArgs.builder()
                .type("forward")
                .targetGroupArn(group.arn())
                .build();
    }

    /** A function can't answer an upgrade, so the load balancer does. */
    private static ListenerRuleActionArgs refusal() {
        return ListenerRuleActionArgs.builder()
                .type("fixed-response")
                .fixedResponse(ListenerRuleActionFixedResponseArgs.builder()
                        .statusCode("503")
                        .contentType("text/plain")
                        .messageBody(
                                "The environment is asleep. Open it by HTTPS first, and connect again once it is awake.")
                        .build())
                .build();
    }
}
