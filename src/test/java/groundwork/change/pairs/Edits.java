package groundwork.change.pairs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.settings.LinkKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** What can be changed in a stack file: another value, one more or less, another name. */
record Edits(BaseStacks stacks, JsonObject config) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final List<String> NAMED =
            LinkKind.all().stream().map(LinkKind::block).toList();
    private static final String REGION = "aws:region";

    Arbitrary<Edit> any() {
        var kinds = new ArrayList<Tuple.Tuple2<Integer, Arbitrary<Edit>>>();
        add(kinds, 12, values());
        add(kinds, 2, additions());
        add(kinds, 2, removals());
        add(kinds, 3, renames());
        add(kinds, 1, moves());
        return Arbitraries.frequencyOf(kinds);
    }

    private static void add(List<Tuple.Tuple2<Integer, Arbitrary<Edit>>> kinds, int weight, List<List<Edit>> edits) {
        var some = edits.stream().filter(list -> !list.isEmpty()).toList();
        if (!some.isEmpty()) {
            kinds.add(Tuple.of(weight, Arbitraries.of(some).flatMap(Arbitraries::of)));
        }
    }

    /** By setting, so that one with many values is not chosen more often. */
    private List<List<Edit>> values() {
        var all = new ArrayList<List<Edit>>();
        all.add(Stream.of("us-east-1", "us-west-2", "eu-central-1")
                .map(region -> value(List.of(REGION), new JsonPrimitive(region)))
                .toList());
        config.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(Edit.NAMESPACE))
                .forEach(entry -> collect(
                        entry.getKey().substring(Edit.NAMESPACE.length()),
                        List.of(entry.getKey()),
                        entry.getValue(),
                        all));
        stacks.blocks().stream()
                .filter(block -> !config.has(Edit.NAMESPACE + block))
                .forEach(block -> all.add(stacks.values(block).stream()
                        .map(value -> value(List.of(Edit.NAMESPACE + block), value))
                        .toList()));
        return all;
    }

    private void collect(String general, List<String> path, JsonElement value, List<List<Edit>> all) {
        var edits = new ArrayList<Edit>();
        others(general, value).forEach(other -> edits.add(value(path, other)));
        if (!path.get(0).equals(Edit.NAMESPACE + "services") || path.size() > 2) {
            edits.add(new Edit.Value(path, Optional.empty()));
        }
        all.add(edits);
        if (value instanceof JsonObject block) {
            block.entrySet()
                    .forEach(entry ->
                            collect(general + "." + entry.getKey(), with(path, entry.getKey()), entry.getValue(), all));
            addMissing(general, path, block, all);
        }
    }

    /** Settings of the same block that other files have. */
    private void addMissing(String general, List<String> path, JsonObject block, List<List<Edit>> all) {
        Set<String> missing = new LinkedHashSet<>();
        if (!NAMED.contains(general)) {
            stacks.values(general).stream()
                    .filter(JsonObject.class::isInstance)
                    .forEach(other -> missing.addAll(((JsonObject) other).keySet()));
        }
        missing.removeAll(block.keySet());
        missing.forEach(key -> all.add(stacks.values(general + "." + key).stream()
                .map(value -> value(with(path, key), value))
                .toList()));
    }

    private Set<JsonElement> others(String general, JsonElement value) {
        var others = new LinkedHashSet<JsonElement>();
        if (value instanceof JsonPrimitive single) {
            others.addAll(others(single));
        } else if (value instanceof JsonArray list) {
            for (int index = 0; index < list.size(); index++) {
                var shorter = list.deepCopy();
                shorter.remove(index);
                others.add(shorter);
                for (var other : stacks.values(general + "[]")) {
                    var changed = list.deepCopy();
                    changed.set(index, other);
                    others.add(changed);
                }
            }
            for (var other : stacks.values(general + "[]")) {
                var longer = list.deepCopy();
                longer.add(other);
                others.add(longer);
            }
        }
        others.addAll(stacks.values(general));
        others.remove(value);
        return others;
    }

    private static List<JsonPrimitive> others(JsonPrimitive value) {
        var text = value.getAsString();
        if (value.isBoolean() || text.equals("true") || text.equals("false")) {
            return List.of(new JsonPrimitive(!Boolean.parseBoolean(text)));
        }
        var number = NUMBER.matcher(text);
        if (number.find() && number.group().length() < 6) {
            int was = Integer.parseInt(number.group());
            return Stream.of(was + 1, Math.max(0, was - 1), was * 2, was + 10)
                    .map(other -> value.isNumber()
                            ? new JsonPrimitive(other)
                            : new JsonPrimitive(
                                    text.substring(0, number.start()) + other + text.substring(number.end())))
                    .toList();
        }
        return List.of(new JsonPrimitive(text + "x"));
    }

    private List<List<Edit>> additions() {
        return NAMED.stream()
                .map(kind -> stacks.values(kind + ".any").stream()
                        .flatMap(entry -> Stream.concat(Stream.of(Optional.<String>empty()), users())
                                .map(user -> (Edit) new Edit.Added(kind, "added", entry, user)))
                        .toList())
                .toList();
    }

    private List<List<Edit>> removals() {
        return entries((kind, name) -> List.of(new Edit.Removed(kind, name)));
    }

    private List<List<Edit>> renames() {
        return entries((kind, name) ->
                List.of(new Edit.Renamed(kind, name, "renamed", true), new Edit.Renamed(kind, name, "renamed", false)));
    }

    private List<List<Edit>> moves() {
        return List.of(users().flatMap(Optional::stream)
                .flatMap(from -> users().flatMap(Optional::stream)
                        .filter(to -> !to.equals(from))
                        .map(to -> (Edit) new Edit.RouteMoved(from, to)))
                .toList());
    }

    private interface OfEntry {
        List<Edit> edits(String kind, String name);
    }

    private List<List<Edit>> entries(OfEntry made) {
        return NAMED.stream()
                .map(kind -> names(kind)
                        .flatMap(name -> made.edits(kind, name).stream())
                        .toList())
                .toList();
    }

    private Stream<Optional<String>> users() {
        return names("services").map(Optional::of);
    }

    private Stream<String> names(String kind) {
        return config.get(Edit.NAMESPACE + kind) instanceof JsonObject entries
                ? entries.keySet().stream()
                : Stream.of();
    }

    private static Edit value(List<String> path, JsonElement value) {
        return new Edit.Value(path, Optional.of(value));
    }

    private static List<String> with(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
