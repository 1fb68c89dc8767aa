package groundwork.settings.problems;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Orders paths of settings step by step: what is below a setting follows it, and {@code links[2]} is before {@code links[10]}. */
public final class PathOrder {
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,9})]");
    private static final char FIRST = '\u0001';

    public static final Comparator<String> BY_STEP =
            Comparator.comparing(PathOrder::sortable).thenComparing(Comparator.naturalOrder());

    private PathOrder() {}

    private static String sortable(String path) {
        return NUMBER.matcher(path)
                .replaceAll(number -> "[%09d]".formatted(Integer.parseInt(number.group(1))))
                .replace('.', FIRST)
                .replace('[', FIRST);
    }
}
