package groundwork.simulated.shapes;

import java.util.Locale;

/** Small cuts of names, tokens and ARNs. */
final class Texts {
    private Texts() {}

    static String afterLast(String text, String mark) {
        int at = text.lastIndexOf(mark);
        return at < 0 ? text : text.substring(at + mark.length());
    }

    /** {@code LoadBalancer} of {@code aws:lb/loadBalancer:LoadBalancer}. */
    static String simpleType(String token) {
        return afterLast(token, ":");
    }

    /** {@code lb} of {@code aws:lb/loadBalancer:LoadBalancer}. */
    static String module(String token) {
        var parts = token.split("[:/]");
        return parts.length > 1 ? parts[1] : token;
    }

    static String decapitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
