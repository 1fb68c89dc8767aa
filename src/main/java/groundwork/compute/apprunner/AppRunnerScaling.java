package groundwork.compute.apprunner;

import com.pulumi.aws.apprunner.AutoScalingConfigurationVersion;
import com.pulumi.aws.apprunner.AutoScalingConfigurationVersionArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import groundwork.settings.service.TaskSettings;
import java.util.Map;

/** How many instances there are, and how many requests at once make one more. */
final class AppRunnerScaling extends Component {
    private static final NameRule NAME = NameRule.of("apprunner-scaling-name");
    private static final int USUAL_CONCURRENCY = 100;

    private final AutoScalingConfigurationVersion version;

    AppRunnerScaling(String suffix, TaskSettings tasks, AppRunnerService service) {
        super("compute:AppRunnerScaling", suffix, service);
        version = new AutoScalingConfigurationVersion(
                child("version"),
                AutoScalingConfigurationVersionArgs.builder()
                        .autoScalingConfigurationName(stack().names().of(NAME, service.name()))
                        .maxConcurrency(tasks.concurrency().orElse(USUAL_CONCURRENCY))
                        .minSize(tasks.min())
                        .maxSize(tasks.most())
                        .build(),
                inside());
        outputs(Map.of("arn", arn()));
    }

    Output<String> arn() {
        return version.arn();
    }
}
