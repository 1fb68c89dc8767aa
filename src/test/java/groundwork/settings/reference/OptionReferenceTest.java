package groundwork.settings.reference;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.aws.Table;
import groundwork.settings.LeafSetting;
import groundwork.settings.StackText;
import groundwork.settings.marks.Setting;
import groundwork.settings.reader.Shape;
import groundwork.settings.text.Scalar;
import groundwork.settings.text.YamlTree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptionReferenceTest {
    private static final List<Integer> COLUMNS = List.of(2, 3, 4);
    private static final Pattern PLACEHOLDER = Pattern.compile("…|<account>");
    private static final List<String> ROWS = OptionReference.text()
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();

    static Stream<LeafSetting> settings() {
        return LeafSetting.all();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingSaysWhatItIsAndCosts(LeafSetting setting) {
        var about = setting.field().about();
        assertThat(about.example()).as("example").isNotBlank();
        assertThat(about.cost()).as("cost").isNotBlank();
        var meaning = setting.field().name() + "` | " + about.value() + ". ";
        var example = "| `%s` |".formatted(about.example().replace("|", "\\|"));
        assertThat(ROWS).anyMatch(row -> row.contains(meaning) && row.endsWith(example));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatCostsIsInTheSecondTable(LeafSetting setting) {
        var about = setting.field().about();
        var effects = "` | %s | ".formatted(about.cost());
        if (!about.cost().equals(Setting.NOTHING)) {
            assertThat(ROWS).anyMatch(row -> row.contains(setting.field().name() + effects));
        }
        assertThat(ROWS).noneMatch(row -> row.endsWith("| nothing | nothing |"));
    }

    @Test
    void whatAChangeReplacesIsInTheSecondTable() {
        assertThat(ROWS)
                .anyMatch(row -> row.startsWith("| `queues.<name>.fifo` | ") && row.contains(" | sqs.Queue, "))
                .anyMatch(row -> row.startsWith("| `system` | nothing | nearly everything, "));
    }

    @Test
    void everySettingThatReplacesSomethingIsASetting() {
        Map<String, List<String>> table = Table.read("replaces.yaml");
        assertThat(table.keySet())
                .allSatisfy(setting -> assertThat(ROWS).anyMatch(row -> row.startsWith("| `" + setting + "` | ")));
    }

    @Test
    void noCellIsEmpty() {
        assertThat(ROWS)
                .allSatisfy(
                        row -> assertThat(row.split("(?<!\\\\)\\|").length - 1).isIn(COLUMNS))
                .noneMatch(row -> row.contains("|  |"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void examplesCanBeWritten(LeafSetting setting) {
        var example = setting.field().about().example();
        if (!PLACEHOLDER.matcher(example).find()) {
            assertThat(StackText.problemsAt(setting, YamlTree.parse(example, "example")))
                    .noneMatch(problem -> problem.contains("write "));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void timesAreWrittenAsSettingsShowThem(LeafSetting setting) {
        if (setting.shape() instanceof Shape.Leaf leaf && leaf.scalar().type() == Duration.class) {
            var bounds = setting.field().between().orElseThrow();
            assertThat(List.of(setting.field().about().example(), bounds.min(), bounds.max()))
                    .allSatisfy(time -> assertThat(time).isEqualTo(canonical(leaf.scalar(), time)));
        }
    }

    private static String canonical(Scalar<?> scalar, String text) {
        return scalar.text(scalar.parse(text));
    }
}
