package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of endpoints in docs/options.md is what a stack with everything exports. */
class EndpointReferenceTest {
    private static final String EVERYTHING = "src/test/resources/stacks/Pulumi.everything.yaml";
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| ((?:`\\w+`(?:, )?)+) \\|");

    @Test
    void everyKindAndKeyIsNamed() throws IOException {
        var named = new TreeMap<String, String>();
        Files.readAllLines(Path.of("docs/options.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .forEach(row -> named.put(row.group(1), row.group(2).replace("`", "")));
        var exported = new TreeMap<String, String>();
        var endpoints = (Map<?, ?>) Stacks.file(EVERYTHING, Ids.KNOWN).outputs().get("endpoints");
        endpoints.forEach((kind, names) -> {
            var keys = new TreeSet<String>();
            ((Map<?, ?>) names)
                    .values()
                    .forEach(of -> ((Map<?, ?>) of).keySet().forEach(key -> keys.add((String) key)));
            exported.put((String) kind, String.join(", ", keys));
        });

        assertThat(named).isEqualTo(exported);
    }
}
