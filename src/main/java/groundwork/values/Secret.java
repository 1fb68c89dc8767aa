package groundwork.values;

import static java.util.Objects.requireNonNull;

/** A value the engine keeps encrypted; it never prints itself. */
public record Secret(Object value) {
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

    @Override
    public String toString() {
        return "[secret]";
    }
}
