package groundwork.settings.policy;

import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.pack.RuleName;
import groundwork.settings.problems.Problems;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A resource that may break a rule until a day, and why. Whether it holds is judged with the rules. */
public record ExceptionSettings(
        @Setting(value = "The rule", example = "tasks-are-private") RuleName rule,
        @Setting(
                        value = "Logical name of the resource, as a preview shows it; * stands for any characters, "
                                + "in a pattern that matches at most 5 of the resources that the rule judges",
                        example = "reports-task")
                @Matching(value = "\\S{1,200}", says = "a logical name, or a pattern with *")
                String resource,
        @Setting(value = "Why the rule may be broken", example = "the vendor's image starts as root until version 3")
                @Matching(value = "(?s)\\s*\\S.{8,500}\\S\\s*", says = "a reason of 10 to 500 characters")
                String reason,
        @Setting(
                        value = "The last day that it holds, within a year; after it the exception is a violation",
                        example = "\"2027-03-31\"")
                LocalDate until)
        implements Checked {
    private static final int LONGEST_YEARS = 1;

    @Override
    public void check(Problems problems) {
        var last = LocalDate.now(ZoneOffset.UTC).plusYears(LONGEST_YEARS);
        problems.at("until")
                .unless(!until.isAfter(last), "%s is more than a year away; write %s or earlier", until, last);
    }
}
