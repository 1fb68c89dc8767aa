package groundwork.settings.policy;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import groundwork.settings.StackText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What a stack file may ask of the policy pack. */
class PolicySettingsTest {
    private static final String EXCEPTION =
            "{ exceptions: [{ rule: %s, resource: app-task, reason: %s, until: \"%s\" }] }";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Rows(
            """
            { https-ofered: off }                            | https-ofered: there is no such rule; write a rule of the policy pack; did you mean "https-offered"?
            { xyz: off }                                     | xyz: there is no such rule; write a rule of the policy pack; policy/README.md lists them
            { https-offered: warn }                          | https-offered: found "warn": write off, advisory or mandatory, or a block of level and the rule's parameters
            { https-offered: false }                         | https-offered: found "false": write off, advisory or mandatory, or a block of level and the rule's parameters
            { https-offered: {} }                            | https-offered: changes nothing; give a level or a parameter, or remove it
            { https-offered: { level: no } }                 | https-offered.level: found "no": write off, advisory or mandatory
            { production-data-is-kept: { backupDay: 3 } }    | production-data-is-kept.backupDay: unknown parameter; did you mean "backupDays"?
            { production-data-is-kept: { backupDays: many }} | production-data-is-kept.backupDays: found "many": write a whole number from 1
            { production-data-is-kept: { backupDays: 0 } }   | production-data-is-kept.backupDays: found "0": write a whole number from 1
            { production-data-is-kept: { backupDays: 1.5 } } | production-data-is-kept.backupDays: found "1.5": write a whole number from 1
            """)
    void refusesWhatNoRuleTakes(String rules, String problem) {
        assertThat(problems("{ rules: %s }".formatted(rules))).isEqualTo("policy.rules." + problem);
    }

    @Test
    void anExceptionIsForARuleThatIsThere() {
        assertThat(problems(EXCEPTION.formatted("task-are-private", "the vendor moves it", TODAY)))
                .isEqualTo("policy.exceptions[0].rule: \"task-are-private\": write a rule of the policy pack; "
                        + "did you mean \"tasks-are-private\"?");
    }

    @Test
    void anExceptionHasAReason() {
        assertThat(problems(EXCEPTION.formatted("tasks-are-private", "later", TODAY)))
                .isEqualTo("policy.exceptions[0].reason: \"later\": write a reason of 10 to 500 characters, "
                        + "for example the vendor's image starts as root until version 3");
        assertThat(problems(
                        "{ exceptions: [{ rule: tasks-are-private, resource: a, until: \"%s\" }] }".formatted(TODAY)))
                .startsWith("policy.exceptions[0].reason: is missing; give a reason");
    }

    @Test
    void anExceptionEndsWithinAYear() {
        var last = TODAY.plusYears(1);
        assertThat(problems(EXCEPTION.formatted("tasks-are-private", "the vendor moves it", last.plusDays(1))))
                .isEqualTo("policy.exceptions[0].until: %s is more than a year away; write %s or earlier"
                        .formatted(last.plusDays(1), last));
        assertThat(problems(EXCEPTION.formatted("tasks-are-private", "the vendor moves it", "2026-02-30")))
                .isEqualTo("policy.exceptions[0].until: \"2026-02-30\": there is no such day; "
                        + "write a day such as \"2027-03-31\"");
        assertThat(problems(EXCEPTION.formatted("tasks-are-private", "the vendor moves it", last)))
                .isEmpty();
    }

    private static String problems(String policy) {
        return String.join("\n", StackText.problems("groundwork:environment: staging\ngroundwork:policy: " + policy));
    }
}
