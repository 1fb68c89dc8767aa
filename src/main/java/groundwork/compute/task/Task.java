package groundwork.compute.task;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionRuntimePlatformArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.compute.Images;
import groundwork.links.LinkedEnvironment;
import groundwork.plan.compute.ServicePlan;
import groundwork.plan.names.NameRule;
import groundwork.settings.compute.AddedContainers;
import groundwork.settings.compute.ContainerSettings;
import groundwork.settings.compute.PublicImage;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.service.ServiceSettings.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The task definition: the main container, those that must finish before it, and those that run beside it. */
public final class Task {
    private final Component service;
    private final ServiceSettings settings;
    private final boolean isTraced;
    private final Images images;
    private final LogGroup logs;
    private final SortedMap<String, Output<String>> environment;
    private final SortedMap<String, Output<String>> secrets;
    private final List<Mount> mounts;
    private final TaskFiles files;
    private final Companions companions;

    public Task(
            Component service,
            ServicePlan plan,
            Images images,
            LogGroup logs,
            SortedMap<String, Output<String>> environment,
            LinkedEnvironment linked,
            List<Mount> mounts) {
        this.service = service;
        settings = plan.settings();
        isTraced = plan.isTraced();
        this.images = images;
        this.logs = logs;
        this.environment = new TreeMap<>(environment);
        this.secrets = new TreeMap<>();
        this.mounts = List.copyOf(mounts);
        this.files = new TaskFiles(settings.files());
        this.companions = Companions.of(settings, images);
        linked.secrets().forEach((name, reference) -> secrets.put(name, reference.valueFrom()));
    }

    public TaskDefinition create(ServiceRoles roles) {
        var arguments = TaskDefinitionArgs.builder()
                .family(service.stack().names().of(NameRule.TASK_FAMILY, service.name()))
                .requiresCompatibilities("FARGATE")
                .networkMode("awsvpc")
                .cpu(Integer.toString(settings.size().cpu()))
                .memory(Integer.toString(settings.size().memory()))
                .runtimePlatform(TaskDefinitionRuntimePlatformArgs.builder()
                        .operatingSystemFamily("LINUX")
                        .cpuArchitecture(settings.arch() == Architecture.ARM64 ? "ARM64" : "X86_64")
                        .build())
                .executionRoleArn(roles.execution().arn())
                .taskRoleArn(roles.task().arn())
                .containerDefinitions(ContainerDefinition.json(containers()));
        var volumes = Stream.concat(mounts.stream().map(Mount::inTask), files.inTask().stream())
                .toList();
        if (!volumes.isEmpty()) {
            arguments.volumes(volumes);
        }
        return new TaskDefinition(service.child("task"), arguments.build(), service.inside());
    }

    private List<ContainerDefinition> containers() {
        var containers = new ArrayList<ContainerDefinition>();
        containers.add(main());
        files.container().map(this::writing).forEach(containers::add);
        var before = List.copyOf(companions.before().keySet());
        for (int i = 0; i < before.size(); i++) {
            var name = before.get(i);
            containers.add(beside(name, companions.before().get(name), before.subList(0, i)));
        }
        companions.beside().forEach((name, sidecar) -> containers.add(beside(name, sidecar, List.of())));
        if (isTraced) {
            containers.add(beside(AddedContainers.TRACING, Tracing.DAEMON, List.of()));
        }
        return containers;
    }

    private ContainerDefinition main() {
        boolean isPlaceholder = images.isPlaceholder(settings);
        return new ContainerDefinition(
                service.name(),
                images.of(settings),
                true,
                isPlaceholder ? Images.placeholderCommand(settings) : settings.command(),
                Optional.empty(),
                Optional.empty(),
                settings.port(),
                settings.health().container().filter(any -> !isPlaceholder).map(ContainerCheck::new),
                environment,
                secrets,
                Stream.concat(mounts.stream().map(Mount::point), files.points(true).stream())
                        .toList(),
                Stream.concat(companions.before().keySet().stream(), files.container())
                        .sorted()
                        .toList(),
                isPlaceholder ? Disk.WRITABLE : disk(),
                settings.user().filter(any -> !isPlaceholder),
                settings.exec(),
                settings.stopTimeout().toSeconds(),
                logs.name(),
                service.stack().region());
    }

    private Disk disk() {
        return settings.hasReadonlyDisk() ? Disk.readonly(settings.size().memory()) : Disk.WRITABLE;
    }

    private ContainerDefinition writing(String name) {
        return new ContainerDefinition(
                name,
                Output.of(PublicImage.BUSYBOX.toString()),
                false,
                files.command(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                files.variables(),
                new TreeMap<>(),
                files.points(false),
                List.of(),
                Disk.readonly(settings.size().memory()),
                Optional.empty(),
                false,
                settings.stopTimeout().toSeconds(),
                logs.name(),
                service.stack().region());
    }

    private ContainerDefinition beside(String name, ContainerSettings container, List<String> waitsFor) {
        var variables = new TreeMap<String, Output<String>>();
        if (container.inherits()) {
            variables.putAll(environment);
        }
        container.environment().forEach((key, value) -> variables.put(key, Output.of(value)));
        return new ContainerDefinition(
                name,
                images.of(container.image()),
                container.essential(),
                container.command(),
                container.cpu(),
                container.memory(),
                container.port(),
                Optional.empty(),
                variables,
                container.inherits() ? secrets : new TreeMap<>(),
                List.of(),
                waitsFor,
                disk(),
                Optional.empty(),
                false,
                settings.stopTimeout().toSeconds(),
                logs.name(),
                service.stack().region());
    }
}
