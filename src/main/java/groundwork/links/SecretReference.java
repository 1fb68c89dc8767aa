package groundwork.links;

import com.pulumi.core.Output;
import groundwork.identity.Statement;
import java.util.Optional;

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

    public Statement permission() {
        return Statement.allow(store.action).on(arn);
    }
}
