package groundwork.settings;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.pack.RuleCatalog;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the policy pack says of settings is true of them. */
class RuleCatalogTest {
    private static final Pattern PATH = Pattern.compile("[a-z]\\w*([.*]|\\[]|\\w)*");
    private static final Pattern WORDS = Pattern.compile("or|to|a|secret");

    static Stream<String> rulesWithASetting() {
        return RuleCatalog.names().stream()
                .filter(rule -> !RuleCatalog.settings(rule).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rulesWithASetting")
    void theSettingThatARuleNamesIsThere(String rule) {
        var named = PATH.matcher(RuleCatalog.settings(rule))
                .results()
                .map(MatchResult::group)
                .filter(word -> !WORDS.matcher(word).matches());
        assertThat(named).isNotEmpty().allSatisfy(path -> assertThat(SettingPath.all())
                .as("%s of the rule %s", path, rule)
                .anyMatch(setting ->
                        setting.equals(path) || setting.startsWith(path + ".") || setting.startsWith(path + "[")));
    }
}
