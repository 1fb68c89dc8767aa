package groundwork.edge.entrance;

import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.edge.Certificate;
import groundwork.edge.LoadBalancer;
import groundwork.edge.RoutedTargets;
import groundwork.edge.RuleConditions;
import groundwork.edge.cdn.Cdn;
import groundwork.edge.firewall.WebAcl;
import groundwork.edge.gateway.ApiEntrance;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.edge.CdnPlan;
import groundwork.plan.edge.CertificatePlan;
import groundwork.plan.edge.EntrancePlan;
import groundwork.plan.edge.LoadBalancerPlan;
import groundwork.plan.edge.PublicHost;
import groundwork.settings.service.ServiceSettings;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The public side: a load balancer or an HTTP API where a service has routes, a CDN where one is asked for, and their names. */
public final class Entrance implements Watchable {
    private final EntrancePlan plan;
    private final Optional<Network> network;
    private final StackContext stack;
    private final Optional<Certificate> certificate;
    private final Optional<LoadBalancer> loadBalancer;
    private final Optional<ApiEntrance> httpApi;
    private final Optional<Cdn> cdn;
    private final Optional<WebAcl> firewall;

    public Entrance(EntrancePlan plan, Optional<Network> network, StackContext stack) {
        this.plan = plan;
        this.network = network;
        this.stack = stack;
        certificate = plan.certificate()
                .map(names ->
                        new Certificate("certificate", names.names(), names.domain(), Certificate.Region.HOME, stack));
        loadBalancer = plan.loadBalancer().map(this::createLoadBalancer);
        httpApi = plan.httpApi().map(api -> new ApiEntrance(api, network.orElseThrow(), certificate, stack));
        cdn = plan.cdn().map(this::createCdn);
        firewall = plan.firewall().map(guard -> new WebAcl("firewall", guard, cdn.flatMap(Cdn::pass), stack));
        loadBalancer.ifPresent(balancer -> firewall.ifPresent(guard -> guard.guard(balancer.name(), balancer.arn())));
        plan.certificate()
                .map(CertificatePlan::domain)
                .ifPresent(domain -> new Dns(
                        "dns", plan.dns(), domain, loadBalancer, httpApi.flatMap(ApiEntrance::domain), cdn, stack));
    }

    public Optional<LoadBalancer> loadBalancer() {
        return loadBalancer;
    }

    public Optional<ApiEntrance> httpApi() {
        return httpApi;
    }

    public Optional<Cdn> cdn() {
        return cdn;
    }

    /** What guards the load balancer, and services that have an entrance of their own. */
    public Optional<WebAcl> firewall() {
        return firewall;
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return Stream.of(cdn, loadBalancer, httpApi)
                .flatMap(Optional::stream)
                .flatMap(part -> part.watched(rules).stream())
                .toList();
    }

    /** Parts of {@code whole}: the service's target groups, reachable from the load balancer and from nowhere else; none behind an HTTP API. */
    public List<RoutedTargets> createTargets(
            String name, ServiceSettings service, SecurityGroup group, Component whole) {
        if (loadBalancer.isEmpty()) {
            return List.of();
        }
        var balancer = loadBalancer.get();
        balancer.securityGroup().connect(name, group.id(), service.port().orElseThrow(), "Requests for " + name);
        var balanced = plan.loadBalancer().orElseThrow();
        var conditions = new RuleConditions(balanced.front(), cdn.flatMap(Cdn::pass));
        return balanced.routes().of(name).stream()
                .map(targets -> new RoutedTargets(targets, service, network.orElseThrow(), balancer, conditions, whole))
                .toList();
    }

    /** Where people find the service; without a domain, the CDN's, the HTTP API's or the load balancer's own name. */
    public Output<String> publicUrl(ServiceSettings service) {
        return PublicHost.of(service, plan.certificate().map(CertificatePlan::domain))
                .map(host -> Output.of("https://" + host))
                .or(() -> cdn.map(Cdn::url))
                .or(() -> httpApi.map(ApiEntrance::endpoint))
                .orElseGet(() -> loadBalancer.orElseThrow().dnsName().applyValue(name -> "http://" + name));
    }

    private LoadBalancer createLoadBalancer(LoadBalancerPlan balanced) {
        var balancer = new LoadBalancer("load-balancer", network.orElseThrow(), certificate, balanced, stack);
        balanced.routes().refused().ifPresent(balancer::refuse);
        return balancer;
    }

    private Cdn createCdn(CdnPlan front) {
        var acl = front.firewall().map(guard -> WebAcl.atTheEdge("cdn-firewall", guard, stack));
        return new Cdn("cdn", front, loadBalancer, certificate.map(this::forCdn), acl, stack);
    }

    private Certificate forCdn(Certificate home) {
        return plan.certificate()
                .flatMap(CertificatePlan::cdnNames)
                .map(names -> home.forCdn("cdn-certificate", names))
                .orElse(home);
    }
}
