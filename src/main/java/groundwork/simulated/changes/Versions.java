package groundwork.simulated.changes;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import java.util.Arrays;
import java.util.List;

/** Engines are upgraded in place, and never downgraded. */
final class Versions {
    private static final String PROPERTY = "engineVersion";

    private Versions() {}

    static void neverLower(Existing old, Existing asked, World world, Refusals refusals) {
        var before = old.text(PROPERTY).orElse("");
        var after = asked.text(PROPERTY).orElse("");
        refusals.unless(
                !old.value("engine").equals(asked.value("engine")) || !isLower(numbers(after), numbers(before)),
                PROPERTY,
                "is %s; AWS does not downgrade from %s: restore a snapshot into another one",
                after,
                before);
    }

    static void majorIsAllowed(Existing old, Existing asked, World world, Refusals refusals) {
        var before = old.text(PROPERTY).orElse("");
        var after = asked.text(PROPERTY).orElse("");
        refusals.unless(
                asked.flag("allowMajorVersionUpgrade") || major(before).equals(major(after)),
                PROPERTY,
                "is %s instead of %s, another major version, which allowMajorVersionUpgrade does not allow",
                after,
                before);
    }

    /** "16" stands for whichever 16 there is. */
    private static boolean isLower(List<Integer> after, List<Integer> before) {
        for (int part = 0; part < Math.min(after.size(), before.size()); part++) {
            int order = after.get(part).compareTo(before.get(part));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static String major(String version) {
        return version.split("\\.")[0];
    }

    private static List<Integer> numbers(String version) {
        return Arrays.stream(version.split("\\."))
                .filter(part -> part.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .toList();
    }
}
