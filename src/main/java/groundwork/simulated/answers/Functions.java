package groundwork.simulated.answers;

import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.simulated.shapes.Derived;
import groundwork.simulated.shapes.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers provider functions out of a table. */
public final class Functions {
    private static final Map<String, Shape> TABLE = Shape.table("simulated/functions.yaml");

    private Functions() {}

    public static SortedMap<String, Object> call(String token, Map<String, Object> arguments, Place place) {
        var shape = Optional.ofNullable(TABLE.get(token)).orElseThrow(() -> new UnknownFunctionException(token));
        var answer = new TreeMap<>(arguments);
        var question = new Wanted(token + answer, token, token, answer, place);
        var derived = new Derived(question, shape.nameProperty(), answer);
        shape.outputs()
                .forEach((property, template) ->
                        answer.putIfAbsent(property, template.fill(question.urn() + property, derived::of)));
        return answer;
    }
}
