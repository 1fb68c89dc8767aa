package groundwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.change.causes.Causes;
import groundwork.change.hazards.Hazard;
import groundwork.change.hazards.Hazard.Kind;
import groundwork.change.hazards.Hazards;
import groundwork.change.steps.State;
import groundwork.change.versions.Version;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of the table, as the offline plan has it: what LivingStackIT does on the real engine, in no time. */
class StackChangeTest {
    private static final String README = Readme.stackFile();
    private static final State DEPLOYED = version(README).deployed();

    @ParameterizedTest(name = "{0}")
    @MethodSource("groundwork.engine.StackChange#all")
    void isRefusedNowhere(StackChange change) {
        var before = DEPLOYED;
        for (var files = change.from(README).iterator(); files.hasNext(); ) {
            var after = version(files.next());
            assertThat(refused(after, before)).extracting(Hazard::message).isEmpty();
            before = files.hasNext() ? after.deployed() : before;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groundwork.engine.StackChange#refused")
    void isForetold(StackChange change) {
        var files = change.from(README);
        var after = version(files.get(files.size() - 1));

        assertThat(refused(after, DEPLOYED)).isNotEmpty();
    }

    private static List<Hazard> refused(Version after, State before) {
        return Hazards.of(after, before, Causes.none()).stream()
                .filter(hazard -> hazard.kind() == Kind.REFUSED)
                .toList();
    }

    private static Version version(String file) {
        return Version.read(ProjectFile.in(Path.of("").toAbsolutePath()).with("prod", StackFile.parse("prod", file)));
    }
}
