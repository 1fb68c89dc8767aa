package groundwork.engine;

import groundwork.aws.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** A row of changes.yaml: what a stack file becomes, in one update or several. */
record StackChange(String name, List<Map<String, Object>> steps) {
    private static final String WANTED = System.getProperty("groundwork.changes");
    private static final Map<String, Map<String, Object>> TABLE = Table.read("engine/changes.yaml");
    private static final String NAMESPACE = "groundwork:";
    private static final String MOVE = " -> ";
    private static final Pattern SLICE = Pattern.compile("(\\d+)/(\\d+)");

    /**
     * Some; with {@code -Dgroundwork.changes=all} all, with {@code 2/9} the second ninth of them, else those whose names contain the
     * text.
     */
    static Stream<StackChange> wanted() {
        return WANTED == null ? in("telling") : wanted(WANTED, all().toList()).stream();
    }

    static List<StackChange> wanted(String wanted, List<StackChange> all) {
        var slice = SLICE.matcher(wanted);
        if (slice.matches()) {
            int number = Integer.parseInt(slice.group(1));
            int slices = Integer.parseInt(slice.group(2));
            return all.subList(all.size() * (number - 1) / slices, all.size() * number / slices);
        }
        return all.stream()
                .filter(change -> wanted.equals("all") || change.name().contains(wanted))
                .toList();
    }

    static Stream<StackChange> all() {
        return Stream.concat(in("telling"), in("others"));
    }

    /** Those that are refused before anything is touched. */
    static Stream<StackChange> refused() {
        return in("refused");
    }

    /** The stack files that follow from one, step by step. */
    List<String> from(String stackFile) {
        var files = new ArrayList<String>();
        Map<String, Object> file = new Yaml().load(stackFile);
        var config = block(file, "config");
        for (var step : steps) {
            step.forEach((path, value) -> apply(config, path, value));
            files.add(new Yaml().dump(file));
        }
        return files;
    }

    @SuppressWarnings("unchecked")
    private static Stream<StackChange> in(String section) {
        return TABLE.get(section).entrySet().stream()
                .map(row -> new StackChange(row.getKey(), (List<Map<String, Object>>) row.getValue()));
    }

    /** A null removes; {@code a.b -> a.c} moves, with all links, and adds what is said. */
    private static void apply(Map<String, Object> config, String path, Object value) {
        if (!path.contains(MOVE)) {
            put(config, path, value);
            return;
        }
        var from = path.split(MOVE)[0];
        var to = path.split(MOVE)[1];
        var moved = new LinkedHashMap<>(block(parent(config, from), last(from)));
        put(config, from, null);
        moved.putAll(cast(value));
        put(config, to, moved);
        config.replaceAll((key, block) -> withLinks(block, last(from), last(to)));
    }

    private static void put(Map<String, Object> config, String path, Object value) {
        var parent = parent(config, path);
        if (value == null) {
            parent.remove(last(path));
        } else {
            parent.put(last(path), value);
        }
    }

    private static Map<String, Object> parent(Map<String, Object> config, String path) {
        var parent = config;
        var keys = keys(path);
        for (var key : keys.subList(0, keys.size() - 1)) {
            parent = block(parent, key);
        }
        return parent;
    }

    private static String last(String path) {
        var keys = keys(path);
        return keys.get(keys.size() - 1);
    }

    private static List<String> keys(String path) {
        return List.of((NAMESPACE + path).split("\\."));
    }

    private static Map<String, Object> block(Map<String, Object> parent, String key) {
        parent.putIfAbsent(key, new LinkedHashMap<>());
        return cast(parent.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object block) {
        return (Map<String, Object>) block;
    }

    private static Object withLinks(Object value, String from, String to) {
        if (value instanceof Map<?, ?> map) {
            var changed = new LinkedHashMap<Object, Object>();
            map.forEach((key, inner) ->
                    changed.put(key, key.equals("links") ? linked(inner, from, to) : withLinks(inner, from, to)));
            return changed;
        }
        return value;
    }

    private static Object linked(Object links, String from, String to) {
        return ((List<?>) links)
                .stream()
                        .map(link -> link.equals(from)
                                ? to
                                : link instanceof Map<?, ?> map && from.equals(map.get("to")) ? renamed(map, to) : link)
                        .toList();
    }

    private static Object renamed(Map<?, ?> link, String to) {
        var renamed = new LinkedHashMap<Object, Object>(link);
        renamed.put("to", to);
        return renamed;
    }

    @Override
    public String toString() {
        return name;
    }
}
