package groundwork.links;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import groundwork.Stacks;
import groundwork.settings.LinkKind;
import groundwork.settings.StackSettings;
import groundwork.settings.StackText;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.Offer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What links are said to offer is what they give. */
class OffersTest {
    private static final String SERVICES =
            "\"web\": { \"port\": 80, \"routes\": [\"/*\"] }, \"inner\": { \"port\": 80 }, \"runner\": { \"platform\": \"app-runner\", \"port\": 80, \"routes\": [\"/*\"] }";

    private static final Map<String, String> BLOCKS = Map.ofEntries(
            Map.entry("services", "{ " + SERVICES + " }"),
            Map.entry("databases", "{ \"db\": {}, \"aurora\": { \"engine\": \"aurora-postgres\" } }"),
            Map.entry("caches", "{ \"cache\": {} }"),
            Map.entry("tables", "{ \"items\": { \"partitionKey\": \"id\" } }"),
            Map.entry("queues", "{ \"jobs\": {} }"),
            Map.entry("topics", "{ \"news\": {} }"),
            Map.entry("buckets", "{ \"files\": {} }"),
            Map.entry("secrets", "{ \"key\": { \"generate\": 20 }, \"keys\": { \"keys\": [\"first_key\"] } }"),
            Map.entry("parameters", "{ \"level\": \"info\" }"),
            Map.entry("externals", "{ \"pay\": \"api.pay.example\" }"));

    private static final StackSettings SETTINGS = StackText.settings(BLOCKS.entrySet().stream()
            .map(block -> "groundwork:%s: %s\n".formatted(block.getKey(), block.getValue()))
            .collect(joining()));

    static Stream<String> targets() {
        return LinkKind.all().stream().flatMap(kind -> kind.entries(SETTINGS).keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatIsOfferedIsWhatIsGiven(String target) {
        var offered = LinkKind.target(target, SETTINGS).orElseThrow().offers();
        var link = LinkSettings.of(target);
        var variables = new TreeSet<String>();
        offered.forEach(offer -> variables.add(link.variable(offer)));
        offered.forEach(offer -> variables.add("EXACT_" + offer.ending()));
        assertThat(given(target, offered)).filteredOn(OffersTest::isOfTheLink).containsExactlyElementsOf(variables);
    }

    private static boolean isOfTheLink(String variable) {
        return !variable.matches("PORT|PUBLIC_URL|DATABASE_URL|REDIS_URL");
    }

    @Test
    void everyKindIsLinkedTo() {
        assertThat(LinkKind.all())
                .filteredOn(kind -> kind.entries(SETTINGS).isEmpty())
                .containsExactly(LinkKind.VOLUMES);
    }

    @Test
    void everyComponentIsFoundByItsKind() {
        var recording = stack().record();
        for (var kind : LinkKind.all()) {
            kind.entries(SETTINGS).keySet().stream()
                    .filter(name -> kind != LinkKind.of("externals"))
                    .forEach(name -> assertThat(recording.resources())
                            .filteredOn(resource -> resource.name().equals(name))
                            .as(name)
                            .isNotEmpty()
                            .allSatisfy(resource -> assertThat(
                                            LinkKind.ofComponent(resource.type().replace("groundwork:", "")))
                                    .contains(kind)));
        }
    }

    @Test
    void exactNamesComeBesidesTheUsualOnes() {
        assertThat(given("web", List.of(Offer.PUBLIC_URL)))
                .contains("EXACT_PUBLIC_URL", "WEB_URL", "WEB_HOST", "WEB_PORT", "WEB_PUBLIC_URL");
    }

    private static Stacks stack() {
        var stack = Stacks.of("staging");
        for (var block : BLOCKS.entrySet()) {
            stack = stack.with(block.getKey(), block.getValue());
        }
        return stack;
    }

    private static List<String> given(String target, Collection<Offer> offered) {
        var exact = offered.stream()
                .map(offer -> "\"EXACT_%s\": \"%s\"".formatted(offer.ending(), offer))
                .collect(joining(", "));
        var app = "\"app\": { \"image\": \"app:1\", \"links\": [{ \"to\": \"%s\", \"variables\": { %s } }] }"
                .formatted(target, exact);
        var stack = stack().with("services", "{ %s, %s }".formatted(SERVICES, app));
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
        return List.copyOf(names);
    }
}
