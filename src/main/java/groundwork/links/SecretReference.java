package groundwork.links;

import com.pulumi.core.Output;
import groundwork.permissions.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where ECS fetches a value from when a task starts; the value itself is never in the task definition. */
public record SecretReference(Store store, Output<String> arn, Optional<String> jsonKey) {
    public enum Store {
        SECRETS_MANAGER("secretsmanager:GetSecretValue"),
        PARAMETER_STORE("ssm:GetParameters");

        private final String action;

        Store(String action) {
            this.action = action;
        }
    }

    public static SecretReference secret(Output<String> arn) {
        return new SecretReference(Store.SECRETS_MANAGER, arn, Optional.empty());
    }

    public static SecretReference secret(Output<String> arn, String jsonKey) {
        return new SecretReference(Store.SECRETS_MANAGER, arn, Optional.of(jsonKey));
    }

    public static SecretReference parameter(Output<String> arn) {
        return new SecretReference(Store.PARAMETER_STORE, arn, Optional.empty());
    }

    public Output<String> valueFrom() {
        return jsonKey.map(key -> arn.applyValue(text -> text + ":" + key + "::"))
                .orElse(arn);
    }

    /** One statement for each store, each secret in it once, however many of its keys are read. */
    public static List<Statement> permissions(Collection<SecretReference> references) {
        return Stream.of(Store.values())
                .map(store -> Map.entry(
                        store,
                        references.stream()
                                .filter(reference -> reference.store == store)
                                .map(SecretReference::arn)
                                .distinct()
                                .toList()))
                .filter(read -> !read.getValue().isEmpty())
                .map(read -> Statement.allow(read.getKey().action).on(read.getValue()))
                .toList();
    }
}
