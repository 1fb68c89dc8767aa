package groundwork.compute.task;

import static java.util.stream.Collectors.joining;

import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.core.Output;
import groundwork.settings.compute.AddedContainers;
import groundwork.settings.compute.Folders;
import groundwork.settings.units.FileText;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Text files that a container writes before the main one starts. Fargate mounts no single file, so each folder at the
 * root that has some is a volume.
 */
record TaskFiles(SortedMap<String, FileText> byPath) {
    TaskFiles(Map<String, FileText> byPath) {
        this(new TreeMap<>(byPath));
    }

    /** The container that writes them, where there are any. */
    Stream<String> container() {
        return byPath.isEmpty() ? Stream.empty() : Stream.of(AddedContainers.FILES);
    }

    List<TaskDefinitionVolumeArgs> inTask() {
        return volumes()
                .map(volume -> TaskDefinitionVolumeArgs.builder().name(volume).build())
                .toList();
    }

    List<MountPoint> points(boolean readOnly) {
        var folders = folders();
        var volume = volumes().iterator();
        return folders.stream()
                .map(folder -> new MountPoint(volume.next(), folder, readOnly))
                .toList();
    }

    SortedMap<String, Output<String>> variables() {
        var variables = new TreeMap<String, Output<String>>();
        var texts = List.copyOf(byPath.values());
        for (int i = 0; i < texts.size(); i++) {
            variables.put(variable(i), Output.of(texts.get(i).text()));
        }
        return variables;
    }

    List<String> command() {
        var paths = List.copyOf(byPath.keySet());
        var subfolders = paths.stream()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .distinct()
                .filter(folder -> !folders().contains(folder))
                .map(folder -> "mkdir -p " + folder);
        var files = IntStream.range(0, paths.size())
                .mapToObj(i -> "printf %%s \"$%s\" > %s".formatted(variable(i), paths.get(i)));
        return List.of("sh", "-c", Stream.concat(subfolders, files).collect(joining(" && ")));
    }

    /** No declared volume has a _ in its name. */
    private Stream<String> volumes() {
        return IntStream.rangeClosed(1, folders().size()).mapToObj(number -> AddedContainers.FILES + "_" + number);
    }

    private List<String> folders() {
        return byPath.keySet().stream().map(Folders::top).distinct().toList();
    }

    private static String variable(int index) {
        return "FILE_" + (index + 1);
    }
}
