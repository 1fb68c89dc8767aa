package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.settings.Settings;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import groundwork.values.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of docs/coverage.md: the setting is in the stack file, and the resource has the figure. */
class CoverageTest {
    private static final Path TABLES = Path.of("docs/coverage.md");
    private static final int CELLS = 5;

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
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLES).stream()
                .filter(line -> line.startsWith("|") && line.contains(".yaml"))
                .map(Row::of)
                .toList();
    }

    @Test
    void thereAreRows() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theStackFileSaysSo(Row row) {
        var file = Path.of(row.stack());
        var folder = file.getParent() == null ? Path.of(".") : file.getParent();
        var stack = file.getFileName().toString().split("\\.")[1];
        var reading = Settings.read(
                ProjectFile.in(folder).name(), stack, ProjectFile.in(folder).with(StackFile.load(file)));
        assertThat(reading.effective().keySet())
                .anyMatch(path -> path.equals(row.setting())
                        || path.startsWith(row.setting() + ".")
                        || path.startsWith(row.setting() + "["));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theTopologyHasIt(Row row) {
        var recording = Stacks.file(row.stack(), Ids.KNOWN);
        var resource = row.resource().split(" ");
        if (row.isCount()) {
            assertThat(recording.ofType(resource[0]))
                    .extracting(Recorded::name)
                    .hasSize(Integer.parseInt(row.figures().substring(8)));
            return;
        }
        for (var figure : row.figures().split("; ")) {
            assertFigure(recording.named(resource[0], resource[1]), figure);
        }
    }

    private static void assertFigure(Recorded resource, String figure) {
        var parts = figure.split(" = ", 2);
        var value = Secret.unwrap(resource.get(parts[0])).toString();
        assertThat(value).as(resource.name() + " " + parts[0]).isEqualTo(parts[1]);
    }
}
