package groundwork.settings.units;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How much memory a class of RDS has, told from its name: {@code db.t4g.medium} has 4 GiB. */
public final class InstanceMemory {
    private static final Pattern CLASS = Pattern.compile("db\\.([a-z]+)\\d[a-z0-9]*\\.([a-z0-9]+)");
    private static final Pattern LARGE = Pattern.compile("(\\d{0,2})x?large");
    private static final Map<String, Integer> GIBIBYTES_OF_SMALL = Map.of("micro", 1, "small", 2, "medium", 4);
    private static final Map<String, Integer> GIBIBYTES_OF_LARGE = Map.of("t", 8, "m", 8, "r", 16, "x", 32);

    private InstanceMemory() {}

    /** Nothing where the class is one that we don't know. */
    public static OptionalInt gibibytes(String instanceClass) {
        var known = CLASS.matcher(instanceClass);
        if (!known.matches()) {
            return OptionalInt.empty();
        }
        var family = known.group(1);
        var size = known.group(2);
        if (family.equals("t") && GIBIBYTES_OF_SMALL.containsKey(size)) {
            return OptionalInt.of(GIBIBYTES_OF_SMALL.get(size));
        }
        var large = LARGE.matcher(size);
        return large.matches() && GIBIBYTES_OF_LARGE.containsKey(family)
                ? OptionalInt.of(GIBIBYTES_OF_LARGE.get(family) * larges(size, large.group(1)))
                : OptionalInt.empty();
    }

    /** An xlarge is two of large, a 4xlarge eight. */
    private static int larges(String size, String number) {
        if (size.equals("large")) {
            return 1;
        }
        return number.isEmpty() ? 2 : 2 * Integer.parseInt(number);
    }
}
