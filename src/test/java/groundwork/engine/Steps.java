package groundwork.engine;

import static java.util.stream.Collectors.toCollection;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a preview says an update would do, resource by resource. */
record Steps(List<Step> all) {
    /** One operation on one resource, because of some properties. */
    record Step(String operation, String type, String name, List<String> properties) {
        @Override
        public String toString() {
            return operation + " " + type + " " + name;
        }
    }

    static Steps parse(String json) {
        var steps = new ArrayList<Step>();
        var document = JsonParser.parseString(json).getAsJsonObject();
        document.getAsJsonArray("steps").forEach(step -> steps.add(step(step.getAsJsonObject())));
        return new Steps(List.copyOf(steps));
    }

    /** Everything but what stays as it is. */
    SortedSet<String> changes() {
        return all.stream()
                .filter(step -> !step.operation().equals("same"))
                .map(Step::toString)
                .collect(toCollection(TreeSet::new));
    }

    SortedSet<String> operations() {
        return all.stream().map(Step::operation).collect(toCollection(TreeSet::new));
    }

    private static Step step(JsonObject step) {
        var urn = step.get("urn").getAsString().split("::", 4);
        String type = urn[2].substring(urn[2].lastIndexOf('$') + 1);
        var properties = new TreeSet<String>();
        if (step.get("diffReasons") instanceof JsonArray reasons) {
            reasons.forEach(reason -> properties.add(reason.getAsString()));
        }
        return new Step(step.get("op").getAsString(), type, urn[3], List.copyOf(properties));
    }
}
