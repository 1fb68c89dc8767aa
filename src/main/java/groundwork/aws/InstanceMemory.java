package groundwork.aws;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How much memory a class of RDS has, told from its name: {@code db.t4g.medium} has 4 GiB. */
public final class InstanceMemory {
    private static final Pattern CLASS = Pattern.compile("db\\.(([a-z])\\w*)\\.(\\w+)");
    private static final Map<String, Integer> OF_SMALL = Map.of("micro", 1, "small", 2, "medium", 4);
    private static final Map<String, Integer> OF_LARGE = Map.of("t", 8, "m", 8, "r", 16, "x", 32);
    private static final Map<String, Integer> OF_UNUSUAL_LARGE = Map.of("x2iedn", 64);

    private InstanceMemory() {}

    /** Nothing where there is no such class, or it is as large as it has to be. */
    public static OptionalInt gibibytes(String instanceClass) {
        var known = CLASS.matcher(instanceClass);
        if (!known.matches() || InstanceClasses.RDS.problem(instanceClass).isPresent()) {
            return OptionalInt.empty();
        }
        var size = known.group(3);
        if (OF_SMALL.containsKey(size)) {
            return OptionalInt.of(OF_SMALL.get(size));
        }
        int large = OF_UNUSUAL_LARGE.getOrDefault(known.group(1), OF_LARGE.get(known.group(2)));
        return OptionalInt.of(large * larges(size));
    }

    /** An xlarge is two of large, a 4xlarge eight. */
    private static int larges(String size) {
        if (size.equals("large")) {
            return 1;
        }
        var number = size.replace("xlarge", "");
        return number.isEmpty() ? 2 : 2 * Integer.parseInt(number);
    }
}
