package groundwork.edge;

import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Site;
import groundwork.edge.WebAcl.Scope;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.CertificateNames;
import groundwork.plan.DnsPlan;
import groundwork.plan.Plan;
import groundwork.plan.PublicHost;
import groundwork.plan.RoutePlan;
import groundwork.settings.CdnSettings;
import groundwork.settings.DomainSettings;
import groundwork.settings.ServiceSettings;
import groundwork.settings.StackSettings;
import java.util.List;
import java.util.Optional;

/** The public side: a load balancer where a service has routes, a CDN where one is asked for, and their names. */
public final class Entrance {
    private final RoutePlan routes;
    private final Network network;
    private final Site site;
    private final Optional<Certificate> certificate;
    private final Optional<LoadBalancer> loadBalancer;
    private final Optional<Cdn> cdn;

    private Entrance(Plan plan, RoutePlan routes, Network network, Site site) {
        this.routes = routes;
        this.network = network;
        this.site = site;
        certificate = settings().domain().map(domain -> createCertificate(domain, plan));
        loadBalancer = routes.targetGroups().isEmpty() ? Optional.empty() : Optional.of(createLoadBalancer());
        cdn = settings().cdn().map(this::createCdn);
        loadBalancer.ifPresent(this::guard);
        settings().domain().ifPresent(domain -> createNames(domain, plan));
    }

    public static Optional<Entrance> open(Plan plan, Network network, Site site) {
        var routes = RoutePlan.of(plan.settings().services());
        boolean isPublic =
                !routes.targetGroups().isEmpty() || plan.settings().cdn().isPresent();
        return isPublic ? Optional.of(new Entrance(plan, routes, network, site)) : Optional.empty();
    }

    public Optional<LoadBalancer> loadBalancer() {
        return loadBalancer;
    }

    public Optional<Cdn> cdn() {
        return cdn;
    }

    /** The service's target groups, reachable from the load balancer and from nowhere else. */
    public List<RoutedTargets> targets(String name, ServiceSettings service, SecurityGroup group, Component whole) {
        var balancer = loadBalancer.orElseThrow();
        balancer.securityGroup()
                .connect("to-" + name, group.id(), service.port().orElseThrow(), "Requests for " + name);
        return routes.of(name).stream()
                .map(targets -> new RoutedTargets(targets.suffix(), targets, service, network, balancer, whole))
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
        var names = CertificateNames.covering(domain.name(), plan.hosts());
        return new Certificate("certificate", names, domain, Certificate.Region.HOME, site);
    }

    private LoadBalancer createLoadBalancer() {
        return new LoadBalancer("load-balancer", network, certificate, site);
    }

    private Cdn createCdn(CdnSettings asked) {
        var firewall = settings().waf().map(waf -> new WebAcl("cdn-firewall", waf, Scope.CLOUDFRONT, site));
        var global = certificate.map(home -> home.forCdn("cdn-certificate"));
        return new Cdn("cdn", asked, loadBalancer, global, firewall, site);
    }

    private void guard(LoadBalancer balancer) {
        settings()
                .waf()
                .map(waf -> new WebAcl("firewall", waf, Scope.REGIONAL, cdn.flatMap(Cdn::pass), site))
                .ifPresent(firewall -> firewall.guard(balancer));
    }

    private void createNames(DomainSettings domain, Plan plan) {
        var names = DnsPlan.of(domain.name(), plan.hosts(), loadBalancer.isPresent(), cdn.isPresent());
        new Dns("dns", names, domain, loadBalancer, cdn, site);
    }

    private StackSettings settings() {
        return site.settings();
    }
}
