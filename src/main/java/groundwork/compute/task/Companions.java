package groundwork.compute.task;

import groundwork.compute.Images;
import groundwork.settings.compute.ContainerSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The containers of a task besides the main one, without those whose images are still to be pushed. */
record Companions(SortedMap<String, ContainerSettings> before, SortedMap<String, ContainerSettings> beside) {
    /** Nothing has to be done before a placeholder starts. */
    static Companions of(ServiceSettings service, Images images) {
        var before = images.isPlaceholder(service) ? new TreeMap<String, ContainerSettings>() : service.before();
        var beside = new TreeMap<>(service.sidecars());
        Stream.of(before, beside)
                .forEach(all -> all.values().removeIf(container -> !images.canBePulled(container.image())));
        return new Companions(before, beside);
    }

    Stream<String> images() {
        return Stream.concat(before.values().stream(), beside.values().stream()).map(ContainerSettings::image);
    }
}
