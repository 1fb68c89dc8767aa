package groundwork.change.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.aws.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the reference of settings says that a change replaces is what planning such changes finds. */
class ReplacesTest {
    private static final Map<String, List<String>> TABLE = Table.read("replaces.yaml");
    static final List<String> FILES = List.of(
            "Pulumi.prod.yaml",
            "stacks/lauv/Pulumi.future.yaml",
            "stacks/events/Pulumi.prod.yaml",
            "stacks/dougust/Pulumi.prod-large.yaml");
    private static final int GROUP = 40;

    @Test
    void whatIsNotInTheTableReplacesNothing() {
        var production = Replacements.of(FILES.get(0));
        var others = production.settings().stream()
                .filter(setting -> !TABLE.containsKey(setting.setting()))
                .toList();
        assertThat(others).hasSizeGreaterThan(40);
        for (var group : Replacements.groups(others, GROUP)) {
            assertThat(production.replacedIn(production.together(group, 0)))
                    .as("%s", group.stream().map(SettingChange::setting).toList())
                    .isEmpty();
        }
    }

    @Test
    void whatIsInTheTableReplacesNothingElse() {
        var production = Replacements.of(FILES.get(0));
        production.settings().stream()
                .filter(setting -> TABLE.containsKey(setting.setting()))
                .forEach(setting -> production
                        .changed(setting, 0, production.unchanged())
                        .ifPresent(changed -> assertThat(production.replacedIn(changed))
                                .as(setting.setting())
                                .isSubsetOf(TABLE.get(setting.setting()))));
    }
}
