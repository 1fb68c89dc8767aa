package groundwork.secrets;

import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.aws.ssm.enums.ParameterType;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.links.SecretReference;
import groundwork.settings.secrets.SecretSettings.Store;
import java.util.List;
import java.util.Map;

/** A secret in Parameter Store, as a SecureString. */
final class StoredParameter extends Component implements Stored {
    private final Parameter parameter;

    StoredParameter(String suffix, String name, String description, SecretContent content, Component whole) {
        super("secrets:StoredParameter", suffix, whole);
        parameter = createParameter(name, description, content);
        outputs(Map.of("arn", arn()));
    }

    @Override
    public Output<String> arn() {
        return parameter.arn();
    }

    @Override
    public SecretReference reference() {
        return SecretReference.parameter(arn());
    }

    @Override
    public List<Resource> ready() {
        return List.of(parameter);
    }

    private Parameter createParameter(String name, String description, SecretContent content) {
        var options = options();
        if (content.othersMayReplace()) {
            options.ignoreChanges("value");
        }
        var arguments = ParameterArgs.builder()
                .name(stack().secretName(name, Store.PARAMETER_STORE))
                .description(description)
                .type(ParameterType.SecureString)
                .tier("Standard")
                .value(content.text());
        stack().keyArn().ifPresent(arguments::keyId);
        return new Parameter(child("parameter"), arguments.build(), options.build());
    }
}
