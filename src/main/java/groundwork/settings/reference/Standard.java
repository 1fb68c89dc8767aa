package groundwork.settings.reference;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import groundwork.settings.reader.Defaults;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Where a setting is, and what it is by default under each kind of environment. */
record Standard(String path, List<Column> columns) {
    private record Column(String kind, Defaults defaults) {
        Column at(String key) {
            return new Column(kind, defaults.at(key));
        }
    }

    static Standard root() {
        return new Standard(
                "",
                Stream.of("production", "staging", "preview")
                        .map(kind -> new Column(kind, Defaults.of(kind)))
                        .toList());
    }

    Standard at(String key) {
        return at(key, (path.isEmpty() ? "" : path + ".") + key);
    }

    /** Under every entry of a map. */
    Standard ofEntries() {
        return at("*", path + ".<name>");
    }

    /** In every element of a list. */
    Standard ofElements() {
        return new Standard(path + "[]", columns);
    }

    private Standard at(String key, String path) {
        return new Standard(path, columns.stream().map(column -> column.at(key)).toList());
    }

    boolean exists() {
        return values().findAny().isPresent();
    }

    /** The one value, where all kinds share it. */
    Optional<JsonElement> shared() {
        return values().distinct().count() == 1 ? values().findFirst() : Optional.empty();
    }

    String text() {
        return shared().map(Standard::plain).orElseGet(() -> values().distinct()
                .map(value -> plain(value) + " (" + kindsWith(value) + ")")
                .collect(joining(", ")));
    }

    private Stream<JsonElement> values() {
        return columns.stream().flatMap(column -> column.defaults().value().stream());
    }

    private String kindsWith(JsonElement value) {
        return columns.stream()
                .filter(column -> column.defaults().value().equals(Optional.of(value)))
                .map(Column::kind)
                .collect(joining(", "));
    }

    private static String plain(JsonElement value) {
        return value instanceof JsonArray list
                ? StreamSupport.stream(list.spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(joining(", ", "[", "]"))
                : value.getAsString();
    }
}
