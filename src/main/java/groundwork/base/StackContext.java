package groundwork.base;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import groundwork.aws.Arn;
import groundwork.plan.StackPlan;
import groundwork.plan.names.Names;
import groundwork.settings.secrets.SecretSettings.Store;
import java.time.Duration;
import java.util.Optional;

/** What every component knows of the stack it is built in. */
public record StackContext(StackPlan plan, Providers providers, Optional<EncryptionKey> ownKey) {
    public StackContext {
        requireNonNull(plan, "plan is null");
        requireNonNull(providers, "providers is null");
        requireNonNull(ownKey, "ownKey is null");
    }

    public static StackContext create(StackPlan plan) {
        var providers = new Providers(plan);
        var stack = new StackContext(plan, providers, Optional.empty());
        return switch (plan.key()) {
            case OWN -> new StackContext(plan, providers, Optional.of(new EncryptionKey("key", plan, stack)));
            case AWS -> stack;
        };
    }

    /** What an entry of the stack file was called before. */
    public Optional<String> formerName(String entry) {
        return Optional.ofNullable(plan.formerNames().get(entry));
    }

    public Names names() {
        return plan.names();
    }

    public String region() {
        return plan.region();
    }

    /** The ARN of the environment's own key; without one, AWS manages the keys. */
    public Optional<Output<String>> keyArn() {
        return ownKey.map(EncryptionKey::arn);
    }

    /** The ARN of something in the stack's own account and region, or of all that match. */
    public Output<String> arn(String service, String resource) {
        return providers.account().applyValue(id -> Arn.of(service, region(), id, resource));
    }

    /** The full name of a secret in its store. */
    public String secretName(String name, Store store) {
        return plan.secretNames().of(name, store);
    }

    /** What the names of services end in inside the VPC. */
    public String innerDomain() {
        return plan.innerDomain();
    }

    /** Whether what holds data is kept from being deleted; an entry may say otherwise of itself. */
    public boolean protects(Optional<Boolean> entry) {
        return entry.orElse(plan.protects());
    }

    public boolean protects() {
        return plan.protects();
    }

    public boolean isProduction() {
        return plan.environment().isProduction();
    }

    public Duration logRetention() {
        return plan.logRetention();
    }
}
