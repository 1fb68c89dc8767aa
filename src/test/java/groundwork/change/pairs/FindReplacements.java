package groundwork.change.pairs;

import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.aws.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds replaces.yaml anew, which takes minutes: {@code mvn test -Dtest=FindReplacements}. What it finds is in target/replaces.yaml. */
class FindReplacements {
    private static final Map<String, List<String>> TABLE = Table.read("replaces.yaml");
    private static final int CHANGES = 3;
    private static final int FEW = 10;

    @Test
    void theTableIsWhatPlanningFinds() throws IOException {
        var found = new TreeMap<String, SortedSet<String>>();
        Stream.concat(ReplacesTest.FILES.stream().map(Replacements::of), Stream.of(Replacements.ofEverything()))
                .forEach(stack -> add(stack, found));
        var rows = found.entrySet().stream()
                .map(row -> "'%s': [%s]".formatted(row.getKey(), String.join(", ", row.getValue())))
                .toList();
        Files.write(Path.of("target/replaces.yaml"), rows);

        assertThat(rows)
                .isEqualTo(TABLE.entrySet().stream()
                        .map(row -> "'%s': [%s]".formatted(row.getKey(), String.join(", ", row.getValue())))
                        .sorted()
                        .toList());
    }

    /** Those of the table one by one, all others in groups first. */
    private static void add(Replacements stack, SortedMap<String, SortedSet<String>> found) {
        var settings =
                stack.settings().stream().collect(partitioningBy(setting -> TABLE.containsKey(setting.setting())));
        settings.get(true).forEach(setting -> add(setting, stack, found));
        for (var group : Replacements.groups(settings.get(false), FEW)) {
            if (IntStream.range(0, 2).anyMatch(number -> !stack.replacedIn(stack.together(group, number))
                    .isEmpty())) {
                group.forEach(setting -> add(setting, stack, found));
            }
        }
    }

    private static void add(SettingChange setting, Replacements stack, SortedMap<String, SortedSet<String>> found) {
        for (int number = 0; number < CHANGES; number++) {
            stack.changed(setting, number, stack.unchanged()).ifPresent(changed -> {
                var replaced = stack.replacedIn(changed);
                if (!replaced.isEmpty()) {
                    found.computeIfAbsent(setting.setting(), any -> new TreeSet<>())
                            .addAll(replaced);
                }
            });
        }
    }
}
