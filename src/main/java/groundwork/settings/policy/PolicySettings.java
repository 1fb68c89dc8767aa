package groundwork.settings.policy;

import com.google.gson.JsonElement;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.util.List;
import java.util.Map;

/** What differs from the policy pack's own levels and parameters, and who may break a rule for a time. */
public record PolicySettings(
        @Setting(
                        value = "Levels and parameters of rules that differ from those of the pack, by the name of the "
                                + "rule: off, advisory or mandatory, or a block of level and the rule's parameters",
                        example = "{ https-offered: mandatory, production-data-is-kept: { backupDays: 14 } }")
                @Matching(value = ".*", says = RuleChange.EXPECTS)
                Map<String, JsonElement> rules,
        @Setting("Resources that may break a rule until a day") List<ExceptionSettings> exceptions)
        implements Checked {

    @Override
    public void check(Problems problems) {
        rules.forEach((rule, change) ->
                RuleChange.check(rule, change, problems.at("rules").at(rule)));
    }
}
