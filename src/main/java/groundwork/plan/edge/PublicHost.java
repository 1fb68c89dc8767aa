package groundwork.plan.edge;

import groundwork.settings.edge.DomainSettings;
import groundwork.settings.service.RouteSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.Optional;

/** The name under which people find a web service. */
public final class PublicHost {
    private PublicHost() {}

    /** The domain where it answers to that, else its first exact host; none where there is no domain. */
    public static Optional<String> of(ServiceSettings service, Optional<DomainSettings> domain) {
        boolean answersToAll =
                service.routes().stream().map(RouteSettings::host).anyMatch(Optional::isEmpty);
        return service.routes().stream()
                .flatMap(route -> route.host().stream())
                .filter(host -> !answersToAll && !host.startsWith("*"))
                .findFirst()
                .or(() -> domain.map(DomainSettings::name));
    }
}
