package groundwork.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is known of AWS without code, in YAML files beside this program. */
public final class Table {
    private Table() {}

    public static <T> T read(String file) {
        try (InputStream table = Table.class.getResourceAsStream("/groundwork/" + file)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(table);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
