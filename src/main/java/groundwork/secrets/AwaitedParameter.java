package groundwork.secrets;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.StackContext;
import groundwork.links.SecretReference;
import groundwork.settings.secrets.SecretSettings.Store;
import java.util.List;

/**
 * A secret in Parameter Store that somebody fills in by hand. A parameter can't exist without a value, so it is made by
 * whoever has the value, and the stack knows its name alone.
 */
record AwaitedParameter(String name, StackContext stack) implements Stored {
    @Override
    public Output<String> arn() {
        return stack.arn("ssm", "parameter" + stack.secretName(name, Store.PARAMETER_STORE));
    }

    @Override
    public SecretReference reference() {
        return SecretReference.parameter(arn());
    }

    @Override
    public List<Resource> ready() {
        return List.of();
    }
}
