package groundwork.simulated.checks;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.aws.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstraintTableTest {
    private static final Map<String, List<String>> HELD = rows(ConstraintTable.text());

    @Test
    void nothingOnThePageIsOutOfDate() throws IOException {
        var page = rows(Files.readString(Path.of(ConstraintTable.PATH)));

        assertThat(page).hasSizeGreaterThan(100);
        page.forEach((type, held) -> assertThat(HELD.getOrDefault(type, List.of()))
                .as("%s; refresh the page with ./groundwork reference --write .", type)
                .containsAll(held));
    }

    @Test
    void whatIsNotCheckedIsOfTypesInTheTable() {
        Map<String, String> unchecked = Table.read("aws/unchecked.yaml");

        assertThat(HELD.keySet()).containsAll(unchecked.keySet());
    }

    /** By its type, each thing that a row says of it. */
    private static Map<String, List<String>> rows(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| `"))
                .collect(toMap(
                        line -> line.split("`")[1],
                        line -> List.of(line.split("\\|")[2].strip().split("[;,] (rules )?"))));
    }
}
