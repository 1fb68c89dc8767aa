package groundwork.settings.rules.compute;

import groundwork.aws.TaskLimits;
import groundwork.settings.compute.AddedContainers;
import groundwork.settings.compute.ContainerSettings;
import groundwork.settings.compute.ImageName;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The containers of a task share its size and its ports, and have images to run. */
public record ContainerRules(Draft draft, String name, ServiceSettings service) {
    /** ECR takes 256 characters, with the names of system and stack before it. */
    private static final int LONGEST_REPOSITORY = 190;

    public void check() {
        if (draft.areSound("services", name, "size", "sidecars", "init", "port", "image", "files")) {
            serviceHasRoom("CPU units", service.size().cpu(), ContainerSettings::cpu);
            serviceHasRoom("MiB of memory", service.size().memory(), ContainerSettings::memory);
            containersFit("sidecars", service.sidecars());
            containersFit("init", service.before());
            addedContainersHaveTheirNames();
            taskTakesThem();
            imageIsPushed();
            service.image().ifPresent(image -> tagIsOfOneImage(image, draft.at("services", name, "image")));
            imagesArePushed("sidecars", service.sidecars());
            imagesArePushed("init", service.before());
        }
    }

    private void serviceHasRoom(
            String unit, int available, Function<ContainerSettings, Optional<Integer>> reservation) {
        int reserved = service.otherContainers()
                .flatMap(container -> reservation.apply(container).stream())
                .mapToInt(Integer::intValue)
                .sum();
        draft.at("services", name, "size")
                .unless(
                        reserved < available,
                        "sidecars and init containers reserve %d of %d %s and leave nothing for the service; "
                                + "increase size, or reserve less",
                        reserved,
                        available,
                        unit);
    }

    private void containersFit(String group, Map<String, ContainerSettings> containers) {
        containers.forEach((key, container) -> {
            var at = draft.at("services", name, group, key);
            at.unless(!key.equals(name), "has the name of the service; choose another");
            if (group.equals("sidecars") && container.port().isPresent()) {
                portIsFree(key, container, at);
            }
        });
    }

    private void addedContainersHaveTheirNames() {
        draft.at("services", name, "files")
                .unless(
                        service.files().isEmpty() || !isContainer(AddedContainers.FILES),
                        "are written by a container called files; rename the other of that name");
        draft.at("services", name)
                .unless(
                        !draft.settings().observability().tracing() || !isContainer(AddedContainers.TRACING),
                        "observability.tracing adds a container called %s; rename the other of that name",
                        AddedContainers.TRACING);
    }

    private void taskTakesThem() {
        int added = (service.files().isEmpty() ? 0 : 1)
                + (draft.settings().observability().tracing() ? 1 : 0);
        int all = 1 + service.sidecars().size() + service.init().size() + added;
        draft.at("services", name)
                .unless(
                        all <= TaskLimits.CONTAINERS,
                        "%d containers, those for files and tracing included: a task takes %d; remove sidecars or init containers",
                        all,
                        TaskLimits.CONTAINERS);
    }

    private boolean isContainer(String container) {
        return name.equals(container)
                || service.sidecars().containsKey(container)
                || service.init().containsKey(container);
    }

    private void portIsFree(String key, ContainerSettings container, Problems at) {
        at.at("port")
                .unless(
                        !container.port().equals(service.port()),
                        "%d is the port of the service, and containers of a task share their ports; choose another",
                        container.port().orElseThrow());
        service.sidecars().entrySet().stream()
                .filter(other -> other.getKey().compareTo(key) < 0)
                .filter(other -> other.getValue().port().equals(container.port()))
                .forEach(other -> at.at("port")
                        .add(
                                "%d is the port of sidecars.%s, and containers of a task share their ports; choose another",
                                container.port().orElseThrow(), other.getKey()));
    }

    private void imageIsPushed() {
        var image = service.image().map(ImageName::parse);
        if (image.isEmpty()) {
            draft.warnAt("services", name, "image").add("is not given; a placeholder runs until it is");
        } else if (image.get().isOwn() && !image.get().isPushed()) {
            draft.warnAt("services", name, "image")
                    .add(
                            "%s names no tag; a placeholder runs until it does, as in %s",
                            Found.quoted(image.get().repository()), image.get().repository() + ":1.0.0");
        }
    }

    private void tagIsOfOneImage(String text, Problems at) {
        var image = ImageName.parse(text);
        at.unless(
                !image.isOwn() || image.repository().length() <= LONGEST_REPOSITORY,
                "a repository name of %d characters; the stack's name comes before it, which leaves %d",
                image.repository().length(),
                LONGEST_REPOSITORY);
        at.unless(
                !image.isOwn()
                        || !image.tag().equals(":latest")
                        || !draft.settings().images().immutableTags(),
                "%s can be pushed only once, as images.immutableTags is true; choose a tag of each version, such as %s",
                Found.quoted(text),
                image.repository() + ":1.0.0");
    }

    private void imagesArePushed(String group, Map<String, ContainerSettings> containers) {
        containers.forEach((key, container) -> {
            var image = ImageName.parse(container.image());
            tagIsOfOneImage(container.image(), draft.at("services", name, group, key, "image"));
            draft.warnAt("services", name, group, key, "image")
                    .unless(
                            !image.isOwn() || image.isPushed(),
                            "%s names no tag; the container is left out until it does, as in %s",
                            Found.quoted(image.repository()),
                            image.repository() + ":1.0.0");
        });
    }
}
