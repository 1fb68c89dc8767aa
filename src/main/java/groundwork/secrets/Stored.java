package groundwork.secrets;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.links.SecretReference;
import groundwork.settings.secrets.SecretSettings.Store;
import java.util.List;
import java.util.Optional;

/** A secret in one store or the other. */
public interface Stored {
    /** {@code name} is the secret's name within the stack. */
    static Stored create(
            Store store, String suffix, String name, String description, SecretContent content, Component whole) {
        return switch (store) {
            case SECRETS_MANAGER -> new StoredSecret(suffix, name, description, Optional.of(content), whole);
            case PARAMETER_STORE -> new StoredParameter(suffix, name, description, content, whole);
        };
    }

    Output<String> arn();

    SecretReference reference();

    /** What must exist before a task can read it. */
    List<Resource> ready();
}
