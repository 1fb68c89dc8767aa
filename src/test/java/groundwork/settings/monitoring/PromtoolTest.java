package groundwork.settings.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.StackText;
import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus's own tool reads the files as Prometheus will. */
@Needs(Tool.PROMTOOL)
class PromtoolTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        var prometheus = StackText.settings(
                        """
                        groundwork:monitoring: {}
                        groundwork:services: { app: { port: 3000, image: "a:1", scrape: {} } }
                        """)
                .services()
                .get("prometheus");
        for (var file : prometheus.files().entrySet()) {
            Files.writeString(
                    folder.resolve(Path.of(file.getKey()).getFileName()),
                    file.getValue().text());
        }
    }

    @Test
    void configurationIsRead() throws Exception {
        assertThat(promtool("check", "config", "prometheus.yml")).contains("SUCCESS");
    }

    @Test
    void rulesAreRead() throws Exception {
        assertThat(promtool("check", "rules", "rules.yml")).contains("SUCCESS: 9 rules found");
    }

    @Test
    void alertsFireWhenTheyShould() throws Exception {
        Files.copy(
                Path.of("src/test/resources/groundwork/monitoring/alerts.test.yml"), folder.resolve("alerts.test.yml"));
        assertThat(promtool("test", "rules", "alerts.test.yml")).contains("SUCCESS");
    }

    private String promtool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Tool.PROMTOOL.command()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
