package groundwork.simulated;

import static java.util.Objects.requireNonNull;

import groundwork.values.Path;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A resource as the simulated AWS sees it when it judges it. What is unknown counts as absent; one that was adopted is
 * there already and is not judged.
 */
public record Existing(
        String urn,
        String type,
        String name,
        String parent,
        String id,
        Map<String, Object> inputs,
        Map<String, Object> outputs,
        Set<String> dependencies,
        Place place,
        boolean adopted) {
    private static final String EACH = "[*]";

    public Existing {
        requireNonNull(urn, "urn is null");
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        requireNonNull(parent, "parent is null");
        requireNonNull(id, "id is null");
        requireNonNull(place, "place is null");
        dependencies = Set.copyOf(dependencies);
    }

    /** Whether the property was given at all, be it unknown. */
    public boolean has(String path) {
        return Path.parse(path).in(inputs).isPresent();
    }

    public boolean isUnknown(String path) {
        return Path.parse(path)
                .in(inputs)
                .map(Secret::unwrap)
                .filter(Unknown.UNKNOWN::equals)
                .isPresent();
    }

    public Optional<Object> value(String path) {
        return Path.parse(path).in(inputs).map(Secret::unwrap).filter(value -> value != Unknown.UNKNOWN);
    }

    public Optional<String> text(String path) {
        return value(path).filter(String.class::isInstance).map(String.class::cast);
    }

    public Optional<Long> number(String path) {
        return value(path).flatMap(Existing::asNumber);
    }

    public boolean flag(String path) {
        return value(path).filter(Boolean.TRUE::equals).isPresent();
    }

    /** The elements of a list; none when it is absent or unknown. */
    public List<Object> list(String path) {
        return value(path)
                .filter(List.class::isInstance)
                .map(list -> ((List<?>) list)
                        .stream().map(Secret::unwrap).map(Object.class::cast).toList())
                .orElse(List.of());
    }

    /** The known texts of a list. */
    public List<String> texts(String path) {
        return list(path).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** A text, or a whole number as it is written. */
    public Optional<String> word(String path) {
        return text(path).or(() -> number(path).map(String::valueOf));
    }

    /** The paths of which {@code pattern} stands for several, by {@code [*]} for each element of a list. */
    public Stream<String> paths(String pattern) {
        int each = pattern.indexOf(EACH);
        if (each < 0) {
            return Stream.of(pattern);
        }
        var list = pattern.substring(0, each);
        return IntStream.range(0, list(list).size())
                .mapToObj(index -> list + "[" + index + "]" + pattern.substring(each + EACH.length()))
                .flatMap(this::paths);
    }

    private static Optional<Long> asNumber(Object value) {
        if (value instanceof Number number) {
            return Optional.of(number.longValue());
        }
        return value instanceof String text && text.matches("-?\\d{1,18}")
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }
}
