package groundwork.delivery;

import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.links.Catalog;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The addresses that a stack offers: {@code kind → name → key}, such as {@code services → app → url}. The same tree is the
 * stack's output and, in Parameter Store, {@code /system/stack/services/app/url}.
 */
public final class Endpoints extends Component {
    public Endpoints(String name, Catalog catalog, StackContext stack) {
        super("delivery:Endpoints", name, stack);
        catalog.endpoints()
                .forEach((kind, targets) -> targets.forEach(
                        (target, values) -> values.forEach((key, value) -> publish(kind, target, key, value))));
        outputs(Map.of());
    }

    public static Output<Map<String, Map<String, Map<String, String>>>> tree(Catalog catalog) {
        var kinds = new TreeMap<String, Output<Map<String, Map<String, String>>>>();
        catalog.endpoints().forEach((kind, targets) -> {
            var named = new TreeMap<String, Output<Map<String, String>>>();
            targets.forEach((target, values) -> named.put(target, joined(values)));
            kinds.put(kind, joined(named));
        });
        return joined(kinds);
    }

    private void publish(String kind, String target, String key, Output<String> value) {
        new Parameter(
                // No name has two hyphens in a row, so app and its internal-url are not app-internal and its url.
                child(kind + "-" + target + "--" + kebab(key)),
                ParameterArgs.builder()
                        .name(stack().names().path(kind, target, key))
                        .description("%s of %s".formatted(key, target))
                        .type("String")
                        .value(value)
                        .build(),
                inside());
    }

    private static String kebab(String key) {
        return key.replaceAll("([A-Z])", "-$1").toLowerCase();
    }

    private static <T> Output<Map<String, T>> joined(Map<String, Output<T>> values) {
        SortedMap<String, Output<T>> sorted = new TreeMap<>(values);
        return Output.all(sorted.values()).applyValue(known -> {
            var all = new TreeMap<String, T>();
            var value = known.iterator();
            sorted.keySet().forEach(key -> all.put(key, value.next()));
            return all;
        });
    }
}
