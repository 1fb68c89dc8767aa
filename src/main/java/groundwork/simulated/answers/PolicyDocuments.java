package groundwork.simulated.answers;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import groundwork.values.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON of an IAM policy, out of the statements a program describes. */
final class PolicyDocuments {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    private PolicyDocuments() {}

    static String json(Map<String, Object> arguments) {
        var statements = new ArrayList<Object>();
        for (Object statement : list(arguments.get("statements"))) {
            statements.add(statement((Map<?, ?>) statement));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("Version", arguments.getOrDefault("version", "2012-10-17"));
        document.put("Statement", statements);
        return JSON.toJson(document);
    }

    private static Map<String, Object> statement(Map<?, ?> described) {
        var statement = new LinkedHashMap<String, Object>();
        put(statement, "Sid", described.get("sid"));
        statement.put("Effect", described.containsKey("effect") ? described.get("effect") : "Allow");
        put(statement, "Action", described.get("actions"));
        put(statement, "NotAction", described.get("notActions"));
        put(statement, "Resource", described.get("resources"));
        put(statement, "NotResource", described.get("notResources"));
        put(statement, "Principal", principals(described.get("principals")));
        put(statement, "Condition", conditions(described.get("conditions")));
        return statement;
    }

    private static Object principals(Object described) {
        var principals = new TreeMap<String, Object>();
        for (Object principal : list(described)) {
            var each = (Map<?, ?>) principal;
            principals.put((String) each.get("type"), each.get("identifiers"));
        }
        return principals.isEmpty() ? null : principals;
    }

    private static Object conditions(Object described) {
        var conditions = new TreeMap<String, Map<String, Object>>();
        for (Object condition : list(described)) {
            var each = (Map<?, ?>) condition;
            conditions
                    .computeIfAbsent((String) each.get("test"), test -> new TreeMap<>())
                    .put((String) each.get("variable"), each.get("values"));
        }
        return conditions.isEmpty() ? null : conditions;
    }

    private static void put(Map<String, Object> statement, String key, Object value) {
        if (value != null && !(value instanceof List<?> none && none.isEmpty())) {
            statement.put(key, value);
        }
    }

    private static List<?> list(Object value) {
        return Secret.unwrap(value) instanceof List<?> list ? list : List.of();
    }
}
