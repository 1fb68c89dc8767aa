package groundwork.aws;

import groundwork.files.TextResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is known of AWS without code, in YAML files beside this program. */
public final class Table {
    private Table() {}

    public static <T> T read(String file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(TextResource.read(file));
    }
}
