package groundwork.secrets;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.links.SecretReference;
import groundwork.settings.secrets.SecretSettings.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A secret in Secrets Manager, together with its content unless somebody fills that in by hand. */
final class StoredSecret extends Component implements Stored {
    private static final int DAYS_TO_RECOVER = 30;

    private final Secret secret;
    private final Optional<SecretVersion> version;

    StoredSecret(String suffix, String name, String description, Optional<SecretContent> content, Component whole) {
        super("secrets:StoredSecret", suffix, whole);
        secret = createSecret(name, description);
        version = content.map(this::createVersion);
        outputs(Map.of("arn", arn()));
    }

    @Override
    public Output<String> arn() {
        return secret.arn();
    }

    @Override
    public SecretReference reference() {
        return SecretReference.secret(arn());
    }

    @Override
    public List<Resource> ready() {
        return List.of(version.<Resource>map(it -> it).orElse(secret));
    }

    /** Elsewhere than in production the name must be free again at once, for the stack's next life. */
    private Secret createSecret(String name, String description) {
        var arguments = SecretArgs.builder()
                .name(stack().secretName(name, Store.SECRETS_MANAGER))
                .description(description)
                .recoveryWindowInDays(stack().isProduction() ? DAYS_TO_RECOVER : 0);
        stack().keyArn().ifPresent(arguments::kmsKeyId);
        return new Secret(child("secret"), arguments.build(), inside());
    }

    private SecretVersion createVersion(SecretContent content) {
        var options = options();
        if (content.othersMayReplace()) {
            options.ignoreChanges("secretString");
        }
        return new SecretVersion(
                child("version"),
                SecretVersionArgs.builder()
                        .secretId(secret.id())
                        .secretString(content.text())
                        .build(),
                options.build());
    }
}
