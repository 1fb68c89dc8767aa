package groundwork.simulated.answers;

import groundwork.aws.ZoneLetters;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.simulated.shapes.Derived;
import groundwork.simulated.shapes.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers provider functions out of a table, and the few that take more than a table. */
public final class Functions {
    private static final Map<String, Shape> TABLE = Shape.table("simulated/functions.yaml");
    private static final String ZONES = "aws:index/getAvailabilityZones:getAvailabilityZones";
    private static final String POLICY = "aws:iam/getPolicyDocument:getPolicyDocument";
    private static final String DEFAULT_TAGS = "aws:index/getDefaultTags:getDefaultTags";

    private Functions() {}

    public static SortedMap<String, Object> call(String token, Map<String, Object> arguments, Place place) {
        var shape = Optional.ofNullable(TABLE.get(token)).orElseThrow(() -> new UnknownFunctionException(token));
        var answer = new TreeMap<>(arguments);
        var question = new Wanted(token + answer, token, token, answer, place);
        var derived = new Derived(question, shape.nameProperty(), answer);
        shape.outputs()
                .forEach((property, template) ->
                        answer.putIfAbsent(property, template.fill(question.urn() + property, derived::of)));
        switch (token) {
            case ZONES -> putZones(place, answer);
            case POLICY -> putPolicy(arguments, answer);
            case DEFAULT_TAGS -> answer.put("tags", place.tags());
            default -> ManagedPolicies.id(answer.get("name")).ifPresent(id -> answer.put("id", id));
        }
        return answer;
    }

    private static void putZones(Place place, Map<String, Object> answer) {
        var names = new ArrayList<Object>();
        var ids = new ArrayList<Object>();
        for (char letter : ZoneLetters.of(place.region()).toCharArray()) {
            names.add(place.region() + letter);
            ids.add(place.shortRegion() + "-az" + names.size());
        }
        answer.put("names", names);
        answer.put("zoneIds", ids);
        answer.put("groupNames", List.of(place.region()));
    }

    private static void putPolicy(Map<String, Object> arguments, Map<String, Object> answer) {
        String json = PolicyDocuments.json(arguments);
        answer.put("json", json);
        answer.put("minifiedJson", json);
    }
}
