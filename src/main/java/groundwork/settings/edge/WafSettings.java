package groundwork.settings.edge;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Cidr;
import java.util.List;

/** One set of rules on every public entrance. */
public record WafSettings(
        @Setting(
                        value = "AWS's own rule groups",
                        example = "[common, bad-inputs]",
                        cost = "about $1 each, at each entrance")
                List<RuleGroup> rules,
        @Setting(
                        value = "Requests that one address may send in five minutes",
                        example = "1000",
                        cost = "about $1 at each entrance")
                @Between(min = "10", max = "2000000000")
                int rateLimit,
        @Setting(
                        value = "Only these blocks may come in, when any is named",
                        example = "[203.0.113.0/24]",
                        cost = "about $1 at each entrance")
                List<Cidr> allow,
        @Setting(value = "Count what would be blocked, block nothing", example = "true") boolean countOnly)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("allow")
                .unless(!allow.contains(Cidr.WORLD), "AWS WAF takes no /0; leave allow out to let everybody in");
    }

    public enum RuleGroup {
        COMMON,
        BAD_INPUTS,
        SQL_INJECTION,
        REPUTATION,
        ANONYMOUS,
        LINUX
    }
}
