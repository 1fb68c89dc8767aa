package groundwork.settings;

import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.service.ServiceSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What services can link to, each kind once: its block of the stack file, and the components that its entries become. */
public enum LinkKind {
    SERVICES(StackSettings::services, "compute:Service", "compute:ServiceAddress", "compute:AppRunnerService"),
    DATABASES(StackSettings::databases, "data:Postgres"),
    CACHES(StackSettings::caches, "data:Cache"),
    TABLES(StackSettings::tables, "data:Table"),
    QUEUES(StackSettings::queues, "messaging:Queue"),
    TOPICS(StackSettings::topics, "messaging:Topic"),
    BUCKETS(StackSettings::buckets, "storage:Bucket"),
    VOLUMES(StackSettings::volumes, "storage:Volume"),
    SECRETS(StackSettings::secrets, "secrets:Secret"),
    PARAMETERS(StackSettings::parameters, "secrets:Parameter"),
    EXTERNALS(StackSettings::externals);

    private final Function<StackSettings, Map<String, ? extends Linkable>> entries;
    private final Set<String> components;

    LinkKind(Function<StackSettings, Map<String, ? extends Linkable>> entries, String... components) {
        this.entries = entries;
        this.components = Set.of(components);
    }

    /** Its key in the stack file. */
    public String block() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Map<String, ? extends Linkable> entries(StackSettings settings) {
        return entries.apply(settings);
    }

    public static Optional<LinkKind> ofComponent(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.components.contains(type))
                .findFirst();
    }

    /** Everything that is declared, kind by kind. */
    public static Stream<Linkable> targets(StackSettings settings) {
        return Arrays.stream(values()).flatMap(kind -> kind.entries(settings).values().stream());
    }

    /** What is declared under a name; names are unique across kinds. */
    public static Optional<Linkable> target(String name, StackSettings settings) {
        return Arrays.stream(values())
                .flatMap(kind ->
                        Optional.<Linkable>ofNullable(kind.entries(settings).get(name)).stream())
                .findFirst();
    }

    /** What a link allows, whether it says so or leaves it open. */
    public static Optional<Access> access(LinkSettings link, ServiceSettings service, StackSettings settings) {
        return link.access()
                .or(() -> target(link.to(), settings).flatMap(target -> target.usualAccess(service.isWorker())));
    }
}
