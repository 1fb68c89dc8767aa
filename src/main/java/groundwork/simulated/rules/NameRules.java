package groundwork.simulated.rules;

import groundwork.aws.PhysicalName;
import groundwork.simulated.Existing;
import java.util.List;

/** How long physical names may be, and of which characters, out of a table. */
public final class NameRules {
    public static final List<Rule> ALL = PhysicalName.all().stream()
            .map(name -> Rule.of(name.rule(), (resource, refusals) -> judge(name, resource, refusals), name.type()))
            .toList();

    private NameRules() {}

    private static void judge(PhysicalName rule, Existing resource, Refusals refusals) {
        resource.text(rule.property()).ifPresent(name -> {
            refusals.unless(
                    name.length() >= rule.shortest() && name.length() <= rule.longest(),
                    rule.property(),
                    "\"%s\" has %d characters; AWS takes %d to %d",
                    name,
                    name.length(),
                    rule.shortest(),
                    rule.longest());
            refusals.unless(
                    rule.allowed().matcher(name).matches(),
                    rule.property(),
                    "\"%s\" is not allowed; use %s",
                    name,
                    rule.says());
        });
    }
}
