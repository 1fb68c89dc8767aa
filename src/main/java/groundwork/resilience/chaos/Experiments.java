package groundwork.resilience.chaos;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.fis.ExperimentTemplate;
import com.pulumi.aws.fis.ExperimentTemplateArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateActionArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateActionParameterArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateActionTargetArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateLogConfigurationArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateLogConfigurationCloudwatchLogsConfigurationArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateStopConditionArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateTargetArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Role;
import groundwork.base.StackContext;
import groundwork.observe.LogGroups;
import groundwork.settings.resilience.ChaosSettings;
import groundwork.settings.resilience.ChaosSettings.Experiment;
import java.util.List;
import java.util.Map;

/** Experiments that wait for somebody to start them; an alarm, where there is one, ends them early. */
public final class Experiments extends Component {
    private static final int LOG_SCHEMA = 2;

    private final ChaosSettings settings;
    private final ExperimentTargets targets;
    private final LogGroup log;
    private final Role role;

    public Experiments(String name, ChaosSettings settings, ExperimentTargets targets, StackContext stack) {
        super("resilience:Experiments", name, stack);
        this.settings = settings;
        this.targets = targets;
        log = LogGroups.create("log", List.of("experiments"), stack.logRetention(), this);
        role = new Role("role", "fis.amazonaws.com", ExperimentPermissions.of(settings.experiments(), targets), this);
        if (settings.has(Experiment.STOP_TASKS)) {
            targets.services().forEach(this::stopTasks);
        }
        if (settings.has(Experiment.LOSE_ZONE)) {
            loseZone();
        }
        outputs(Map.of("log", log.name()));
    }

    private void stopTasks(String name, ExperimentTargets.Service service) {
        var target = ExperimentTemplateTargetArgs.builder()
                .name("tasks")
                .resourceType("aws:ecs:task")
                .parameters(Output.tuple(targets.clusterArn(), service.name())
                        .applyValue(known -> Map.of("cluster", known.t1, "service", known.t2)))
                .selectionMode("COUNT(%d)".formatted(tasksToStop(service.tasks())))
                .build();
        var action = ExperimentTemplateActionArgs.builder()
                .name("stop-tasks")
                .actionId("aws:ecs:stop-task")
                .target(ExperimentTemplateActionTargetArgs.builder()
                        .key("Tasks")
                        .value("tasks")
                        .build())
                .build();
        createTemplate("stop-" + name, "Stops %s of the tasks of %s".formatted(settings.share(), name), target, action);
    }

    /** A percentage of few tasks would be rounded down to none, which FIS takes for a failure. */
    private int tasksToStop(int fewest) {
        return Math.max(1, fewest * settings.share().value() / 100);
    }

    private void loseZone() {
        var target = ExperimentTemplateTargetArgs.builder()
                .name("zone")
                .resourceType("aws:ec2:subnet")
                .resourceArns(Output.all(targets.zone()))
                .selectionMode("ALL")
                .build();
        var action = ExperimentTemplateActionArgs.builder()
                .name("cut-off")
                .actionId("aws:network:disrupt-connectivity")
                .parameters(parameter("duration", settings.lasting().toString()), parameter("scope", "all"))
                .target(ExperimentTemplateActionTargetArgs.builder()
                        .key("Subnets")
                        .value("zone")
                        .build())
                .build();
        createTemplate("lose-zone", "Cuts the subnets of one zone off", target, action);
    }

    private void createTemplate(
            String suffix,
            String description,
            ExperimentTemplateTargetArgs target,
            ExperimentTemplateActionArgs action) {
        new ExperimentTemplate(
                child(suffix),
                ExperimentTemplateArgs.builder()
                        .description(description)
                        .roleArn(role.arn())
                        .targets(target)
                        .actions(action)
                        .stopConditions(stopCondition())
                        .logConfiguration(logConfiguration())
                        .tags(Map.of("Name", stack().names().prefix() + "-" + suffix))
                        .build(),
                after(role.ready()));
    }

    private ExperimentTemplateStopConditionArgs stopCondition() {
        return targets.stop()
                .map(alarm -> ExperimentTemplateStopConditionArgs.builder()
                        .source("aws:cloudwatch:alarm")
                        .value(alarm)
                        .build())
                .orElseGet(() -> ExperimentTemplateStopConditionArgs.builder()
                        .source("none")
                        .build());
    }

    private ExperimentTemplateLogConfigurationArgs logConfiguration() {
        return ExperimentTemplateLogConfigurationArgs.builder()
                .logSchemaVersion(LOG_SCHEMA)
                .cloudwatchLogsConfiguration(ExperimentTemplateLogConfigurationCloudwatchLogsConfigurationArgs.builder()
                        .logGroupArn(log.arn().applyValue(arn -> arn + ":*"))
                        .build())
                .build();
    }

    private static ExperimentTemplateActionParameterArgs parameter(String key, String value) {
        return ExperimentTemplateActionParameterArgs.builder()
                .key(key)
                .value(value)
                .build();
    }
}
