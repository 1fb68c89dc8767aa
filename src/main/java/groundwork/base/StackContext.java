package groundwork.base;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import groundwork.aws.Arn;
import groundwork.plan.names.Names;
import groundwork.plan.names.SecretName;
import groundwork.settings.NetworkSettings;
import groundwork.settings.StackSettings;
import groundwork.settings.secrets.SecretSettings.Store;
import java.time.Duration;
import java.util.Optional;

/** What every component knows of the stack it is built in. */
public record StackContext(
        Names names, String region, StackSettings settings, Providers providers, Optional<EncryptionKey> ownKey) {
    public StackContext {
        requireNonNull(names, "names is null");
        requireNonNull(region, "region is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(providers, "providers is null");
        requireNonNull(ownKey, "ownKey is null");
    }

    public static StackContext create(Names names, String region, StackSettings settings) {
        var providers = new Providers(names, region, settings);
        var stack = new StackContext(names, region, settings, providers, Optional.empty());
        return switch (settings.encryption().key()) {
            case OWN ->
                new StackContext(names, region, settings, providers, Optional.of(new EncryptionKey("key", stack)));
            case AWS -> stack;
        };
    }

    /** The ARN of the environment's own key; null means the key that AWS manages. */
    public Output<String> keyArn() {
        return ownKey.map(EncryptionKey::arn).orElse(null);
    }

    /** The ARN of something in the stack's own account and region, or of all that match. */
    public Output<String> arn(String service, String resource) {
        return providers.account().applyValue(id -> Arn.of(service, region, id, resource));
    }

    /** The full name of a secret in its store. */
    public String secretName(String name, Store store) {
        return SecretName.of(name, store, names, settings);
    }

    /** What the names of services end in inside the VPC. */
    public String innerDomain() {
        return settings.network()
                .serviceDomain()
                .orElseGet(() -> NetworkSettings.usualServiceDomain(names.system(), names.stack()));
    }

    public boolean isProduction() {
        return settings.environment().isProduction();
    }

    public Duration logRetention() {
        return settings.observability().logs();
    }
}
