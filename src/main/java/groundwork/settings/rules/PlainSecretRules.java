package groundwork.settings.rules;

import groundwork.settings.StackSettings;
import groundwork.settings.problems.Credentials;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Secrets are encrypted, or not in the stack file at all; what they are is never repeated. */
public final class PlainSecretRules {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(secret|password|passwd|private_?key|access_?key|api_?key|encryption_?key|signing_?key|_token$).*|token");
    private static final Pattern PUBLIC_NAME = Pattern.compile("(NEXT_)?PUBLIC_.*|VITE_.*|REACT_APP_.*");
    private static final Pattern HARMLESS = Pattern.compile("|true|false|\\d+(\\.\\d+)?[smhd]?");

    private final Draft draft;
    private final StackSettings settings;

    public PlainSecretRules(Draft draft) {
        this.draft = draft;
        this.settings = draft.settings();
    }

    public void check() {
        settings.services().forEach((name, service) -> {
            variables(service.environment(), "services", name, "environment");
            command(service.command(), "services", name, "command");
            service.files().forEach((path, file) -> value("", file.text(), "services", name, "files", path));
            value("", service.health().path(), "services", name, "health", "path");
            service.health()
                    .container()
                    .ifPresent(container ->
                            value("", container.command(), "services", name, "health", "container", "command"));
            service.sidecars().forEach((key, container) -> {
                variables(container.environment(), "services", name, "sidecars", key, "environment");
                command(container.command(), "services", name, "sidecars", key, "command");
            });
            service.init().forEach((key, container) -> {
                variables(container.environment(), "services", name, "init", key, "environment");
                command(container.command(), "services", name, "init", key, "command");
            });
        });
        settings.apps().forEach((name, app) -> {
            variables(app.environment(), "apps", name, "environment");
            app.branches()
                    .forEach((key, branch) ->
                            variables(branch.environment(), "apps", name, "branches", key, "environment"));
            isEncrypted("apps", name, "source", "token");
        });
        settings.parameters().forEach((name, parameter) -> value(name, parameter.value(), "parameters", name));
        settings.secrets().forEach((name, secret) -> {
            isEncrypted("secrets", name);
            isEncrypted("secrets", name, "value");
            secret.values().keySet().forEach(key -> isEncrypted("secrets", name, "values", key));
        });
    }

    private void variables(Map<String, String> variables, String... path) {
        variables.forEach((name, value) -> value(name, value, below(path, name)));
    }

    private void command(List<String> words, String... path) {
        value("", String.join(" ", words), path);
    }

    private void value(String name, String value, String... path) {
        boolean isOfAws = Credentials.AWS_KEY.matcher(value).find();
        boolean isLive = isOfAws || Credentials.LIVE_KEY.matcher(value).find();
        boolean isRefused = isOfAws || isLive && settings.environment().isProduction();
        if (isRefused) {
            draft.at(path)
                    .add("contains a credential in plain text; move it to secrets, link to that, and rotate the "
                            + "credential");
        } else if (Credentials.isIn(value) || isNamedAsSecret(name, value)) {
            draft.warnAt(path).add(Credentials.WARNING);
        }
    }

    private static boolean isNamedAsSecret(String name, String value) {
        return NAME.matcher(name).matches()
                && !PUBLIC_NAME.matcher(name).matches()
                && !HARMLESS.matcher(value).matches();
    }

    private void isEncrypted(String... path) {
        draft.warnAt(path)
                .unless(
                        !draft.isPlainText(path) || draft.configuration().wasEncrypted(path[0]),
                        "is not encrypted; set it with `pulumi config set --secret --path 'groundwork:%s'`",
                        draft.warnAt(path).path());
    }

    private static String[] below(String[] path, String key) {
        var longer = Arrays.copyOf(path, path.length + 1);
        longer[path.length] = key;
        return longer;
    }
}
