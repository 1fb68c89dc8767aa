package groundwork.aws;

import java.util.List;
import java.util.Map;

/** What AWS does not delete while something uses it. */
public final class Uses {
    private static final Map<String, Map<String, List<String>>> ALL = Table.read("aws/uses.yaml");

    private Uses() {}

    /** The properties of other types that name a thing of this type, by those types. */
    public static Map<String, List<String>> of(String type) {
        return ALL.getOrDefault(type, Map.of());
    }
}
