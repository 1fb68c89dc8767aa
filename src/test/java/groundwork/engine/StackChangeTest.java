package groundwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.change.Comparison;
import groundwork.change.hazards.Hazard;
import groundwork.change.hazards.Hazard.Kind;
import groundwork.change.versions.Version;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of the table, as the offline plan has it: what LivingStackIT does on the real engine, in no time. */
class StackChangeTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("groundwork.engine.StackChange#all")
    void isRefusedNowhere(StackChange change) {
        var before = version(Readme.stackFile());
        for (var file : change.from(Readme.stackFile())) {
            var after = version(file);
            assertThat(Comparison.of(Optional.of(before), after).hazards())
                    .filteredOn(hazard -> hazard.kind() == Kind.REFUSED)
                    .extracting(Hazard::message)
                    .isEmpty();
            before = after;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groundwork.engine.StackChange#refused")
    void isForetold(StackChange change) {
        var files = change.from(Readme.stackFile());
        var after = version(files.get(files.size() - 1));

        assertThat(Comparison.of(Optional.of(version(Readme.stackFile())), after)
                        .hazards())
                .extracting(Hazard::kind)
                .contains(Kind.REFUSED);
    }

    private static Version version(String file) {
        return Version.read(ProjectFile.in(Path.of("").toAbsolutePath()).with("prod", StackFile.parse("prod", file)));
    }
}
