package groundwork.simulated.checks;

import static java.util.Objects.requireNonNullElse;

import groundwork.simulated.Existing;
import groundwork.simulated.Finding;
import groundwork.simulated.Place;
import groundwork.simulated.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A resource a rule lets pass, one it refuses, and what it then says. */
record RuleSample(String rule, Map<String, Object> described) {
    private static final List<String> FILES = List.of(
            "names.yaml",
            "network.yaml",
            "balancing.yaml",
            "compute.yaml",
            "data.yaml",
            "permissions.yaml",
            "edge.yaml",
            "operations.yaml");
    private static final String SUBJECT = "subject";

    static Stream<RuleSample> all() {
        return FILES.stream().flatMap(RuleSample::read);
    }

    List<String> saysOfTheFineOne() {
        return says("fine", List.of());
    }

    List<String> saysOfTheRefusedOne() {
        return says("refused", resources(described.get("refusedGiven")));
    }

    List<String> expected() {
        Object says = described.get("says");
        return says instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of(String.valueOf(says));
    }

    private List<String> says(String which, List<Map<String, Object>> more) {
        var subject = new TreeMap<>(described);
        subject.put("name", SUBJECT);
        subject.put("in", described.get(which));
        var resources = Stream.of(resources(described.get("given")), more, List.<Map<String, Object>>of(subject))
                .flatMap(List::stream)
                .toList();
        var urns = resources.stream().collect(Collectors.toMap(each -> (String) each.get("name"), RuleSample::urn));
        return Rules.judge(new World(
                        resources.stream().map(each -> existing(each, urns)).toList()))
                .stream()
                .filter(finding -> finding.rule().equals(rule) && finding.name().equals(SUBJECT))
                .map(RuleSample::text)
                .toList();
    }

    private static String text(Finding finding) {
        return (finding.path() + ": " + finding.message()).replaceAll("x{50,}", "LONG");
    }

    private static Existing existing(Map<String, Object> described, Map<String, String> urns) {
        var inputs = new TreeMap<String, Object>();
        map(described.get("in")).forEach((key, value) -> inputs.put(key, lengthened(value)));
        var after = requireNonNullElse((List<?>) described.get("after"), List.of());
        String name = (String) described.get("name");
        return new Existing(
                urn(described),
                (String) described.get("type"),
                name,
                "",
                Objects.toString(described.get("id"), name),
                inputs,
                inputs,
                after.stream().map(urns::get).collect(Collectors.toSet()),
                Place.in(Objects.toString(described.get("region"), Place.DEFAULT_REGION)),
                false);
    }

    private static Object lengthened(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(RuleSample::lengthened).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var lengthened = new TreeMap<String, Object>();
            map.forEach((key, inner) -> lengthened.put((String) key, lengthened(inner)));
            return lengthened;
        }
        return value instanceof String text && text.startsWith("LONG:")
                ? "x".repeat(Integer.parseInt(text.substring("LONG:".length())))
                : value;
    }

    private static String urn(Map<String, Object> described) {
        return "urn:pulumi:test::test::" + described.get("type") + "::" + described.get("name");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> resources(Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    private static Stream<RuleSample> read(String file) {
        try (InputStream text = RuleSample.class.getResourceAsStream("/groundwork/simulated/rules/" + file)) {
            List<Map<String, Object>> samples = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new ArrayList<>(samples).stream().map(sample -> new RuleSample((String) sample.get("rule"), sample));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return rule;
    }
}
