package groundwork.data.postgres;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.links.Connection;
import groundwork.links.Egress;
import groundwork.secrets.Stored;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a PostgreSQL server is found, and the secret that holds its complete URL; reads may go elsewhere. */
record PostgresAddress(
        Output<String> host,
        Egress egress,
        String name,
        String user,
        Optional<Duration> pause,
        Stored url,
        List<? extends Resource> servers,
        Optional<PostgresAddress> reading) {
    private static final String CONVENTION = "DATABASE";

    Connection connection(Optional<Access> access) {
        var asked = access.filter(Access.READ::equals).flatMap(any -> reading).orElse(this);
        return asked.connection();
    }

    private Connection connection() {
        var ready = new ArrayList<Resource>(servers);
        ready.addAll(url.ready());
        var values = new HashMap<>(
                Map.of(Offer.HOST, host, Offer.PORT, port(), Offer.NAME, Output.of(name), Offer.USER, Output.of(user)));
        pauseSeconds().ifPresent(seconds -> values.put(Offer.PAUSE_AFTER, seconds));
        return Connection.of(values)
                .through(egress)
                .secret(Offer.URL, url.reference())
                .after(ready)
                .knownAs(CONVENTION);
    }

    Map<String, Output<String>> endpoint() {
        var all = new TreeMap<>(Map.of(
                "host", host,
                "port", port(),
                "name", Output.of(name),
                "user", Output.of(user),
                "secretArn", url.arn()));
        pauseSeconds().ifPresent(seconds -> all.put("pauseAfter", seconds));
        reading.ifPresent(other -> {
            all.put("readHost", other.host);
            all.put("readSecretArn", other.url.arn());
        });
        return all;
    }

    /** A pool that keeps connections longer than this keeps the server from pausing. */
    private Optional<Output<String>> pauseSeconds() {
        return pause.map(time -> Output.of(String.valueOf(time.toSeconds())));
    }

    private Output<String> port() {
        return Output.of(String.valueOf(egress.port()));
    }
}
