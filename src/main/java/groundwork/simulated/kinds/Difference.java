package groundwork.simulated.kinds;

import groundwork.simulated.Wanted;
import groundwork.simulated.answers.SimulatedAws;
import groundwork.values.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a thing that stands differs from what is wanted: the changed properties, and those of them that AWS can't change in
 * place.
 */
public record Difference(SortedSet<String> changed, List<String> replacing, boolean deletesFirst) {
    private static final String TAGS = "tagsAll";

    public Difference {
        replacing = List.copyOf(replacing);
    }

    /** Between two sets of inputs; {@code automaticallyNamed} says that a new thing would get another name. */
    public static Difference of(
            Kind kind, Map<String, Object> before, Map<String, Object> after, boolean automaticallyNamed) {
        var changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(property -> isSame(property, before, after));
        var replacing = changed.stream().filter(kind::replacedBy).toList();
        boolean keepsItsName =
                kind.nameProperty().filter(name -> isSame(name, before, after)).isPresent();
        return new Difference(changed, replacing, !replacing.isEmpty() && !automaticallyNamed && keepsItsName);
    }

    /** Of a thing in AWS, whose tags are its own and those of its provider. */
    public static Difference of(Map<String, Object> inputs, Map<String, Object> outputs, Wanted wanted) {
        var before = new TreeMap<>(inputs);
        var after = new TreeMap<String, Object>(wanted.inputs());
        putTags(before, outputs);
        putTags(after, SimulatedAws.make(wanted).outputs());
        return of(Kind.of(wanted.type()), before, after, Naming.isAutomatic(wanted));
    }

    private static boolean isSame(String property, Map<String, Object> before, Map<String, Object> after) {
        return Objects.equals(open(before.get(property)), open(after.get(property)));
    }

    private static void putTags(Map<String, Object> properties, Map<String, Object> outputs) {
        Object tags = outputs.get(TAGS);
        if (Objects.nonNull(tags)) {
            properties.put(TAGS, tags);
        }
    }

    private static Object open(Object value) {
        Object inner = Secret.unwrap(value);
        if (inner instanceof Map<?, ?> map) {
            var opened = new TreeMap<String, Object>();
            map.forEach((key, element) -> opened.put((String) key, open(element)));
            return opened;
        }
        return inner instanceof List<?> list
                ? list.stream().map(Difference::open).toList()
                : inner;
    }
}
