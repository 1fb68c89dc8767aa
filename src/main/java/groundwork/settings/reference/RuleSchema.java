package groundwork.settings.reference;

import groundwork.settings.pack.Level;
import groundwork.settings.pack.RuleCatalog;
import java.util.Locale;
import java.util.stream.Stream;

/** What a stack file may say of the policy pack's rules. */
final class RuleSchema {
    private RuleSchema() {}

    static Json names() {
        return Json.object().with("enum", Json.texts(RuleCatalog.names()));
    }

    static Json changes() {
        var rules = Json.object();
        RuleCatalog.names().forEach(rule -> rules.with(rule, change(rule)));
        return Json.type("object").with("properties", rules).with("additionalProperties", false);
    }

    private static Json change(String rule) {
        var properties = Json.object().with("level", levels());
        RuleCatalog.parameters(rule)
                .entrySet()
                .forEach(parameter -> properties.with(parameter.getKey(), parameter.getValue()));
        var block = Json.type("object").with("properties", properties).with("additionalProperties", false);
        return Json.anyOf(levels(), block).with("description", RuleCatalog.description(rule));
    }

    private static Json levels() {
        return Json.object()
                .with(
                        "enum",
                        Json.texts(Stream.of(Level.values())
                                .map(level -> level.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
