package groundwork.settings.reference;

import groundwork.aws.Table;
import groundwork.settings.marks.Setting;
import java.util.List;
import java.util.Map;

/** The types of what a change of a setting replaces; the table is made by planning such changes. */
final class Replaced {
    private static final Map<String, List<String>> TABLE = Table.read("replaces.yaml");
    private static final int LISTED = 12;

    private Replaced() {}

    static String of(String path) {
        var types = TABLE.getOrDefault(path, List.of());
        if (types.isEmpty()) {
            return Setting.NOTHING;
        }
        return types.size() <= LISTED
                ? String.join(", ", types)
                : "nearly everything, %d types of resources".formatted(types.size());
    }
}
