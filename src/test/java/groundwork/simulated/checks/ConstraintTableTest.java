package groundwork.simulated.checks;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.aws.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstraintTableTest {
    @Test
    void thePageSaysWhatIsHeldAndNothingElse() throws IOException {
        assertThat(Files.readString(Path.of(ConstraintTable.PATH)))
                .as("refresh the page with ./groundwork reference --write .")
                .isEqualTo(ConstraintTable.text());
    }

    @Test
    void whatIsNotCheckedIsOfTypesInTheTable() {
        Map<String, String> unchecked = Table.read("aws/unchecked.yaml");

        assertThat(types(ConstraintTable.text())).containsAll(unchecked.keySet());
    }

    private static Set<String> types(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`")[1])
                .collect(toSet());
    }
}
