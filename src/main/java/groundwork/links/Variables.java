package groundwork.links;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Variables whose values come to be known one by one. */
public final class Variables {
    private Variables() {}

    /** All of them, once all are known. */
    public static Output<Map<String, String>> together(SortedMap<String, Output<String>> variables) {
        var names = List.copyOf(variables.keySet());
        return Output.all(List.copyOf(variables.values())).applyValue(known -> {
            var all = new TreeMap<String, String>();
            for (int i = 0; i < names.size(); i++) {
                all.put(names.get(i), known.get(i));
            }
            return all;
        });
    }
}
