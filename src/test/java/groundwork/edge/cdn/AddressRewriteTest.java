package groundwork.edge.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the edge's own code. */
@Needs(Tool.NODE)
class AddressRewriteTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "/, /index.html",
        "/about, /about.html",
        "/about/, /about/index.html",
        "/tickets/42, /tickets/42.html",
        "/v1.2/notes, /v1.2/notes.html",
        "/_next/static/app.js, /_next/static/app.js",
        "/404.html, /404.html"
    })
    void eachAddressHasAPage(String asked, String fetched) throws Exception {
        assertThat(rewritten("clean-urls", asked)).isEqualTo(fetched);
    }

    @ParameterizedTest
    @CsvSource({
        "/, /index.html",
        "/events/42, /index.html",
        "/events/, /index.html",
        "/v1.2/notes, /index.html",
        "/assets/app.js, /assets/app.js"
    })
    void onePageShowsEveryAddress(String asked, String fetched) throws Exception {
        assertThat(rewritten("single-page", asked)).isEqualTo(fetched);
    }

    private String rewritten(String function, String address) throws IOException, InterruptedException {
        try (InputStream code = AddressRewrite.class.getResourceAsStream("/groundwork/edge/" + function + ".js")) {
            var script = folder.resolve("edge.js");
            var call = "console.log(handler({ request: { uri: '%s' } }).uri);".formatted(address);
            Files.writeString(script, new String(code.readAllBytes(), StandardCharsets.UTF_8) + call);
            var process = new ProcessBuilder(Tool.NODE.command(), script.toString())
                    .redirectErrorStream(true)
                    .start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor()).as(printed).isZero();
            return printed;
        }
    }
}
