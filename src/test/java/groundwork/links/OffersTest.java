package groundwork.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import groundwork.Stacks;
import groundwork.settings.StackText;
import groundwork.settings.rules.links.Offers;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What links are said to offer is what they give. */
class OffersTest {
    private static final String TARGETS =
            """
            "web": { "port": 80, "routes": ["/*"] }, "inner": { "port": 80 },
            "runner": { "platform": "app-runner", "port": 80, "routes": ["/*"] }
            """;

    private static final Map<String, String> OTHERS = Map.of(
            "databases", "{ \"db\": {}, \"aurora\": { \"engine\": \"aurora-postgres\" } }",
            "caches", "{ \"cache\": {} }",
            "queues", "{ \"jobs\": {} }",
            "topics", "{ \"news\": {} }",
            "buckets", "{ \"files\": {} }",
            "secrets", "{ \"key\": { \"generate\": 20 }, \"keys\": { \"keys\": [\"first_key\"] } }",
            "parameters", "{ \"level\": \"info\" }",
            "externals", "{ \"pay\": \"api.pay.example\" }");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web", "inner", "runner", "db", "aurora", "cache", "jobs", "news", "files", "key", "keys", "level",
                "pay"
            })
    void everythingOfferedIsGiven(String target) {
        var offered = new Offers(StackText.settings(settings())).of(target);
        var variables = new TreeSet<String>();
        offered.forEach(name -> variables.add("EXACT_" + name.replace('-', '_')));
        assertThat(variables).isNotEmpty();
        assertThat(given(target, offered)).containsAll(variables);
    }

    @Test
    void exactNamesComeBesidesTheUsualOnes() {
        assertThat(given("web", new TreeSet<>(List.of("public-url"))))
                .contains("EXACT_public_url", "WEB_URL", "WEB_HOST", "WEB_PORT", "WEB_PUBLIC_URL");
    }

    private static TreeSet<String> given(String target, Iterable<String> offered) {
        var variables = new StringBuilder();
        for (var name : offered) {
            variables.append(variables.isEmpty() ? "" : ", ");
            variables.append("\"EXACT_%s\": \"%s\"".formatted(name.replace('-', '_'), name));
        }
        var stack = Stacks.of("staging")
                .with(
                        "services",
                        "{ %s, \"app\": { \"image\": \"app:1\", \"links\": [{ \"to\": \"%s\", \"variables\": { %s } }] } }"
                                .formatted(TARGETS, target, variables));
        for (var other : OTHERS.entrySet()) {
            stack = stack.with(other.getKey(), other.getValue());
        }
        var container = JsonParser.parseString(stack.record()
                        .named("aws:ecs/taskDefinition:TaskDefinition", "app-task")
                        .text("containerDefinitions"))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        var names = new TreeSet<String>();
        for (var list : List.of("environment", "secrets")) {
            container
                    .getAsJsonArray(list)
                    .forEach(
                            pair -> names.add(pair.getAsJsonObject().get("name").getAsString()));
        }
        return names;
    }

    private static String settings() {
        var text = new StringBuilder("groundwork:services: { " + TARGETS.replace('\n', ' ') + " }\n");
        OTHERS.forEach((key, value) -> text.append("groundwork:" + key + ": " + value + "\n"));
        return text.toString();
    }
}
