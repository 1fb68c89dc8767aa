package groundwork.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflows are what GitHub takes. */
@Needs(Tool.ACTIONLINT)
class WorkflowsTest {
    @TempDir
    private Path folder;

    @Test
    void actionlintFindsNothing() throws Exception {
        try (var files = Files.list(Path.of(".github/workflows"))) {
            var workflows = files.map(Path::toString).sorted().toList();
            assertThat(workflows).hasSizeGreaterThan(1);
            assertThat(actionlint(workflows)).isEmpty();
        }
    }

    @Test
    void actionlintFindsAHeadThatIsThereTwice() throws Exception {
        var workflow = Files.readString(Path.of(".github/workflows/pull-request.yml"));
        var twice = Files.writeString(folder.resolve("twice.yml"), workflow + "name: again\n");

        assertThat(actionlint(List.of(twice.toString())))
                .contains("key \"name\" is duplicated in \"workflow\" section");
    }

    /** Without the checkers of scripts that a machine may have or not. */
    private static String actionlint(List<String> workflows) throws IOException {
        var command = new ArrayList<>(List.of(Tool.ACTIONLINT.command(), "-no-color", "-shellcheck=", "-pyflakes="));
        command.addAll(workflows);
        try (InputStream said =
                new ProcessBuilder(command).redirectErrorStream(true).start().getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
