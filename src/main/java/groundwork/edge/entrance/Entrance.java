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
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.Plan;
import groundwork.plan.edge.CdnFront;
import groundwork.plan.edge.CertificateNames;
import groundwork.plan.edge.DnsPlan;
import groundwork.plan.edge.PublicHost;
import groundwork.plan.edge.RoutePlan;
import groundwork.settings.StackSettings;
import groundwork.settings.edge.CdnSettings;
import groundwork.settings.edge.DomainSettings;
import groundwork.settings.edge.WafSettings;
import groundwork.settings.service.ServiceSettings;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The public side: a load balancer where a service has routes, a CDN where one is asked for, and their names. */
public final class Entrance implements Watchable {
    private final RoutePlan routes;
    private final Optional<CdnFront> front;
    private final Network network;
    private final StackContext stack;
    private final Optional<Certificate> certificate;
    private final Optional<LoadBalancer> loadBalancer;
    private final Optional<Cdn> cdn;
    private final Optional<WebAcl> firewall;

    private Entrance(Plan plan, Network network, StackContext stack) {
        front = plan.front();
        routes = plan.routes();
        this.network = network;
        this.stack = stack;
        var domain = settings()
                .domain()
                .filter(any -> hasRoutes() || settings().cdn().isPresent());
        certificate = domain.map(name -> createCertificate(name, plan));
        loadBalancer = hasRoutes() ? Optional.of(createLoadBalancer()) : Optional.empty();
        cdn = settings().cdn().map(this::createCdn);
        firewall = settings().waf().filter(any -> hasWeb(settings())).map(this::createFirewall);
        loadBalancer.ifPresent(balancer -> firewall.ifPresent(guard -> guard.guard(balancer.name(), balancer.arn())));
        domain.ifPresent(name -> createNames(name, plan));
    }

    public static Optional<Entrance> create(Plan plan, Network network, StackContext stack) {
        boolean isPublic = hasWeb(plan.settings()) || plan.settings().cdn().isPresent();
        return isPublic ? Optional.of(new Entrance(plan, network, stack)) : Optional.empty();
    }

    public Optional<LoadBalancer> loadBalancer() {
        return loadBalancer;
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
        return Stream.concat(cdn.stream(), loadBalancer.stream())
                .flatMap(part -> part.watched(rules).stream())
                .toList();
    }

    /** Parts of {@code whole}: the service's target groups, reachable from the load balancer and from nowhere else. */
    public List<RoutedTargets> createTargets(
            String name, ServiceSettings service, SecurityGroup group, Component whole) {
        var balancer = loadBalancer.orElseThrow();
        balancer.securityGroup()
                .connect("to-" + name, group.id(), service.port().orElseThrow(), "Requests for " + name);
        var conditions = new RuleConditions(front, cdn.flatMap(Cdn::pass));
        return routes.of(name).stream()
                .map(targets ->
                        new RoutedTargets(targets.suffix(), targets, service, network, balancer, conditions, whole))
                .toList();
    }

    /** Where people find the service; without a domain, the CDN's or the load balancer's own name. */
    public Output<String> publicUrl(ServiceSettings service) {
        return PublicHost.of(service, settings().domain())
                .map(host -> Output.of("https://" + host))
                .or(() -> cdn.map(Cdn::url))
                .orElseGet(() -> loadBalancer.orElseThrow().dnsName().applyValue(name -> "http://" + name));
    }

    private Certificate createCertificate(DomainSettings domain, Plan plan) {
        var hosts = new TreeSet<>(plan.hosts());
        hosts.addAll(cdnHosts());
        var names = CertificateNames.covering(domain.name(), hosts);
        return new Certificate("certificate", names, domain, Certificate.Region.HOME, stack);
    }

    private LoadBalancer createLoadBalancer() {
        var balancer = new LoadBalancer("load-balancer", network, certificate, front, stack);
        routes.refused().ifPresent(balancer::refuse);
        return balancer;
    }

    private Cdn createCdn(CdnSettings asked) {
        var firewall = settings().waf().map(waf -> WebAcl.atTheEdge("cdn-firewall", waf, stack));
        var global = certificate.map(
                home -> home.forCdn("cdn-certificate", !asked.hosts().isEmpty()));
        return new Cdn("cdn", asked, loadBalancer, global, firewall, stack);
    }

    private WebAcl createFirewall(WafSettings waf) {
        return new WebAcl("firewall", waf, cdn.flatMap(Cdn::pass), stack);
    }

    private boolean hasRoutes() {
        return !routes.targetGroups().isEmpty();
    }

    private static boolean hasWeb(StackSettings settings) {
        return settings.services().values().stream().anyMatch(ServiceSettings::isWeb);
    }

    private void createNames(DomainSettings domain, Plan plan) {
        var names = DnsPlan.of(domain.name(), plan.hosts(), cdnHosts(), loadBalancer.isPresent(), cdn.isPresent());
        new Dns("dns", names, domain, loadBalancer, cdn, stack);
    }

    private List<String> cdnHosts() {
        return settings().cdn().map(CdnSettings::hosts).orElse(List.of());
    }

    private StackSettings settings() {
        return stack.settings();
    }
}
