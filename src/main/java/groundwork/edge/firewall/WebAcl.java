package groundwork.edge.firewall;

import com.pulumi.aws.wafv2.IpSet;
import com.pulumi.aws.wafv2.IpSetArgs;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.edge.OriginSecret;
import groundwork.plan.edge.FirewallPlan;
import groundwork.plan.names.NameRule;
import groundwork.settings.edge.WafSettings;
import groundwork.settings.units.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The firewall for requests, in front of the load balancer, of the CDN or of fronts on Amplify. */
public final class WebAcl extends Component {
    public enum Scope {
        REGIONAL,
        CLOUDFRONT
    }

    private final WafSettings settings;
    private final Scope scope;
    private final com.pulumi.aws.wafv2.WebAcl acl;

    /** For what CloudFront serves. */
    public static WebAcl atTheEdge(String name, FirewallPlan plan, StackContext stack) {
        return new WebAcl(name, plan, Scope.CLOUDFRONT, Optional.empty(), stack);
    }

    /** What carries the pass has been through the CDN's firewall, and comes from the CDN's addresses. */
    public WebAcl(String name, FirewallPlan plan, Optional<OriginSecret> pass, StackContext stack) {
        this(name, plan, Scope.REGIONAL, pass, stack);
    }

    private WebAcl(String name, FirewallPlan plan, Scope scope, Optional<OriginSecret> pass, StackContext stack) {
        super("edge:WebAcl", name, stack);
        settings = plan.settings();
        this.scope = scope;
        acl = createAcl(pass, plan.countries());
        new WebAclLog("log", acl.arn(), scope, plan.savesQuery(), this);
        outputs(Map.of("arn", arn()));
    }

    public Output<String> arn() {
        return acl.arn();
    }

    public void guard(String guarded, Output<String> guardedArn) {
        new WebAclAssociation(
                child("guards-" + guarded),
                WebAclAssociationArgs.builder()
                        .webAclArn(arn())
                        .resourceArn(guardedArn)
                        .build(),
                inScope());
    }

    private com.pulumi.aws.wafv2.WebAcl createAcl(Optional<OriginSecret> pass, List<String> countries) {
        var rules = new WebAclRules(settings, this);
        pass.ifPresent(rules::admit);
        if (!settings.deny().isEmpty()) {
            rules.keepOut(createSet("denied", settings.deny()).arn());
        }
        if (!countries.isEmpty()) {
            rules.keepOutAllCountriesBut(countries);
        }
        if (!settings.allow().isEmpty()) {
            rules.keepOutAllBut(createSet("allowed", settings.allow()).arn());
        }
        rules.limitRates();
        rules.addManagedGroups();
        var whole = physicalName();
        return new com.pulumi.aws.wafv2.WebAcl(
                child("acl"),
                WebAclArgs.builder()
                        .name(whole)
                        .scope(scope.name())
                        .defaultAction(WebAclDefaultActionArgs.builder()
                                .allow(WebAclDefaultActionAllowArgs.builder().build())
                                .build())
                        .rules(rules.all())
                        .visibilityConfig(WebAclVisibilityConfigArgs.builder()
                                .cloudwatchMetricsEnabled(true)
                                .metricName(whole)
                                .sampledRequestsEnabled(false)
                                .build())
                        .build(),
                inScope());
    }

    private IpSet createSet(String suffix, List<Cidr> blocks) {
        return new IpSet(
                child(suffix),
                IpSetArgs.builder()
                        .name(stack().names().of(NameRule.WEB_ACL, name(), suffix))
                        .scope(scope.name())
                        .ipAddressVersion("IPV4")
                        .addresses(blocks.stream().sorted().map(Cidr::toString).toList())
                        .build(),
                inScope());
    }

    private String physicalName() {
        return stack().names().of(NameRule.WEB_ACL, name());
    }

    private CustomResourceOptions inScope() {
        return scope == Scope.CLOUDFRONT ? insideGlobalRegion() : inside();
    }
}
