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
import java.util.Map;
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
        var main = container(service.name(), images.of(settings))
                .port(settings.port())
                .environment(environment)
                .secrets(secrets)
                .mounts(Stream.concat(mounts.stream().map(Mount::point), files.points(true).stream())
                        .toList())
                .waitsFor(Stream.concat(companions.before().keySet().stream(), files.container())
                        .sorted()
                        .toList())
                .initProcess(settings.exec())
                .disk(disk());
        return images.isPlaceholder(settings)
                ? main.command(Images.placeholderCommand(settings))
                : main.command(settings.command())
                        .check(settings.health().container().map(ContainerCheck::new))
                        .user(settings.user());
    }

    private Disk disk() {
        return settings.hasReadonlyDisk() ? Disk.readonly(settings.size().memory()) : Disk.WRITABLE;
    }

    private ContainerDefinition writing(String name) {
        return container(name, Output.of(PublicImage.BUSYBOX.toString()))
                .essential(false)
                .command(files.command())
                .environment(files.variables())
                .mounts(files.points(false))
                .disk(Disk.readonly(settings.size().memory()));
    }

    private ContainerDefinition beside(String name, ContainerSettings container, List<String> waitsFor) {
        var variables = new TreeMap<String, Output<String>>();
        if (container.inherits()) {
            variables.putAll(environment);
        }
        container.environment().forEach((key, value) -> variables.put(key, Output.of(value)));
        return container(name, images.of(container.image()))
                .essential(container.essential())
                .command(container.command())
                .share(container.cpu(), container.memory())
                .port(container.port())
                .environment(variables)
                .secrets(container.inherits() ? secrets : Map.of())
                .waitsFor(waitsFor)
                .disk(disk());
    }

    private ContainerDefinition container(String name, Output<String> image) {
        return new ContainerDefinition(name, image, logs.name(), service.stack().region())
                .stopTimeout(settings.stopTimeout());
    }
}
