package groundwork.settings.reader;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import groundwork.settings.marks.Checked;
import groundwork.settings.problems.Nearest;
import groundwork.settings.problems.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads a settings record out of JSON and tells of everything that is wrong with it. What is broken is replaced by its default, or
 * dropped, so that reading can go on; an empty result could be neither read nor replaced.
 */
public final class RecordReader {
    private final Map<String, Effective> effective = new HashMap<>();

    public <R extends Record> Optional<R> read(Class<R> type, JsonObject json, String kind, Problems problems) {
        return block(Block.of(type), json, Place.root(kind, problems)).map(type::cast);
    }

    /** Every value that holds, by the full path of its setting. */
    public Map<String, Effective> effective() {
        return Collections.unmodifiableMap(effective);
    }

    private Optional<Object> block(Block block, JsonObject json, Place place) {
        json.keySet().stream()
                .filter(key -> !block.names().contains(key))
                .forEach(key -> place.problems().at(key).add("%s", unknown(key, block, place)));
        return build(
                block,
                place,
                field -> json.has(field.name())
                        ? given(field, json.get(field.name()), place.at(field.name()))
                        : absent(field, place.at(field.name())));
    }

    private Optional<Object> shortForm(Block block, Field form, JsonElement json, Place place) {
        return build(
                block,
                place,
                field -> field.equals(form)
                        ? given(field, json, place.standingFor(field))
                        : absent(field, place.at(field.name())));
    }

    private Optional<Object> build(Block block, Place place, Function<Field, Optional<Object>> reader) {
        var values = new ArrayList<Object>();
        block.fields().forEach(field -> reader.apply(field)
                .or(() -> place.isRoot() ? standIn(field.shape()) : Optional.empty())
                .ifPresent(values::add));
        if (values.size() < block.fields().size()) {
            return Optional.empty();
        }
        var created = block.create(values);
        if (created instanceof Checked checked && place.problems().none()) {
            checked.check(place.problems());
        }
        return Optional.of(created);
    }

    /** A text that the whole stack lacks is told of; the rules are held against the rest all the same. */
    private static Optional<Object> standIn(Shape shape) {
        return shape instanceof Shape.Leaf leaf && leaf.scalar().type() == String.class
                ? Optional.of("x")
                : Optional.empty();
    }

    private Optional<Object> given(Field field, JsonElement json, Place place) {
        return value(field.shape(), field, json, place).or(() -> absent(field, place.silent()));
    }

    private Optional<Object> absent(Field field, Place place) {
        var standard = place.defaults().value();
        if (standard.isPresent()) {
            return value(field.shape(), field, standard.get(), place.ofDefaults());
        }
        if (field.shape() instanceof Shape.Group group) {
            return block(group.block(), new JsonObject(), place);
        }
        var empty = field.shape().whenAbsent();
        if (empty.isEmpty()) {
            place.problems().add("is missing; give %s", field.wanted(field.shape()));
        }
        return empty;
    }

    private Optional<Object> value(Shape shape, Field field, JsonElement json, Place place) {
        if (json.isJsonNull()) {
            return broken(place, "has no value; give %s, or remove it", field.wanted(shape));
        }
        if (Secure.is(json) && !Secure.fits(shape)) {
            return broken(place, "can't be encrypted; only secrets and tokens can");
        }
        if (shape instanceof Shape.Maybe maybe) {
            return value(maybe.content(), field, json, place).map(Optional::of);
        }
        if (shape instanceof Shape.Leaf leaf) {
            return leaf(leaf, field, json, place);
        }
        if (shape instanceof Shape.Free) {
            note(place, json.isJsonPrimitive() ? json.getAsString() : json.toString());
            return Optional.of(json);
        }
        if (shape instanceof Shape.Many many && json instanceof JsonArray list) {
            return many(many, field, list, place);
        }
        if (shape instanceof Shape.Named named && json instanceof JsonObject entries) {
            return named(named, field, entries, place);
        }
        if (shape instanceof Shape.Group group && group.block().takes(json)) {
            return group(group.block(), json, place.hiding(group.block().holdsSecrets()));
        }
        return broken(place, "found %s: write %s", place.shown(shape, json), field.wanted(shape));
    }

    private Optional<Object> leaf(Shape.Leaf leaf, Field field, JsonElement json, Place place) {
        var value = LeafReader.read(leaf, field, json, place);
        value.ifPresent(read -> note(place, leaf.scalar().text(read)));
        return value;
    }

    private Optional<Object> group(Block block, JsonElement json, Place place) {
        return json instanceof JsonObject keys && !Secure.is(json)
                ? block(block, keys, place)
                : shortForm(block, block.shortForm().orElseThrow(), json, place);
    }

    private Optional<Object> many(Shape.Many many, Field field, JsonArray list, Place place) {
        var values = new ArrayList<Object>();
        for (int index = 0; index < list.size(); index++) {
            element(many.element(), field, list.get(index), place.at(index)).ifPresent(values::add);
        }
        if (many.element() instanceof Shape.Leaf leaf) {
            note(place, values.stream().map(leaf.scalar()::text).toList().toString());
            isEachOnce(field, values, place);
        }
        return values.size() == list.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private static void isEachOnce(Field field, List<Object> values, Place place) {
        for (int index = 0; index < values.size() && !field.repeats(); index++) {
            place.at(index).problems().unless(values.indexOf(values.get(index)) == index, "is listed twice; remove it");
        }
    }

    private Optional<Object> element(Shape shape, Field field, JsonElement json, Place place) {
        return shape instanceof Shape.Leaf leaf && !json.isJsonNull() && !Secure.is(json)
                ? LeafReader.read(leaf, field, json, place)
                : value(shape, field, json, place);
    }

    private Optional<Object> named(Shape.Named named, Field field, JsonObject entries, Place place) {
        var values = new TreeMap<String, Object>();
        for (var entry : entries.entrySet()) {
            var at = place.at(entry.getKey());
            var fault = field.keyFault(entry.getKey());
            fault.ifPresent(message -> at.problems().add("%s", message));
            value(named.entry(), field, entry.getValue(), at)
                    .filter(read -> fault.isEmpty())
                    .ifPresent(read -> values.put(entry.getKey(), read));
        }
        return Optional.of(Collections.unmodifiableMap(values));
    }

    private static Optional<Object> broken(Place place, String message, Object... arguments) {
        place.problems().add(message, arguments);
        return Optional.empty();
    }

    private static String unknown(String key, Block block, Place place) {
        return Nearest.to(key, block.names())
                .map(name -> "unknown setting; did you mean \"%s\"?".formatted(Problems.join(place.path(), name)))
                .orElseGet(() -> "unknown setting; known here are " + String.join(", ", block.names()));
    }

    private void note(Place place, String text) {
        effective.put(place.path(), new Effective(text, place.origin()));
    }
}
