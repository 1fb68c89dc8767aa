package groundwork.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting there is, given what it can't be. */
class BadInputTest {
    private static final Pattern REMEDY = Pattern.compile("\\b(write|give|remove|choose) ");

    static Stream<LeafSetting> settings() {
        return LeafSetting.all();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void badValueIsOneProblemWithItsRemedy(LeafSetting setting) {
        var softly = new SoftAssertions();
        for (var bad : BadValue.of(setting)) {
            softly.assertThat(StackText.problemsAt(setting, bad.value(), bad.path()))
                    .as("%s: %s", bad.path(), bad.value())
                    .singleElement()
                    .asString()
                    .containsPattern(REMEDY);
        }
        softly.assertAll();
    }

    @Test
    void everySettingIsTried() {
        assertThat(settings().map(setting -> SettingPath.general(setting.path())))
                .containsExactlyInAnyOrderElementsOf(SettingPath.all().stream()
                        .map(BadInputTest::withoutEntry)
                        .toList());
    }

    private static String withoutEntry(String path) {
        return path.replaceAll("\\.\\*$", "");
    }
}
