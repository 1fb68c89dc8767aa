package groundwork.aws;

import java.util.stream.Stream;

/** What one rule of an application load balancer's listener may have. */
public final class ListenerLimits {
    public static final int VALUES_OF_A_RULE = 5;
    public static final int WILDCARDS_OF_A_RULE = 6;

    private ListenerLimits() {}

    public static long wildcards(Stream<String> patterns) {
        return patterns.flatMapToInt(String::chars)
                .filter(letter -> letter == '*' || letter == '?')
                .count();
    }
}
