package groundwork.secrets;

import static java.util.stream.Collectors.toMap;

import com.pulumi.aws.secretsmanager.SecretRotation;
import com.pulumi.aws.secretsmanager.SecretRotationArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretRotationRotationRulesArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.base.RandomPassword;
import groundwork.base.StackContext;
import groundwork.links.Connection;
import groundwork.links.LinkTarget;
import groundwork.links.SecretReference;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.settings.secrets.SecretSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** A declared secret: given, made up, or without a value until somebody fills it in. */
public final class Secret extends Component implements LinkTarget {
    private final SecretSettings settings;
    private final Stored stored;

    public Secret(String name, SecretSettings settings, StackContext stack) {
        super("secrets:Secret", name, stack);
        this.settings = settings;
        stored = createStored();
        settings.rotation().ifPresent(this::createRotation);
        outputs(Map.copyOf(endpoint()));
    }

    /** A task gets the whole under the link's name, and each key of a JSON object by itself. */
    @Override
    public Connection connect(Optional<Access> access) {
        var connection = Connection.NONE.secret(Offer.VALUE, reference()).after(ready());
        for (var key : settings.jsonKeys()) {
            connection = connection.secret(Offer.ofKey(key), SecretReference.secret(stored.arn(), key));
        }
        return connection;
    }

    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of("arn", stored.arn());
    }

    SecretReference reference() {
        return stored.reference();
    }

    List<Resource> ready() {
        return stored.ready();
    }

    private Stored createStored() {
        var inStore = settings.inStore(name());
        var content = content();
        return switch (settings.keptIn()) {
            case SECRETS_MANAGER -> new StoredSecret("stored", inStore, "Secret " + name(), content, this);
            case PARAMETER_STORE ->
                content.<Stored>map(it -> new StoredParameter("stored", inStore, "Secret " + name(), it, this))
                        .orElseGet(() -> new AwaitedParameter(inStore, stack()));
        };
    }

    private Optional<SecretContent> content() {
        if (settings.isFilledByHand()) {
            return Optional.empty();
        }
        var content = given();
        return Optional.of(settings.rotation().isPresent() ? content.replaceable() : content);
    }

    private SecretContent given() {
        if (settings.value().isPresent()) {
            return SecretContent.of(settings.value().get().value());
        }
        if (!settings.values().isEmpty()) {
            return SecretContent.of(settings.values().entrySet().stream()
                    .collect(toMap(Entry::getKey, entry -> entry.getValue().value())));
        }
        return generated(settings.generate().orElseThrow());
    }

    private SecretContent generated(int length) {
        return SecretContent.of(new RandomPassword(child("generated"), length, options()).result());
    }

    private void createRotation(Duration interval) {
        new SecretRotation(
                child("rotation"),
                SecretRotationArgs.builder()
                        .secretId(stored.arn())
                        .rotationLambdaArn(settings.rotationFunction().orElseThrow())
                        .rotationRules(SecretRotationRotationRulesArgs.builder()
                                .automaticallyAfterDays((int) interval.toDays())
                                .build())
                        .build(),
                after(ready()));
    }
}
