package groundwork.compute.task;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One container of a task, as the JSON that ECS wants; everything is sorted, so that nothing changes for nothing. */
final class ContainerDefinition {
    private final String name;
    private final Output<String> image;
    private final Output<String> logGroup;
    private final String region;
    private boolean essential = true;
    private List<String> command = List.of();
    private Optional<Integer> cpu = Optional.empty();
    private Optional<Integer> memory = Optional.empty();
    private Optional<Integer> port = Optional.empty();
    private Optional<ContainerCheck> check = Optional.empty();
    private SortedMap<String, Output<String>> environment = new TreeMap<>();
    private SortedMap<String, Output<String>> secrets = new TreeMap<>();
    private List<MountPoint> mounts = List.of();
    private List<String> waitsFor = List.of();
    private Disk disk = Disk.WRITABLE;
    private Optional<String> user = Optional.empty();
    private boolean initProcess;
    private Duration stopTimeout = Duration.ZERO;

    ContainerDefinition(String name, Output<String> image, Output<String> logGroup, String region) {
        this.name = name;
        this.image = image;
        this.logGroup = logGroup;
        this.region = region;
    }

    ContainerDefinition essential(boolean essential) {
        this.essential = essential;
        return this;
    }

    ContainerDefinition command(List<String> command) {
        this.command = List.copyOf(command);
        return this;
    }

    /** Its share of the task's CPU and memory, where it has one. */
    ContainerDefinition share(Optional<Integer> cpu, Optional<Integer> memory) {
        this.cpu = cpu;
        this.memory = memory;
        return this;
    }

    ContainerDefinition port(Optional<Integer> port) {
        this.port = port;
        return this;
    }

    ContainerDefinition check(Optional<ContainerCheck> check) {
        this.check = check;
        return this;
    }

    ContainerDefinition environment(Map<String, Output<String>> environment) {
        this.environment = new TreeMap<>(environment);
        return this;
    }

    ContainerDefinition secrets(Map<String, Output<String>> secrets) {
        this.secrets = new TreeMap<>(secrets);
        return this;
    }

    ContainerDefinition mounts(List<MountPoint> mounts) {
        this.mounts = List.copyOf(mounts);
        return this;
    }

    /** The containers that must have finished before it starts. */
    ContainerDefinition waitsFor(List<String> others) {
        this.waitsFor = List.copyOf(others);
        return this;
    }

    ContainerDefinition disk(Disk disk) {
        this.disk = disk;
        return this;
    }

    ContainerDefinition user(Optional<String> user) {
        this.user = user;
        return this;
    }

    ContainerDefinition initProcess(boolean initProcess) {
        this.initProcess = initProcess;
        return this;
    }

    ContainerDefinition stopTimeout(Duration stopTimeout) {
        this.stopTimeout = stopTimeout;
        return this;
    }

    static Output<String> json(List<ContainerDefinition> containers) {
        return Output.all(containers.stream().map(ContainerDefinition::toJson).toList())
                .applyValue(known -> {
                    var array = new JsonArray();
                    known.forEach(array::add);
                    return array.toString();
                });
    }

    private Output<JsonObject> toJson() {
        var values = new ArrayList<Output<String>>();
        values.add(image);
        values.add(logGroup);
        values.addAll(environment.values());
        values.addAll(secrets.values());
        return Output.all(values).applyValue(this::withValues);
    }

    private JsonObject withValues(List<String> known) {
        int secretsFrom = 2 + environment.size();
        var json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("image", known.get(0));
        json.addProperty("essential", essential);
        cpu.ifPresent(units -> json.addProperty("cpu", units));
        memory.ifPresent(mebibytes -> json.addProperty("memoryReservation", mebibytes));
        if (!command.isEmpty()) {
            json.add("command", texts(command));
        }
        port.ifPresent(number -> json.add("portMappings", portMappings(number)));
        json.add("environment", pairs(environment, known.subList(2, secretsFrom), "value"));
        json.add("secrets", pairs(secrets, known.subList(secretsFrom, known.size()), "valueFrom"));
        if (!mounts.isEmpty()) {
            json.add("mountPoints", MountPoint.json(mounts));
        }
        check.ifPresent(asked -> json.add("healthCheck", asked.toJson()));
        if (!waitsFor.isEmpty()) {
            json.add("dependsOn", dependencies());
        }
        json.addProperty("readonlyRootFilesystem", disk.isReadonly());
        user.ifPresent(number -> json.addProperty("user", number));
        var linux = new JsonObject();
        if (initProcess) {
            linux.addProperty("initProcessEnabled", true);
        }
        disk.tmpfs().ifPresent(tmpfs -> linux.add("tmpfs", tmpfs));
        if (linux.size() > 0) {
            json.add("linuxParameters", linux);
        }
        json.addProperty("stopTimeout", stopTimeout.toSeconds());
        json.add("logConfiguration", logging(known.get(1)));
        return json;
    }

    private JsonArray dependencies() {
        var array = new JsonArray();
        for (var other : waitsFor) {
            var dependency = new JsonObject();
            dependency.addProperty("containerName", other);
            dependency.addProperty("condition", "SUCCESS");
            array.add(dependency);
        }
        return array;
    }

    /** Logs that can't be delivered are dropped; the service goes on. */
    private JsonObject logging(String group) {
        var options = new JsonObject();
        options.addProperty("awslogs-group", group);
        options.addProperty("awslogs-region", region);
        options.addProperty("awslogs-stream-prefix", name);
        options.addProperty("mode", "non-blocking");
        options.addProperty("max-buffer-size", "4m");
        var logging = new JsonObject();
        logging.addProperty("logDriver", "awslogs");
        logging.add("options", options);
        return logging;
    }

    private JsonArray portMappings(int port) {
        var mapping = new JsonObject();
        mapping.addProperty("name", name);
        mapping.addProperty("containerPort", port);
        mapping.addProperty("hostPort", port);
        mapping.addProperty("protocol", "tcp");
        var array = new JsonArray();
        array.add(mapping);
        return array;
    }

    private static JsonArray pairs(Map<String, ?> names, List<String> values, String key) {
        var array = new JsonArray();
        var value = values.iterator();
        for (var name : names.keySet()) {
            var pair = new JsonObject();
            pair.addProperty("name", name);
            pair.addProperty(key, value.next());
            array.add(pair);
        }
        return array;
    }

    private static JsonArray texts(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
