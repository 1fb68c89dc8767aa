package groundwork.settings.rules;

import groundwork.settings.LinkKind;
import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.reader.Found;
import groundwork.settings.service.ServiceSettings.Deploy;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What something makes beside itself has a name of its own, which nothing of the same kind may have. */
final class SiblingRules {
    private final Draft draft;

    SiblingRules(Draft draft) {
        this.draft = draft;
    }

    void check() {
        draft.names(LinkKind.QUEUES)
                .forEach(name ->
                        keep(LinkKind.QUEUES, name, List.of(name + "-failed", name + "-dead-letters")::contains));
        draft.settings()
                .databases()
                .forEach((name, database) -> keep(LinkKind.DATABASES, name, replicas(name, database)));
        draft.settings().services().forEach((name, service) -> {
            if (service.routes().stream().anyMatch(route -> route.sticky().isPresent())) {
                keep(LinkKind.SERVICES, name, other -> other.startsWith(name + "-sticky-"));
            }
            if (service.deploy() == Deploy.BLUE_GREEN) {
                keep(LinkKind.SERVICES, name, (name + "-alternate")::equals);
            }
        });
    }

    private static Predicate<String> replicas(String name, DatabaseSettings database) {
        if (database.isAurora()) {
            return other -> IntStream.rangeClosed(1, 1 + database.readers())
                    .anyMatch(number -> other.equals(name + "-" + number));
        }
        return other -> database.readers() > 0
                && (other.equals(name + "-read")
                        || IntStream.rangeClosed(1, database.readers())
                                .anyMatch(number -> other.equals(name + "-replica-" + number)));
    }

    private void keep(LinkKind kind, String name, Predicate<String> isOwn) {
        draft.names(kind).stream().filter(isOwn).forEach(other -> draft.at(kind.block(), other)
                .add(
                        "%s is what %s.%s calls a part of its own; choose another name",
                        Found.quoted(other), kind.block(), name));
    }
}
