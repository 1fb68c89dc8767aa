package groundwork.values;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** A value the engine keeps encrypted; it never prints itself. */
public record Secret(Object value) {
    private static final String MASK = "[secret]";
    private static final int SHORTEST = 4;

    public Secret {
        requireNonNull(value, "value is null");
    }

    public static Object of(Object value) {
        return value instanceof Secret ? value : new Secret(value);
    }

    /** The value inside, when it is a secret; the value itself otherwise. */
    public static Object unwrap(Object value) {
        return value instanceof Secret secret ? secret.value() : value;
    }

    /** A text without any secret that is somewhere in a value; what is too short to be one stays. */
    public static String mask(String text, Object value) {
        return hidden(value, false)
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(comparing(String::length).reversed())
                .reduce(text, (masked, secret) -> masked.replace(secret, MASK));
    }

    private static Stream<String> hidden(Object value, boolean secret) {
        if (value instanceof Secret inside) {
            return hidden(inside.value(), true);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(each -> hidden(each, secret));
        }
        if (value instanceof Collection<?> all) {
            return all.stream().flatMap(each -> hidden(each, secret));
        }
        return secret ? Stream.of(String.valueOf(value)) : Stream.empty();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
