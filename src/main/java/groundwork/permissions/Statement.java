package groundwork.permissions;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One permission. A resource of {@code *} is possible only with a reason. */
public final class Statement {
    private final Effect effect;
    private final List<String> actions;
    private final List<Output<String>> resources;
    private final Map<String, Output<String>> principals;
    private final Map<String, Map<String, Output<String>>> conditions;

    private enum Effect {
        ALLOW("Allow"),
        DENY("Deny");

        private final String label;

        Effect(String label) {
            this.label = label;
        }
    }

    private Statement(
            Effect effect,
            List<String> actions,
            List<Output<String>> resources,
            Map<String, Output<String>> principals,
            Map<String, Map<String, Output<String>>> conditions) {
        this.effect = effect;
        this.actions = List.copyOf(actions);
        this.resources = List.copyOf(resources);
        this.principals = new TreeMap<>(principals);
        this.conditions = new TreeMap<>(conditions);
    }

    public static Statement allow(String... actions) {
        return new Statement(Effect.ALLOW, List.of(actions), List.of(), Map.of(), Map.of());
    }

    /** For the policy of a resource: nobody does this over a connection that others could read. */
    public static Statement denyWithoutTls(String... actions) {
        return new Statement(Effect.DENY, List.of(actions), List.of(), Map.of(), Map.of())
                .by("AWS", Output.of("*"))
                .when("Bool", "aws:SecureTransport", Output.of("false"));
    }

    public Statement on(Output<String> resource) {
        return on(List.of(resource));
    }

    public Statement on(List<Output<String>> these) {
        return new Statement(effect, actions, these, principals, conditions);
    }

    /** For the few actions that AWS can't scope; the reason is for whoever reads the code. */
    public Statement on(String pattern, String reason) {
        requireNonNull(reason, "reason is null");
        return on(List.of(Output.of(pattern)));
    }

    public Statement by(String kind, Output<String> who) {
        return new Statement(effect, actions, resources, Map.of(kind, who), conditions);
    }

    public Statement when(String test, String key, Output<String> value) {
        var more = new TreeMap<>(conditions);
        var tests = new TreeMap<>(more.getOrDefault(test, Map.of()));
        tests.put(key, value);
        more.put(test, tests);
        return new Statement(effect, actions, resources, principals, more);
    }

    public List<String> actions() {
        return actions;
    }

    Output<JsonObject> toJson() {
        var values = new ArrayList<Output<String>>(resources);
        values.addAll(principals.values());
        conditions.values().forEach(tests -> values.addAll(tests.values()));
        return Output.all(values).applyValue(known -> json(known.iterator()));
    }

    private JsonObject json(Iterator<String> known) {
        var json = new JsonObject();
        json.addProperty("Effect", effect.label);
        json.add("Action", array(actions));
        var on = new ArrayList<String>();
        resources.forEach(resource -> on.add(known.next()));
        if (!on.isEmpty()) {
            json.add("Resource", array(on));
        }
        if (!principals.isEmpty()) {
            json.add("Principal", object(principals.keySet(), known));
        }
        if (!conditions.isEmpty()) {
            var all = new JsonObject();
            conditions.forEach((test, tests) -> all.add(test, object(tests.keySet(), known)));
            json.add("Condition", all);
        }
        return json;
    }

    private static JsonArray array(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static JsonObject object(Iterable<String> keys, Iterator<String> known) {
        var object = new JsonObject();
        keys.forEach(key -> object.addProperty(key, known.next()));
        return object;
    }
}
