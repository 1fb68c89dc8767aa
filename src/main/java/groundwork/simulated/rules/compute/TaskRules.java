package groundwork.simulated.rules.compute;

import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;
import static java.util.stream.Collectors.joining;

import com.google.gson.JsonObject;
import groundwork.aws.TaskLimits;
import groundwork.aws.TaskSizes;
import groundwork.simulated.Existing;
import groundwork.simulated.rules.Json;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Which sizes Fargate sells, and how the containers of one task go together. */
public final class TaskRules {
    static final String CONTAINERS = "containerDefinitions";

    public static final List<Rule> ALL = List.of(
            Rule.of("fargate-size", TaskRules::fargateSize, ECS_TASK_DEFINITION),
            Rule.of("fargate-network", TaskRules::fargateNetwork, ECS_TASK_DEFINITION),
            Rule.of("task-size", TaskRules::size, ECS_TASK_DEFINITION),
            Rule.of("container-names", TaskRules::names, ECS_TASK_DEFINITION),
            Rule.of("container-essential", TaskRules::essential, ECS_TASK_DEFINITION),
            Rule.of("container-ports", TaskRules::ports, ECS_TASK_DEFINITION),
            Rule.of("container-order", TaskRules::order, ECS_TASK_DEFINITION),
            Rule.of("container-waits", TaskRules::waits, ECS_TASK_DEFINITION),
            Rule.of("container-memory", TaskRules::memory, ECS_TASK_DEFINITION),
            Rule.of("container-secrets-need-role", TaskRules::secretsNeedRole, ECS_TASK_DEFINITION),
            Rule.of("container-volumes", TaskRules::volumes, ECS_TASK_DEFINITION));

    private TaskRules() {}

    private static boolean isFargate(Existing task) {
        return task.texts("requiresCompatibilities").contains("FARGATE");
    }

    private static void fargateSize(Existing task, Refusals refusals) {
        if (!isFargate(task)) {
            return;
        }
        var cpu = task.number("cpu");
        var memory = task.number("memory");
        if (cpu.isEmpty() || memory.isEmpty()) {
            refusals.unless(task.has("cpu") && task.has("memory"), "cpu", "a Fargate task says its cpu and its memory");
            return;
        }
        var memories = TaskSizes.FARGATE.memoriesFor(cpu.get().intValue());
        if (memories.isEmpty()) {
            refusals.add("cpu", "%d is not one of %s", cpu.get(), joined(TaskSizes.FARGATE.cpus()));
        } else {
            refusals.unless(
                    memories.contains(memory.get().intValue()),
                    "memory",
                    "%d is not a memory size for %d of cpu; choose %s",
                    memory.get(),
                    cpu.get(),
                    joined(memories));
        }
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(joining(", "));
    }

    private static void fargateNetwork(Existing task, Refusals refusals) {
        if (isFargate(task)) {
            refusals.unless(
                    task.text("networkMode").filter("awsvpc"::equals).isPresent(),
                    "networkMode",
                    "must be awsvpc for Fargate");
        }
    }

    private static void size(Existing task, Refusals refusals) {
        task.text(CONTAINERS).ifPresent(text -> {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            refusals.unless(
                    bytes <= TaskLimits.BYTES,
                    CONTAINERS,
                    "have %d bytes; a task definition takes %d",
                    bytes,
                    TaskLimits.BYTES);
        });
    }

    private static void names(Existing task, Refusals refusals) {
        var seen = new HashSet<String>();
        for (var container : Json.objects(task.text(CONTAINERS))) {
            Json.text(container, "name")
                    .filter(name -> !seen.add(name))
                    .ifPresent(name -> refusals.add(CONTAINERS, "has two containers called %s", name));
        }
    }

    private static void essential(Existing task, Refusals refusals) {
        var containers = Json.objects(task.text(CONTAINERS));
        refusals.unless(
                containers.isEmpty() || containers.stream().anyMatch(TaskRules::isEssential),
                CONTAINERS,
                "has no essential container; one must be");
    }

    private static boolean isEssential(JsonObject container) {
        return !container.has("essential") || container.get("essential").getAsBoolean();
    }

    private static void ports(Existing task, Refusals refusals) {
        var taken = new HashSet<String>();
        for (var container : Json.objects(task.text(CONTAINERS))) {
            for (var mapping : Json.objects(container, "portMappings")) {
                Json.number(mapping, "containerPort").ifPresent(port -> {
                    refusals.unless(
                            port >= 1 && port <= 65535, CONTAINERS, "port %d is out of range: 1 to 65535", port);
                    refusals.unless(
                            taken.add(port + Json.text(mapping, "protocol").orElse("tcp")),
                            CONTAINERS,
                            "two containers of one task listen on %d",
                            port);
                });
            }
        }
    }

    private static void order(Existing task, Refusals refusals) {
        var containers = Json.objects(task.text(CONTAINERS));
        var names = containers.stream()
                .flatMap(container -> Json.text(container, "name").stream())
                .toList();
        for (var container : containers) {
            for (var on : Json.objects(container, "dependsOn")) {
                Json.text(on, "containerName")
                        .filter(name -> !names.contains(name))
                        .ifPresent(name -> refusals.add(
                                CONTAINERS,
                                "%s depends on %s, which is not in this task",
                                Json.text(container, "name").orElse(""),
                                name));
            }
        }
    }

    /** An essential container's end is the task's end, so nothing can wait for it. */
    private static void waits(Existing task, Refusals refusals) {
        var containers = Json.objects(task.text(CONTAINERS));
        var essential = containers.stream()
                .filter(TaskRules::isEssential)
                .flatMap(container -> Json.text(container, "name").stream())
                .toList();
        for (var container : containers) {
            for (var on : Json.objects(container, "dependsOn")) {
                var condition = Json.text(on, "condition").orElse("");
                Json.text(on, "containerName")
                        .filter(essential::contains)
                        .filter(name -> condition.equals("COMPLETE") || condition.equals("SUCCESS"))
                        .ifPresent(name -> refusals.add(
                                CONTAINERS,
                                "%s depends on %s of %s, which is essential and so must not exit",
                                Json.text(container, "name").orElse(""),
                                condition,
                                name));
            }
        }
    }

    private static void memory(Existing task, Refusals refusals) {
        var whole = task.number("memory");
        long parts = Json.objects(task.text(CONTAINERS)).stream()
                .flatMap(container ->
                        Json.number(container, "memory").or(() -> Json.number(container, "memoryReservation")).stream())
                .mapToLong(Long::longValue)
                .sum();
        whole.ifPresent(all ->
                refusals.unless(parts <= all, CONTAINERS, "the containers take %d MiB of the task's %d", parts, all));
    }

    private static void secretsNeedRole(Existing task, Refusals refusals) {
        boolean secrets = Json.objects(task.text(CONTAINERS)).stream()
                .anyMatch(container -> !Json.objects(container, "secrets").isEmpty());
        refusals.unless(
                !secrets || task.has("executionRoleArn"),
                "executionRoleArn",
                "is required: the containers read secrets at start");
    }

    private static void volumes(Existing task, Refusals refusals) {
        var volumes = IntStream.range(0, task.list("volumes").size())
                .mapToObj(
                        index -> task.text("volumes[%d].name".formatted(index)).orElse(""))
                .toList();
        for (var container : Json.objects(task.text(CONTAINERS))) {
            var name = Json.text(container, "name").orElse("");
            var folders = new HashSet<String>();
            for (var mount : Json.objects(container, "mountPoints")) {
                Json.text(mount, "sourceVolume")
                        .filter(volume -> !volumes.contains(volume))
                        .ifPresent(volume -> refusals.add(
                                CONTAINERS, "%s mounts %s, which is not a volume of this task", name, volume));
                Json.text(mount, "containerPath")
                        .filter(folder -> !folders.add(folder))
                        .ifPresent(folder -> refusals.add(CONTAINERS, "%s mounts two volumes at %s", name, folder));
            }
        }
    }
}
