package groundwork.aws;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;

/** CloudWatch keeps logs only for certain numbers of days. */
public final class LogRetention {
    private static final List<Integer> ALLOWED = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private LogRetention() {}

    public static boolean isAllowed(long days) {
        return ALLOWED.stream().anyMatch(allowed -> allowed == days);
    }

    public static String says() {
        return ALLOWED.stream().map(String::valueOf).collect(joining(", "));
    }

    /** The shortest allowed time that is not shorter than what was asked for. */
    public static int days(Duration kept) {
        return ALLOWED.stream()
                .filter(days -> days >= kept.toDays())
                .findFirst()
                .orElse(ALLOWED.get(ALLOWED.size() - 1));
    }
}
