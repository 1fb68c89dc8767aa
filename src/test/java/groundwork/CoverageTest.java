package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.entry.Settings;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of docs/coverage.md: the setting is in the stack file, and the resource has the figure. */
class CoverageTest {
    private static final Path TABLES = Path.of("docs/coverage.md");
    private static final int CELLS = 5;

    /** Documents, and maps, that are whole only when the ids in them are known. */
    private static final Pattern WRITTEN_WITH_IDS = Pattern.compile(
            "containerDefinitions|item\\.body|[pP]olicy\\.|dashboardBody|target\\.input|runtimeEnvironmentVariables\\.");

    private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();

    /** What is asked for, the setting that says it, the stack file, the resource (or how many) and its figures. */
    record Row(String wish, String setting, String stack, String resource, String figures) {
        static Row of(String line) {
            var cells = Stream.of(line.substring(1).split("\\|"))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList();
            assertThat(cells).as(line).hasSize(CELLS);
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }

        boolean isCount() {
            return figures.startsWith("count = ");
        }

        void holdsIn(Recording recording) {
            if (isCount()) {
                assertThat(recording.ofType(resource))
                        .extracting(Recorded::name)
                        .hasSize(Integer.parseInt(figures.substring(8)));
                return;
            }
            var recorded = resourceIn(recording);
            for (var figure : Figure.of(figures)) {
                assertThat(figure.in(recorded))
                        .as(resource + " " + figure.path())
                        .hasValue(figure.value());
            }
        }

        boolean isKnownBeforeIds() {
            return !WRITTEN_WITH_IDS.matcher(figures).find();
        }

        private Recorded resourceIn(Recording recording) {
            var typeAndName = resource.split(" ");
            return recording.named(typeAndName[0], typeAndName[1]);
        }
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLES).stream()
                .filter(line -> line.startsWith("|") && line.contains(".yaml"))
                .map(Row::of)
                .toList();
    }

    static List<Row> rowsKnownBeforeIds() throws IOException {
        return rows().stream().filter(Row::isKnownBeforeIds).toList();
    }

    @Test
    void thereAreRows() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(400);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theStackFileSaysSo(Row row) {
        assertThat(READ.computeIfAbsent(row.stack(), CoverageTest::settingsOf))
                .anyMatch(path -> path.equals(row.setting())
                        || path.startsWith(row.setting() + ".")
                        || path.startsWith(row.setting() + "["));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theTopologyHasIt(Row row) {
        row.holdsIn(Stacks.file(row.stack(), Ids.KNOWN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsKnownBeforeIds")
    void theFirstPreviewHasItUnlessItIsWrittenWithIds(Row row) {
        row.holdsIn(Stacks.file(row.stack(), Ids.UNKNOWN));
    }

    private static Set<String> settingsOf(String stackFile) {
        var file = Path.of(stackFile).toAbsolutePath();
        var project = ProjectFile.in(file.getParent());
        var stack = file.getFileName().toString().split("\\.")[1];
        return Settings.read(project.with(stack, StackFile.load(file)))
                .effective()
                .keySet();
    }
}
