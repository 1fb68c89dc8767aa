package groundwork;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import groundwork.offline.recording.Recorded;
import groundwork.values.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a resource must have, such as {@code rules[name=old].days = 7}; JSON that lies on the way is read. */
record Figure(String path, String value) {
    private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+|\\[[^\\]]+\\]");
    private static final Gson JSON = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    static List<Figure> of(String cell) {
        return Stream.of(cell.split("; (?=[^ ]+ = )"))
                .map(text -> text.split(" = ", 2))
                .map(parts -> new Figure(parts[0], parts[1]))
                .toList();
    }

    Optional<String> in(Recorded resource) {
        return Optional.ofNullable(at(resource.inputs(), path))
                .or(() -> Optional.ofNullable(at(resource.outputs(), path)))
                .map(Object::toString);
    }

    private static Object at(Object root, String path) {
        Object value = opened(root);
        for (String step : STEP.matcher(path).results().map(MatchResult::group).toList()) {
            value = opened(next(value, step.replaceAll("[\\[\\]]", "")));
        }
        return value;
    }

    private static Object next(Object value, String step) {
        if (value instanceof Map<?, ?> map) {
            return map.get(step);
        }
        if (!(value instanceof List<?> list)) {
            return null;
        }
        int equals = step.indexOf('=');
        if (equals < 0) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        String key = step.substring(0, equals);
        String wanted = step.substring(equals + 1);
        return list.stream()
                .filter(element -> says(at(element, key), wanted))
                .findFirst()
                .orElse(null);
    }

    private static boolean says(Object value, String wanted) {
        return value instanceof List<?> list ? list.contains(wanted) : wanted.equals(String.valueOf(value));
    }

    private static Object opened(Object value) {
        return Secret.unwrap(value) instanceof String text && text.matches("(?s)[\\[{].*")
                ? JSON.fromJson(text, Object.class)
                : Secret.unwrap(value);
    }
}
