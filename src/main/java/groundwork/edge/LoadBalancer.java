package groundwork.edge;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.edge.CdnFront;
import groundwork.plan.edge.LoadBalancerPlan;
import groundwork.plan.edge.RulePlan;
import groundwork.plan.names.NameRule;
import groundwork.plan.network.SubnetPlan.Tier;
import groundwork.settings.edge.LoadBalancerSettings;
import groundwork.settings.units.Cidr;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one way in for requests: HTTPS where there is a domain, and nothing behind it but what rules name. */
public final class LoadBalancer extends Component implements Watchable {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final LoadBalancerSettings settings;
    private final Optional<ListenerHeaders> headers;
    private final SecurityGroup group;
    private final Optional<AccessLogs> accessLogs;
    private final com.pulumi.aws.lb.LoadBalancer balancer;
    private final Optional<CdnFront> front;
    private final boolean secure;
    private final Listener listener;

    public LoadBalancer(
            String name,
            Network network,
            Optional<Certificate> certificate,
            LoadBalancerPlan plan,
            StackContext stack) {
        super("edge:LoadBalancer", name, stack);
        settings = plan.settings();
        headers = settings.headers().map(ListenerHeaders::new);
        front = plan.front();
        secure = certificate.isPresent();
        group = createGroup(network);
        accessLogs = settings.accessLogs().isZero()
                ? Optional.empty()
                : Optional.of(new AccessLogs("access-logs", settings.accessLogs(), this));
        balancer = createBalancer(network);
        listener = certificate.map(this::createSecureListener).orElseGet(this::createPlainListener);
        outputs(Map.of("arn", balancer.arn(), "dnsName", dnsName(), "zoneId", zoneId()));
    }

    public SecurityGroup securityGroup() {
        return group;
    }

    /** Where rules belong. */
    public Listener listener() {
        return listener;
    }

    public Output<String> arn() {
        return balancer.arn();
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return List.of(new EntranceWatch(rules, EntranceWatch.metrics(arnSuffix())).plan());
    }

    /** What metrics know it by. */
    Output<String> arnSuffix() {
        return balancer.arnSuffix();
    }

    public Output<String> dnsName() {
        return balancer.dnsName();
    }

    public Output<String> zoneId() {
        return balancer.zoneId();
    }

    public boolean isSecure() {
        return secure;
    }

    public void refuse(RulePlan rule) {
        var forbidden = ListenerRuleActionArgs.builder()
                .type("fixed-response")
                .fixedResponse(ListenerRuleActionFixedResponseArgs.builder()
                        .statusCode("403")
                        .contentType("text/plain")
                        .messageBody("Forbidden")
                        .build());
        createRule(rule, RuleConditions.withoutPass(rule.route()), forbidden, options());
    }

    /** Known by host and path, whoever answers: another service changes the action in place, at the same priority. */
    ListenerRule createRule(
            RulePlan rule,
            List<ListenerRuleConditionArgs> conditions,
            ListenerRuleActionArgs.Builder action,
            CustomResourceOptions.Builder options) {
        return createRule(rule, conditions, action, Map.of(), options);
    }

    ListenerRule createRule(
            RulePlan rule,
            List<ListenerRuleConditionArgs> conditions,
            ListenerRuleActionArgs.Builder action,
            Map<String, String> tags,
            CustomResourceOptions.Builder options) {
        var arguments = ListenerRuleArgs.builder()
                .listenerArn(listener.arn())
                .priority(rule.priority())
                .conditions(conditions)
                .actions(action.build());
        if (!tags.isEmpty()) {
            arguments.tags(tags);
        }
        return new ListenerRule(
                child("rule-" + rule.suffix()),
                arguments.build(),
                options.parent(this).build());
    }

    private boolean isBehindCdnAlone() {
        return front.filter(CdnFront::isOnlyWay).isPresent();
    }

    private SecurityGroup createGroup(Network network) {
        var created = new SecurityGroup("group", "The load balancer", network.vpcId(), this);
        if (front.isPresent() && (isBehindCdnAlone() || !settings.allow().contains(Cidr.WORLD))) {
            admitCdn(created);
        }
        if (!isBehindCdnAlone()) {
            admitBlocks(created);
        }
        return created;
    }

    /** The list counts as 55 of the 60 rules that a group may have, so there is room for it once. */
    private void admitCdn(SecurityGroup created) {
        created.admitPrefixList(
                "cdn", CdnAddresses.prefixList(stack()), secure ? HTTPS : HTTP, "Requests that CloudFront passes on");
    }

    private void admitBlocks(SecurityGroup created) {
        for (var block : settings.allow()) {
            var source = block.toString().replaceAll("[./]", "-");
            created.admitBlock("http-" + source, block, HTTP, "HTTP from " + block);
            if (secure) {
                created.admitBlock("https-" + source, block, HTTPS, "HTTPS from " + block);
            }
        }
    }

    private com.pulumi.aws.lb.LoadBalancer createBalancer(Network network) {
        var arguments = LoadBalancerArgs.builder()
                .name(stack().names().of(NameRule.LOAD_BALANCER, name()))
                .loadBalancerType("application")
                .internal(false)
                .subnets(network.subnets(Tier.PUBLIC))
                .securityGroups(group.id().applyValue(List::of))
                .dropInvalidHeaderFields(true)
                .idleTimeout((int) settings.idleTimeout().toSeconds())
                .enableDeletionProtection(stack().protects());
        accessLogs.ifPresent(logs -> arguments.accessLogs(logs.arguments()));
        return new com.pulumi.aws.lb.LoadBalancer(child("balancer"), arguments.build(), afterLogs());
    }

    /** AWS tries out the log bucket as soon as it is named. */
    private CustomResourceOptions afterLogs() {
        var options = options().protect(stack().protects());
        accessLogs.ifPresent(logs -> options.dependsOn(logs.ready()));
        return options.build();
    }

    private Listener createSecureListener(Certificate certificate) {
        if (!isBehindCdnAlone()) {
            createRedirect();
        }
        var arguments = ListenerArgs.builder()
                .loadBalancerArn(balancer.arn())
                .port(HTTPS)
                .protocol("HTTPS")
                .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
                .certificateArn(certificate.arn())
                .defaultActions(notFound());
        headers.ifPresent(all -> all.addTo(arguments, true));
        return new Listener(child("https"), arguments.build(), inside());
    }

    private void createRedirect() {
        var toHttps = ListenerDefaultActionRedirectArgs.builder()
                .protocol("HTTPS")
                .port(Integer.toString(HTTPS))
                .statusCode("HTTP_301")
                .build();
        new Listener(
                child("http"),
                ListenerArgs.builder()
                        .loadBalancerArn(balancer.arn())
                        .port(HTTP)
                        .protocol("HTTP")
                        .defaultActions(ListenerDefaultActionArgs.builder()
                                .type("redirect")
                                .redirect(toHttps)
                                .build())
                        .build(),
                inside());
    }

    private Listener createPlainListener() {
        var arguments = ListenerArgs.builder()
                .loadBalancerArn(balancer.arn())
                .port(HTTP)
                .protocol("HTTP")
                .defaultActions(notFound());
        headers.ifPresent(all -> all.addTo(arguments, false));
        return new Listener(child("http"), arguments.build(), inside());
    }

    private static ListenerDefaultActionArgs notFound() {
        return ListenerDefaultActionArgs.builder()
                .type("fixed-response")
                .fixedResponse(ListenerDefaultActionFixedResponseArgs.builder()
                        .statusCode("404")
                        .contentType("text/plain")
                        .messageBody("Not found")
                        .build())
                .build();
    }
}
