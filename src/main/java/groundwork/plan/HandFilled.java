package groundwork.plan;

import static java.util.stream.Collectors.joining;

import groundwork.plan.names.Names;
import groundwork.plan.names.SecretNames;
import groundwork.settings.StackSettings;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.secrets.ExternalSettings;
import groundwork.settings.secrets.SecretSettings;
import java.util.List;
import java.util.Optional;

/** What somebody has to fill in by hand, with which command, and what does not start before. */
final class HandFilled {
    private final Names names;
    private final StackSettings settings;

    HandFilled(Names names, StackSettings settings) {
        this.names = names;
        this.settings = settings;
    }

    List<String> lines() {
        return settings.secrets().entrySet().stream()
                .filter(secret -> secret.getValue().isFilledByHand())
                .map(secret -> line(secret.getKey(), secret.getValue()))
                .toList();
    }

    private String line(String name, SecretSettings secret) {
        var waiting = settings.services().entrySet().stream()
                .filter(service -> service.getValue().links().stream().anyMatch(link -> leadsTo(name, link)))
                .map(service -> "services." + service.getKey())
                .collect(joining(", "));
        return "secrets.%s has no value until it is filled in%s: %s"
                .formatted(
                        name,
                        waiting.isEmpty() ? "" : ", and no task of " + waiting + " starts before",
                        command(secret, secret.inStore(name)));
    }

    private boolean leadsTo(String secret, LinkSettings link) {
        return link.to().equals(secret)
                || Optional.ofNullable(settings.externals().get(link.to()))
                        .flatMap(ExternalSettings::secret)
                        .filter(secret::equals)
                        .isPresent();
    }

    private String command(SecretSettings secret, String name) {
        var full = new SecretNames(names, settings.secretPath()).of(name, secret.keptIn());
        return switch (secret.keptIn()) {
            case SECRETS_MANAGER ->
                "aws secretsmanager put-secret-value --secret-id %s --secret-string '%s'"
                        .formatted(full, value(secret));
            case PARAMETER_STORE ->
                "aws ssm put-parameter --type SecureString%s --name %s --value '…'".formatted(key(), full);
        };
    }

    private String key() {
        return switch (settings.encryption().key()) {
            case OWN -> " --key-id " + names.keyAlias();
            case AWS -> "";
        };
    }

    private static String value(SecretSettings secret) {
        return secret.keys().isEmpty()
                ? "…"
                : secret.keys().stream()
                        .sorted()
                        .map("\"%s\": \"…\""::formatted)
                        .collect(joining(", ", "{", "}"));
    }
}
