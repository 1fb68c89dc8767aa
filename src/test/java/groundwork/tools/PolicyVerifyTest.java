package groundwork.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without Node the policy pack's part of mvn verify is one line. */
class PolicyVerifyTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"build, 0", "test, 1"})
    void saysOnceThatItIsSkipped(String step, int lines) throws Exception {
        Files.createSymbolicLink(folder.resolve("dirname"), Path.of("/usr/bin/dirname"));
        var builder = new ProcessBuilder("/bin/sh", "policy/verify", step).redirectErrorStream(true);
        builder.environment().put("PATH", folder.toString());
        var process = builder.start();

        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(said.lines())
                .hasSize(lines)
                .allMatch(line -> line.contains("SKIPPED: the policy pack's tests: there is no node"));
    }
}
