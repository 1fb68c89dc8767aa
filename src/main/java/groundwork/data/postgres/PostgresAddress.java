package groundwork.data.postgres;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.links.Connection;
import groundwork.links.Way;
import groundwork.secrets.StoredSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a PostgreSQL server is found, and the secret that holds its complete URL. */
record PostgresAddress(
        Output<String> host, Way way, String name, String user, StoredSecret url, List<? extends Resource> servers) {
    private static final String CONVENTION = "DATABASE";

    Connection connection() {
        var ready = new ArrayList<Resource>(servers);
        ready.addAll(url.ready());
        return Connection.of(Map.of("HOST", host, "PORT", port(), "NAME", Output.of(name), "USER", Output.of(user)))
                .through(way)
                .secret("URL", url.reference())
                .after(ready)
                .knownAs(CONVENTION);
    }

    /** With where reads go, if that is elsewhere. */
    Map<String, Output<String>> endpoint(Optional<PostgresAddress> reading) {
        var all = new TreeMap<>(endpoint());
        reading.ifPresent(other -> {
            all.put("readHost", other.host);
            all.put("readSecretArn", other.url.arn());
        });
        return all;
    }

    private Map<String, Output<String>> endpoint() {
        return Map.of(
                "host", host,
                "port", port(),
                "name", Output.of(name),
                "user", Output.of(user),
                "secretArn", url.arn());
    }

    private Output<String> port() {
        return Output.of(String.valueOf(way.port()));
    }
}
