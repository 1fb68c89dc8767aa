package groundwork.compute.apprunner;

import com.pulumi.aws.apprunner.ObservabilityConfiguration;
import com.pulumi.aws.apprunner.ObservabilityConfigurationArgs;
import com.pulumi.aws.apprunner.inputs.ObservabilityConfigurationTraceConfigurationArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import java.util.Map;

/** Traces of a service's requests, sent to X-Ray. */
final class AppRunnerTracing extends Component {
    private static final NameRule NAME = NameRule.of("apprunner-observability-name");
    private final ObservabilityConfiguration configuration;

    AppRunnerTracing(String suffix, AppRunnerService service) {
        super("compute:AppRunnerTracing", suffix, service);
        configuration = new ObservabilityConfiguration(
                child("configuration"),
                ObservabilityConfigurationArgs.builder()
                        .observabilityConfigurationName(stack().names().of(NAME, service.name()))
                        .traceConfiguration(ObservabilityConfigurationTraceConfigurationArgs.builder()
                                .vendor("AWSXRAY")
                                .build())
                        .build(),
                inside());
        outputs(Map.of("arn", arn()));
    }

    Output<String> arn() {
        return configuration.arn();
    }
}
