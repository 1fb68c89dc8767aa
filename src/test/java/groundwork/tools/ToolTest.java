package groundwork.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {
    @TempDir
    private Path folder;

    @Test
    void isFoundOnThePathAndNowhereElse() throws Exception {
        var path = "/nowhere" + File.pathSeparator + folder;
        assertThat(Tool.PROMTOOL.folder(path, List.of())).isEmpty();

        var program = Files.createFile(folder.resolve("promtool"));
        assertThat(Tool.PROMTOOL.folder(path, List.of())).isEmpty();
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Tool.PROMTOOL.folder(path, List.of())).contains(folder);
        assertThat(Tool.PROMTOOL.folder(path, List.of("node"))).contains(folder);
        assertThat(Tool.PROMTOOL.folder(path, List.of("node", "promtool"))).isEmpty();
    }

    @Test
    void isTakenForMissingThoughItIsBuiltHere() {
        assertThat(Tool.PULUMI.folder("/nowhere", List.of("pulumi"))).isEmpty();
    }

    @Test
    void oneThatIsMissingIsNamedWithItsRemedy() {
        assertThat(Tool.PULUMI.missing())
                .isEqualTo(
                        "there is no pulumi; to run them, run tools/engine/install, which needs Go, then mvn verify again");
    }
}
