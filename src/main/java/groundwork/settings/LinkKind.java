package groundwork.settings;

import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.marks.LinkTargets;
import groundwork.settings.service.ServiceSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What services can link to: the blocks of {@link StackSettings} that are marked as {@link LinkTargets}, in their order.
 * The constants are those that rules of their own speak of.
 */
public final class LinkKind implements Comparable<LinkKind> {
    private static final List<LinkKind> ALL = read();
    public static final LinkKind SERVICES = of("services");
    public static final LinkKind DATABASES = of("databases");
    public static final LinkKind CACHES = of("caches");
    public static final LinkKind QUEUES = of("queues");
    public static final LinkKind VOLUMES = of("volumes");
    public static final LinkKind SECRETS = of("secrets");
    public static final LinkKind PARAMETERS = of("parameters");

    private final int place;
    private final RecordComponent block;
    private final Set<String> components;

    private LinkKind(int place, RecordComponent block) {
        this.place = place;
        this.block = block;
        components = Set.of(block.getAnnotation(LinkTargets.class).value());
    }

    private static List<LinkKind> read() {
        var blocks = Arrays.stream(StackSettings.class.getRecordComponents())
                .filter(block -> block.isAnnotationPresent(LinkTargets.class))
                .toList();
        return IntStream.range(0, blocks.size())
                .mapToObj(place -> new LinkKind(place, blocks.get(place)))
                .toList();
    }

    public static List<LinkKind> all() {
        return ALL;
    }

    public static LinkKind of(String block) {
        return ALL.stream()
                .filter(kind -> kind.block().equals(block))
                .findFirst()
                .orElseThrow();
    }

    /** Its key in the stack file. */
    public String block() {
        return block.getName();
    }

    @SuppressWarnings("unchecked")
    public Map<String, ? extends Linkable> entries(StackSettings settings) {
        try {
            return (Map<String, ? extends Linkable>) block.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    public static Optional<LinkKind> ofComponent(String type) {
        return ALL.stream().filter(kind -> kind.components.contains(type)).findFirst();
    }

    /** The kind of each entry; names are unique across kinds. */
    public static SortedMap<String, LinkKind> byName(StackSettings settings) {
        var kinds = new TreeMap<String, LinkKind>();
        ALL.forEach(kind -> kind.entries(settings).keySet().forEach(name -> kinds.put(name, kind)));
        return kinds;
    }

    /** Everything that is declared, kind by kind. */
    public static Stream<Linkable> targets(StackSettings settings) {
        return ALL.stream().flatMap(kind -> kind.entries(settings).values().stream());
    }

    /** What is declared under a name. */
    public static Optional<Linkable> target(String name, StackSettings settings) {
        return ALL.stream()
                .flatMap(kind ->
                        Optional.<Linkable>ofNullable(kind.entries(settings).get(name)).stream())
                .findFirst();
    }

    /** What a link allows, whether it says so or leaves it open. */
    public static Optional<Access> access(LinkSettings link, ServiceSettings service, StackSettings settings) {
        return link.access()
                .or(() -> target(link.to(), settings).flatMap(target -> target.usualAccess(service.isWorker())));
    }

    @Override
    public int compareTo(LinkKind other) {
        return Integer.compare(place, other.place);
    }

    @Override
    public String toString() {
        return block();
    }
}
