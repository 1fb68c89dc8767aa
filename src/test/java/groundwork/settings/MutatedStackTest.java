package groundwork.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.text.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever is done to a stack file, people get problems with paths, never a failure; every run tries other changes. */
class MutatedStackTest {
    private static final List<String> FILES =
            List.of("Pulumi.prod.yaml", "Pulumi.staging.yaml", "src/test/resources/stacks/Pulumi.everything.yaml");

    private static final List<String> TEXTS =
            FILES.stream().map(MutatedStackTest::text).toList();
    private static final List<JsonObject> TREES = TEXTS.stream()
            .map(text -> (JsonObject) YamlTree.parse(text, "original"))
            .toList();

    @Property(tries = 2_500, shrinking = ShrinkingMode.OFF)
    void changedValuesAreReadOrToldOf(@ForAll long seed) {
        var random = new Random(seed);
        var tree = TREES.get(random.nextInt(TREES.size())).deepCopy();
        new Mutation(random).of(tree, 1 + random.nextInt(4));
        readOrTold(tree.toString());
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void changedTextIsReadOrToldOf(@ForAll long seed) {
        var random = new Random(seed);
        // A line that moved may put the secret where none is expected, and there it is a value like any other.
        var text = TEXTS.get(random.nextInt(TEXTS.size())).replace("hunter2", "no secret");
        readOrTold(new Mutation(random).of(text, 1 + random.nextInt(4)));
    }

    private static void readOrTold(String text) {
        try {
            var reading = StackText.readFile(text);
            assertThat(reading.effective().values())
                    .noneMatch(value -> value.value().contains("hunter2"));
        } catch (SettingsException e) {
            assertThat(e.problems()).isNotEmpty();
            e.problems().forEach(problem -> {
                assertThat(problem.path()).isNotBlank();
                assertThat(problem.message()).isNotBlank().doesNotContain("hunter2", "\n");
            });
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
