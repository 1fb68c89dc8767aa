package groundwork.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where a value lies inside a resource's properties, written {@code a.b[0].c}. */
public record Path(List<Object> steps) {
    /** Rules ask for the same few hundred paths of every resource. */
    private static final Map<String, Path> PARSED = new ConcurrentHashMap<>();

    public Path {
        steps = List.copyOf(steps);
    }

    public static Path parse(String text) {
        return PARSED.computeIfAbsent(text, Path::read);
    }

    private static Path read(String text) {
        var steps = new ArrayList<>();
        for (String part : text.split("\\.")) {
            int bracket = part.indexOf('[');
            String key = bracket < 0 ? part : part.substring(0, bracket);
            if (!key.isEmpty()) {
                steps.add(key);
            }
            for (int open = bracket; open >= 0; open = part.indexOf('[', open + 1)) {
                steps.add(Integer.parseInt(part.substring(open + 1, part.indexOf(']', open))));
            }
        }
        return new Path(steps);
    }

    /** The value at this path; secrets on the way are opened, one at the end is kept wrapped. */
    public Optional<Object> in(Object root) {
        Object value = root;
        boolean secret = false;
        for (Object step : steps) {
            secret |= value instanceof Secret;
            value = step(Secret.unwrap(value), step);
            if (value == null || value == Unknown.UNKNOWN) {
                return Optional.ofNullable(value);
            }
        }
        return Optional.of(secret ? Secret.of(value) : value);
    }

    private static Object step(Object value, Object step) {
        if (step instanceof Integer index) {
            return value instanceof List<?> list && index < list.size() ? list.get(index) : null;
        }
        return value instanceof Map<?, ?> map ? map.get(step) : null;
    }
}
