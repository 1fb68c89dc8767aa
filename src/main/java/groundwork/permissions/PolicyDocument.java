package groundwork.permissions;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import java.util.List;

/** Statements as the JSON that AWS wants. */
public final class PolicyDocument {
    private static final String VERSION = "2012-10-17";

    private PolicyDocument() {}

    public static Output<String> of(List<Statement> statements) {
        return Output.all(statements.stream().map(Statement::toJson).toList()).applyValue(known -> {
            var array = new JsonArray();
            known.forEach(array::add);
            var document = new JsonObject();
            document.addProperty("Version", VERSION);
            document.add("Statement", array);
            return document.toString();
        });
    }
}
