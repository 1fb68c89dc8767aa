package groundwork;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents refer to what is there, and the index of decisions is complete. */
class DocsTest {
    private static final Path DECISIONS = Path.of("docs/decisions");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(#[^)]*)?\\)");
    private static final Pattern DECISION = Pattern.compile(
            "# (?<title>[^\n]+)\n\n(?<status>Accepted|Superseded[^,]*), (?<date>\\d{4}-\\d\\d-\\d\\d)\\.\n\n.+",
            Pattern.DOTALL);

    @Test
    void everyDecisionIsInTheIndexWithItsDateAndStatus() throws IOException {
        var rows = decisions().map(DocsTest::row).collect(joining("\n"));
        assertThat(Files.readString(DECISIONS.resolve("README.md")))
                .endsWith("| --- | --- | --- | --- |\n" + rows + "\n");
    }

    @Test
    void decisionsHaveNumbersOfTheirOwn() throws IOException {
        assertThat(decisions().map(DocsTest::number)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFiles(Path document) throws IOException {
        var folder = document.toAbsolutePath().getParent();
        var missing = LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(folder.resolve(link)))
                .toList();
        assertThat(missing).isEmpty();
    }

    static List<Path> documents() throws IOException {
        try (var docs = Files.walk(Path.of("docs"));
                var stacks = Files.walk(Path.of("stacks"))) {
            return Stream.of(
                            Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("policy/README.md")),
                            docs,
                            stacks)
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<Path> decisions() throws IOException {
        try (var files = Files.list(DECISIONS)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList().stream();
        }
    }

    private static String row(Path decision) {
        try {
            var text = DECISION.matcher(Files.readString(decision));
            assertThat(text.matches())
                    .as("%s has a title, a status and a date", decision)
                    .isTrue();
            return "| [%s](%s) | %s | %s | %s |"
                    .formatted(
                            number(decision),
                            decision.getFileName(),
                            text.group("title"),
                            text.group("status"),
                            text.group("date"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String number(Path decision) {
        return decision.getFileName().toString().substring(0, 3);
    }
}
