package groundwork.secrets;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import groundwork.links.Catalog;
import groundwork.links.Connection;
import groundwork.links.Egress;
import groundwork.links.LinkTarget;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.settings.secrets.ExternalSettings;
import java.util.Map;
import java.util.Optional;

/** A host outside the stack; its URL comes from a secret where it holds credentials. */
public record External(ExternalSettings settings, Optional<Secret> secret) implements LinkTarget {
    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    public External {
        requireNonNull(settings, "settings is null");
        requireNonNull(secret, "secret is null");
    }

    public static External of(ExternalSettings settings, Catalog catalog) {
        return new External(settings, settings.secret().map(name -> catalog.target(name, Secret.class)));
    }

    @Override
    public Connection connect(Optional<Access> access) {
        var connection = Connection.of(Map.of(
                        Offer.HOST, Output.of(settings.host()), Offer.PORT, Output.of(String.valueOf(settings.port()))))
                .through(Egress.outside(settings.addresses(), settings.port()));
        return secret.map(holder ->
                        connection.secret(Offer.URL, holder.reference()).after(holder.ready()))
                .orElseGet(() -> connection.with(Map.of(Offer.URL, Output.of(url()))));
    }

    /** It is nothing of this stack's. */
    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of();
    }

    private String url() {
        var address = settings.scheme() + "://" + settings.host();
        boolean isUsual = USUAL_PORTS.getOrDefault(settings.scheme(), 0) == settings.port();
        return isUsual || settings.isFoundBySrvRecord() ? address : address + ":" + settings.port();
    }
}
