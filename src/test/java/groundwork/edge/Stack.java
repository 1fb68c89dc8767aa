package groundwork.edge;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.settings.StackText;
import java.util.Map;
import java.util.TreeMap;

/** A stack called shop-test in the making, each setting as YAML. */
public record Stack(String region, Map<String, String> settings) {
    public Stack {
        settings = Map.copyOf(settings);
    }

    public static Stack of(String environment) {
        return new Stack("us-east-1", Map.of("system", "shop", "environment", environment));
    }

    public Stack with(String key, String value) {
        var all = new TreeMap<>(settings);
        all.put(key, value);
        return new Stack(region, all);
    }

    public Stack inRegion(String another) {
        return new Stack(another, settings);
    }

    public Recording record() {
        return record(Ids.KNOWN);
    }

    public Recording record(Ids ids) {
        var text = new StringBuilder();
        new TreeMap<>(settings).forEach((key, value) -> text.append("groundwork:%s: %s\n".formatted(key, value)));
        var config = new TreeMap<>(StackText.keys(text.toString()));
        config.put("aws:region", region);
        return Stacks.of(config).record(ids);
    }
}
