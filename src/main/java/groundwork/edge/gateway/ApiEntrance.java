package groundwork.edge.gateway;

import com.pulumi.aws.servicediscovery.Service;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.edge.Certificate;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.edge.HttpApiPlan;
import groundwork.settings.service.ServiceSettings;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HTTP API in front of services, its way into the VPC, and its domain. */
public final class ApiEntrance implements Watchable {
    private final HttpApiPlan plan;
    private final HttpApi api;
    private final Optional<HttpApi> wakersApi;
    private final PrivateLink link;
    private final Optional<ApiDomain> domain;

    public ApiEntrance(HttpApiPlan plan, Network network, Optional<Certificate> certificate, StackContext stack) {
        this.plan = plan;
        var whose = " of " + stack.names().prefix();
        boolean hasDomain = plan.host().isPresent();
        api = new HttpApi("http-api", "Services" + whose, plan.settings(), hasDomain, stack);
        wakersApi = plan.isSwitched()
                ? Optional.of(new HttpApi("waker-api", "The waker" + whose, plan.settings(), hasDomain, stack))
                : Optional.empty();
        link = new PrivateLink("vpc-link", network, stack);
        domain = plan.host()
                .map(host -> new ApiDomain("api-domain", host, certificate.orElseThrow(), api, wakersApi, stack));
    }

    public Output<String> endpoint() {
        return api.endpoint();
    }

    public Optional<ApiDomain> domain() {
        return domain;
    }

    /** What the domain leads to while services sleep; there is none where they don't. */
    public Optional<HttpApi> wakersApi() {
        return wakersApi;
    }

    /** The dimensions of the services' API in CloudWatch. */
    public Output<Map<String, String>> metricNames() {
        return api.id().applyValue(id -> Map.of("ApiId", id, "Stage", HttpApi.STAGE));
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return List.of(new ApiWatch(rules, api.metrics()).plan());
    }

    /** Parts of {@code whole}: the service's routes, and the way to its tasks for the VPC link alone. */
    public ServiceRoutes createRoutes(
            String name, ServiceSettings service, SecurityGroup group, Service registry, Component whole) {
        link.securityGroup().connect(name, group.id(), service.port().orElseThrow(), "Requests for " + name);
        return new ServiceRoutes(plan.of(name), api, link, registry, whole);
    }
}
