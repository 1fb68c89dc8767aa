package groundwork.secrets;

import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.aws.ssm.enums.ParameterType;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.links.Connection;
import groundwork.links.LinkTarget;
import groundwork.links.SecretReference;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.settings.secrets.ParameterSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plain value in Parameter Store, which tasks read when they start. */
public final class Parameter extends Component implements LinkTarget {
    private final com.pulumi.aws.ssm.Parameter parameter;

    public Parameter(String name, ParameterSettings settings, StackContext stack) {
        super("secrets:Parameter", name, stack);
        parameter = createParameter(settings.value());
        outputs(Map.copyOf(endpoint()));
    }

    @Override
    public Connection connect(Optional<Access> access) {
        return Connection.NONE
                .secret(Offer.VALUE, SecretReference.parameter(parameter.arn()))
                .after(List.of(parameter));
    }

    /** It is in Parameter Store already. */
    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of();
    }

    private com.pulumi.aws.ssm.Parameter createParameter(String value) {
        return new com.pulumi.aws.ssm.Parameter(
                child("parameter"),
                ParameterArgs.builder()
                        .name(stack().names().path(name()))
                        .type(ParameterType.String)
                        .tier("Standard")
                        .value(value)
                        .build(),
                inside());
    }
}
