package groundwork.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import groundwork.settings.entry.Reading;
import groundwork.settings.entry.Settings;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.Configuration;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stack files as a test writes them: what follows the region and the owner. */
public final class StackText {
    private StackText() {}

    public static Reading read(String settings) {
        return readFile(config(settings));
    }

    /** A whole stack file. */
    static Reading readFile(String text) {
        return Settings.read(new ProjectFile("shop", Collections.emptySortedMap(), List.of())
                .with("test", StackFile.parse("Pulumi.test.yaml", text)));
    }

    /** As the CLI hands them over. */
    public static SortedMap<String, String> keys(String settings) {
        return StackFile.parse("Pulumi.test.yaml", config(settings)).config();
    }

    public static StackSettings settings(String settings) {
        return read(settings).settings();
    }

    public static List<String> problems(String settings) {
        try {
            read(settings);
            return List.of();
        } catch (SettingsException e) {
            return texts(e.problems());
        }
    }

    public static List<String> warnings(String settings) {
        return texts(read(settings).warnings());
    }

    public static List<String> problemsAt(LeafSetting setting, JsonElement value) {
        return problemsAt(setting, value, setting.path());
    }

    /** Those at one path, where a stack file says nothing but one setting. */
    public static List<String> problemsAt(LeafSetting setting, JsonElement value, String path) {
        var config = new TreeMap<String, String>();
        config.put("aws:region", "us-east-1");
        setting.with(value)
                .entrySet()
                .forEach(entry -> config.put("groundwork:" + entry.getKey(), handedOver(entry.getValue())));
        try {
            Settings.read(Configuration.of("shop", "test", config));
            return List.of();
        } catch (SettingsException e) {
            return texts(e.problems().stream()
                    .filter(problem -> problem.path().equals(path))
                    .toList());
        }
    }

    private static String handedOver(JsonElement value) {
        if (value instanceof JsonNull) {
            return "";
        }
        return value instanceof JsonPrimitive text ? text.getAsString() : value.toString();
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    private static String config(String settings) {
        return "config:\n  aws:region: us-east-1\n  groundwork:owner: team\n" + settings.indent(2);
    }
}
