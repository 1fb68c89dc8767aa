package groundwork.change.steps;

import groundwork.offline.recording.Recorded;
import groundwork.values.Path;
import groundwork.values.Secret;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Inputs in which whatever the program ignores is as it was. */
final class Ignoring {
    private Ignoring() {}

    static SortedMap<String, Object> changes(Recorded asked, Map<String, Object> before) {
        Map<String, Object> inputs = asked.inputs();
        for (var path : asked.ignoreChanges()) {
            inputs = reset(inputs, before, Path.parse(path).steps());
        }
        return new TreeMap<>(inputs);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> reset(Map<String, Object> now, Map<String, Object> before, List<Object> path) {
        var key = path.get(0).toString();
        var reset = new TreeMap<>(now);
        if (path.size() > 1
                && Secret.unwrap(now.get(key)) instanceof Map<?, ?> deeper
                && Secret.unwrap(before.get(key)) instanceof Map<?, ?> deeperBefore) {
            reset.put(
                    key,
                    reset(
                            (Map<String, Object>) deeper,
                            (Map<String, Object>) deeperBefore,
                            path.subList(1, path.size())));
        } else if (before.containsKey(key)) {
            reset.put(key, before.get(key));
        } else {
            reset.remove(key);
        }
        return reset;
    }
}
