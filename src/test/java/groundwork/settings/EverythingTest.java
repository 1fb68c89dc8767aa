package groundwork.settings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.entry.Settings;
import groundwork.settings.reader.Effective;
import groundwork.settings.reader.Origin;
import groundwork.settings.source.Configuration;
import groundwork.settings.source.StackFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** One stack file gives every setting a value that is not its default. */
class EverythingTest {
    private final Map<String, List<Effective>> effective = read();

    @Test
    void everySettingIsGiven() {
        assertThat(effective.keySet()).containsExactlyInAnyOrderElementsOf(SettingPath.all());
    }

    @Test
    void everySettingIsTakenFromTheFile() {
        assertThat(pathsWhereNone((path, value) -> value.origin().equals(Origin.STACK_FILE)))
                .isEmpty();
    }

    @Test
    void noValueIsTheDefault() {
        var defaults = LeastStack.defaults("production");
        // The other experiment needs a network of our own, and the builder here is the other one; an HTTP API has no
        // firewall, and there is one here.
        assertThat(pathsWhereNone((path, value) -> !value.value().equals(defaults.get(path))))
                .containsExactlyInAnyOrder("chaos.experiments", "entrance.kind");
    }

    private List<String> pathsWhereNone(BiPredicate<String, Effective> test) {
        return effective.keySet().stream()
                .filter(path -> effective.get(path).stream().noneMatch(value -> test.test(path, value)))
                .toList();
    }

    private static Map<String, List<Effective>> read() {
        var file = Path.of("src/test/resources/stacks/Pulumi.everything.yaml");
        return Settings.read(Configuration.of(
                        "groundwork", "everything", StackFile.load(file).config()))
                .effective()
                .entrySet()
                .stream()
                .collect(groupingBy(
                        entry -> SettingPath.general(entry.getKey()), mapping(Map.Entry::getValue, toList())));
    }
}
