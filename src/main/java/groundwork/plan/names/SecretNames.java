package groundwork.plan.names;

import static java.util.Objects.requireNonNull;

import groundwork.settings.secrets.SecretSettings.Store;
import java.util.Optional;

/** What secrets are called in their stores: below the stack's own path, or below the one that is asked for. */
public record SecretNames(Names names, Optional<String> path) {
    public SecretNames {
        requireNonNull(names, "names is null");
        requireNonNull(path, "path is null");
    }

    public String of(String name, Store store) {
        var full = path.map(asked -> asked + "/" + name).orElseGet(() -> names.path(name));
        // Parameter Store wants the slash that Secrets Manager can do without.
        return store == Store.PARAMETER_STORE && !full.startsWith("/") ? "/" + full : full;
    }
}
