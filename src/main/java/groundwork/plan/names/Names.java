package groundwork.plan.names;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** Physical names and paths: system and stack in each, so that two stacks of one account never collide. */
public record Names(String system, String stack) {
    private static final int HASH_LENGTH = 6;

    public Names {
        requireNonNull(system, "system is null");
        requireNonNull(stack, "stack is null");
    }

    /** {@code system-stack-part-part}; what is too long is cut and told apart by a hash of the whole. */
    public String of(NameRule rule, String... parts) {
        var whole = prefix() + (parts.length == 0 ? "" : "-" + String.join("-", parts));
        if (whole.length() <= rule.limit()) {
            return whole;
        }
        var head = whole.substring(0, rule.limit() - HASH_LENGTH - 1).replaceAll("-+$", "");
        return head + "-" + hash(whole);
    }

    /** {@code /system/stack/part/part}. */
    public String path(String... parts) {
        return "/" + system + "/" + stack + "/" + String.join("/", parts);
    }

    /** The name space of the figures that services report themselves. */
    public String metrics() {
        return system + "/" + stack;
    }

    /** The alias of the stack's own key. */
    public String keyAlias() {
        return "alias/" + prefix();
    }

    public String prefix() {
        return (system + "-" + stack)
                .toLowerCase()
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }

    /** A short, stable stand-in for a text. */
    public static String hash(String text) {
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, HASH_LENGTH);
    }
}
