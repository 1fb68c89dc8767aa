package groundwork.plan.names;

import groundwork.settings.StackSettings;
import groundwork.settings.secrets.SecretSettings.Store;

/** What a secret is called in its store: below the stack's own path, or below the one that is asked for. */
public final class SecretName {
    private SecretName() {}

    public static String of(String name, Store store, Names names, StackSettings settings) {
        var full = settings.secretPath().map(path -> path + "/" + name).orElseGet(() -> names.path(name));
        // Parameter Store wants the slash that Secrets Manager can do without.
        return store == Store.PARAMETER_STORE && !full.startsWith("/") ? "/" + full : full;
    }
}
