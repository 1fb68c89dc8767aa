package groundwork.settings;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import groundwork.settings.reader.Block;
import groundwork.settings.reader.Shape;
import groundwork.settings.text.YamlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    private static final List<String> KINDS = List.of("production", "staging", "preview");

    @Test
    void everyDefaultIsAsRestated() throws IOException {
        assertThat(table()).isEqualTo(Files.readString(Path.of("src/test/resources/defaults.txt")));
    }

    @Test
    void everyDefaultIsThatOfASetting() throws IOException {
        var written = YamlTree.parse(
                Files.readString(Path.of("src/main/resources/groundwork/defaults.yaml")), "defaults.yaml");
        assertThat(paths(written, "")).isSubsetOf(SettingPath.all());
    }

    @Test
    void everyDefaultIsReached() throws IOException {
        var written = YamlTree.parse(
                Files.readString(Path.of("src/main/resources/groundwork/defaults.yaml")), "defaults.yaml");
        var reached = Stream.concat(LeastStack.defaults("preview").keySet().stream(), Stream.of("environment"))
                .collect(toSet());
        assertThat(paths(written, "")).isSubsetOf(reached);
    }

    @Test
    void theseMustBeGiven() {
        assertThat(required(new Shape.Group(Block.of(StackSettings.class)), ""))
                .containsExactlyInAnyOrder(
                        "owner",
                        "observability.alarms.webhooks.*.url",
                        "system",
                        "budget.monthly.amount",
                        "domain.name",
                        "domain.zone",
                        "waf.limits[].path",
                        "waf.limits[].requests",
                        "policy.exceptions[].rule",
                        "policy.exceptions[].resource",
                        "policy.exceptions[].reason",
                        "policy.exceptions[].until",
                        "services.*.tasks.schedule.*.days",
                        "services.*.tasks.schedule.*.from",
                        "services.*.tasks.schedule.*.to",
                        "services.*.tasks.schedule.*.min",
                        "services.*.health.container.command",
                        "services.*.routes[].path",
                        "services.*.links[].to",
                        "services.*.sidecars.*.image",
                        "services.*.init.*.image",
                        "services.*.mounts.*.path",
                        "services.*.permissions[].conditions[].test",
                        "services.*.permissions[].conditions[].key",
                        "services.*.permissions[].conditions[].value",
                        "apps.*.source.repository",
                        "apps.*.links[].to",
                        "apps.*.rewrites[].source",
                        "apps.*.rewrites[].target",
                        "apps.*.rewrites[].status",
                        "tables.*.partitionKey.name",
                        "tables.*.sortKey.name",
                        "tables.*.indexes.*.partitionKey.name",
                        "tables.*.indexes.*.sortKey.name",
                        "buckets.*.transitions[].to",
                        "buckets.*.transitions[].after",
                        "parameters.*.value",
                        "externals.*.host");
    }

    private static String table() {
        var columns = KINDS.stream().map(LeastStack::defaults).toList();
        var text = new StringBuilder();
        for (var path : columns.get(0).keySet()) {
            var values =
                    columns.stream().map(column -> column.get(path)).distinct().toList();
            text.append(
                    "%-45s %s%n".formatted(path, String.join(" | ", values.size() == 1 ? values : all(columns, path))));
        }
        return text.toString();
    }

    private static List<String> all(List<? extends Map<String, String>> columns, String path) {
        return columns.stream().map(column -> column.get(path)).toList();
    }

    private static List<String> paths(JsonElement part, String path) {
        if (!(part instanceof JsonObject keys) || keys.keySet().containsAll(KINDS)) {
            return List.of(path);
        }
        var paths = new ArrayList<String>();
        keys.entrySet()
                .forEach(entry -> paths.addAll(
                        paths(entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey())));
        return paths;
    }

    private static List<String> required(Shape shape, String path) {
        if (shape instanceof Shape.Group group) {
            var found = new ArrayList<String>();
            for (var field : group.block().fields()) {
                found.addAll(required(field.shape(), path.isEmpty() ? field.name() : path + "." + field.name()));
            }
            return found;
        }
        if (shape instanceof Shape.Maybe maybe) {
            return maybe.content() instanceof Shape.Leaf ? List.of() : required(maybe.content(), path);
        }
        if (shape instanceof Shape.Named named) {
            return named.entry() instanceof Shape.Leaf || named.entry() instanceof Shape.Free
                    ? List.of()
                    : required(named.entry(), path + ".*");
        }
        if (shape instanceof Shape.Many many) {
            return many.element() instanceof Shape.Leaf ? List.of() : required(many.element(), path + "[]");
        }
        return LeastStack.defaults("staging").containsKey(path) || path.equals("environment")
                ? List.of()
                : List.of(path);
    }
}
