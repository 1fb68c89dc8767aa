package groundwork.compute;

import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.compute.discovery.Discovery;
import groundwork.links.Connection;
import groundwork.links.Egress;
import groundwork.links.LinkTarget;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.settings.service.ServiceSettings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A service's security group and inner address; made for all services first, since they may call each other. */
public final class ServiceAddress extends Component implements LinkTarget {
    private final ServiceSettings settings;
    private final Optional<Output<String>> publicUrl;
    private final SecurityGroup group;
    private final Optional<String> host;

    public ServiceAddress(
            String name,
            ServiceSettings settings,
            Optional<Discovery> discovery,
            Optional<Output<String>> publicUrl,
            Network network,
            StackContext stack) {
        super("compute:ServiceAddress", name, stack);
        this.settings = settings;
        this.publicUrl = publicUrl;
        group = new SecurityGroup("tasks", "Tasks of " + name, network.vpcId(), this);
        host = discovery.flatMap(known -> known.host(name));
        outputs(Map.of("securityGroupId", group.id()));
    }

    public SecurityGroup group() {
        return group;
    }

    public Optional<Output<String>> publicUrl() {
        return publicUrl;
    }

    @Override
    public Connection connect(Optional<Access> access) {
        if (access.filter(Access::scrapes).isPresent()) {
            int port = settings.scrapePort().orElseThrow();
            return Connection.NONE.through(Egress.to(group.id(), port));
        }
        int port = settings.port().orElseThrow();
        return Connection.of(Map.of(
                        Offer.HOST, Output.of(host.orElseThrow()),
                        Offer.PORT, Output.of(Integer.toString(port)),
                        Offer.URL, Output.of(url())))
                .with(publicUrl.map(url -> Map.of(Offer.PUBLIC_URL, url)).orElse(Map.of()))
                .through(Egress.to(group.id(), port));
    }

    @Override
    public Map<String, Output<String>> endpoint() {
        var endpoint = new TreeMap<String, Output<String>>();
        publicUrl.ifPresent(url -> endpoint.put("url", url));
        if (host.isPresent() && settings.port().isPresent()) {
            endpoint.put("internalUrl", Output.of(url()));
        }
        return endpoint;
    }

    private String url() {
        return "http://" + host.orElseThrow() + ":" + settings.port().orElseThrow();
    }
}
