package groundwork.simulated.rules;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.annotations.Import;
import groundwork.aws.Choice;
import groundwork.aws.ListLimit;
import groundwork.aws.NumberRange;
import groundwork.aws.PhysicalName;
import groundwork.simulated.Existing;
import groundwork.simulated.Finding;
import groundwork.simulated.Place;
import groundwork.simulated.World;
import groundwork.simulated.checks.Rules;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the tables of AWS's limits holds. */
class TablesTest {
    @ParameterizedTest
    @MethodSource("groundwork.aws.NumberRange#values")
    void numbersAreHeldToTheirRange(NumberRange range) {
        assertThat(refusals(range.type(), range.property(), range.lowest(), RangeRules.NUMBER))
                .isEmpty();
        assertThat(refusals(range.type(), range.property(), range.highest(), RangeRules.NUMBER))
                .isEmpty();
        assertThat(refusals(range.type(), range.property(), range.lowest() - 1, RangeRules.NUMBER))
                .hasSize(1);
        assertThat(refusals(range.type(), range.property(), range.highest() + 1, RangeRules.NUMBER))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("groundwork.aws.Choice#all")
    void wordsAreHeldToTheirChoices(Choice choice) {
        for (var word : choice.words()) {
            assertThat(refusals(choice.type(), choice.property(), word, ChoiceRules.NAME))
                    .isEmpty();
        }
        assertThat(refusals(choice.type(), choice.property(), "something-else", ChoiceRules.NAME))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("groundwork.aws.NumberRange#lengths")
    void textsAreHeldToTheirLength(NumberRange range) {
        var longest = "x".repeat((int) range.highest());

        assertThat(refusals(range.type(), range.property(), longest, RangeRules.LENGTH))
                .isEmpty();
        assertThat(refusals(range.type(), range.property(), longest + "x", RangeRules.LENGTH))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("groundwork.aws.ListLimit#all")
    void listsAreHeldToTheirLength(ListLimit limit) {
        assertThat(refusals(limit.type(), limit.property(), nCopies(limit.most(), "a"), RangeRules.COUNT))
                .isEmpty();
        assertThat(refusals(limit.type(), limit.property(), nCopies(limit.most() + 1, "a"), RangeRules.COUNT))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowsSpeakOfPropertiesThatThereAre(Map.Entry<String, String> row) throws ClassNotFoundException {
        var type = row.getKey().split("[:/]");
        Class<?> arguments = Class.forName("com.pulumi.aws." + type[1] + "." + type[3] + "Args");
        for (var property : row.getValue().split("\\.")) {
            var name = property.replace("[*]", "");
            var field = Stream.of(arguments.getDeclaredFields())
                    .filter(each -> each.isAnnotationPresent(Import.class)
                            && each.getAnnotation(Import.class).name().equals(name))
                    .findFirst();
            assertThat(field).as("%s of %s", name, arguments).isPresent();
            arguments = inside(field.get().getGenericType());
        }
    }

    /** The arguments that a property takes, be they in an output or a list. */
    private static Class<?> inside(Type type) {
        if (type instanceof ParameterizedType several) {
            return inside(several.getActualTypeArguments()[several.getActualTypeArguments().length - 1]);
        }
        return type instanceof Class<?> one ? one : Object.class;
    }

    private static Stream<Map.Entry<String, String>> rows() {
        return Stream.of(
                        NumberRange.values().stream().map(range -> Map.entry(range.type(), range.property())),
                        NumberRange.lengths().stream().map(range -> Map.entry(range.type(), range.property())),
                        ListLimit.all().stream().map(limit -> Map.entry(limit.type(), limit.property())),
                        Choice.all().stream().map(choice -> Map.entry(choice.type(), choice.property())),
                        PhysicalName.all().stream().map(name -> Map.entry(name.type(), name.property())))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws:kms/alias:Alias name",
                "aws:iam/policy:Policy name",
                "aws:backup/vault:Vault name",
                "aws:wafv2/webAcl:WebAcl name",
                "aws:ecs/service:Service name",
                "aws:scheduler/schedule:Schedule name"
            })
    void oneNameIsOfOneThing(String subject) {
        var type = subject.split(" ")[0];
        var property = subject.split(" ")[1];
        var world = new World(List.of(
                existing("first", type, Map.of(property, "shop"), "us-east-1"),
                existing("second", type, Map.of(property, "shop"), "us-east-1")));

        assertThat(Rules.judge(world)).extracting(Finding::message).contains("\"shop\" is already the name of first");
    }

    @Test
    void namesOfTheAccountAreTakenInEveryRegionAndOthersOnlyInTheirs() {
        assertThat(clashesAcrossRegions("aws:iam/role:Role")).isTrue();
        assertThat(clashesAcrossRegions("aws:sqs/queue:Queue")).isFalse();
    }

    @Test
    void servicesOfTwoClustersMayHaveOneName() {
        var world = new World(List.of(
                existing("first", "aws:ecs/service:Service", Map.of("name", "app", "cluster", "one"), "us-east-1"),
                existing("second", "aws:ecs/service:Service", Map.of("name", "app", "cluster", "two"), "us-east-1")));

        assertThat(Rules.judge(world)).extracting(Finding::rule).doesNotContain("name-once");
    }

    private static boolean clashesAcrossRegions(String type) {
        var world = new World(List.of(
                existing("first", type, Map.of("name", "shop"), "us-east-1"),
                existing("second", type, Map.of("name", "shop"), "eu-west-1")));
        return Rules.judge(world).stream().anyMatch(finding -> finding.rule().equals("name-once"));
    }

    private static List<Finding> refusals(String type, String property, Object value, String rule) {
        var resource = existing("subject", type, inputs(property, value), "us-east-1");
        return Rules.judge(new World(List.of(resource))).stream()
                .filter(finding -> finding.rule().equals(rule) && finding.path().equals(property.replace("[*]", "[0]")))
                .toList();
    }

    /** Of {@code a.b[*].c} and 1: {@code {a: {b: [{c: 1}]}}}. */
    private static Map<String, Object> inputs(String property, Object value) {
        int dot = property.indexOf('.');
        var first = dot < 0 ? property : property.substring(0, dot);
        Object inside = dot < 0 ? value : inputs(property.substring(dot + 1), value);
        return first.endsWith("[*]")
                ? Map.of(first.substring(0, first.length() - 3), List.of(inside))
                : Map.of(first, inside);
    }

    private static Existing existing(String name, String type, Map<String, Object> inputs, String region) {
        return new Existing("urn:" + name, type, name, "", name, inputs, inputs, Set.of(), Place.in(region), false);
    }
}
