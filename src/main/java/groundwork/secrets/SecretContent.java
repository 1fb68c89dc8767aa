package groundwork.secrets;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.pulumi.core.Output;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The first content of a secret, and whether others may replace it without being put right. */
public record SecretContent(Output<String> text, boolean othersMayReplace) {
    private static final String PLACEHOLDER = "change-me";

    public SecretContent {
        requireNonNull(text, "text is null");
    }

    public static SecretContent of(Output<String> text) {
        return new SecretContent(text.asSecret(), false);
    }

    public static SecretContent of(String text) {
        return new SecretContent(Output.ofSecret(text), false);
    }

    /** One JSON object. */
    public static SecretContent of(Map<String, String> values) {
        return of(new Gson().toJson(new TreeMap<>(values)));
    }

    /** A place that people fill in. */
    public static SecretContent toBeFilledIn() {
        return of(PLACEHOLDER).replaceable();
    }

    /** A JSON object whose values people fill in. */
    public static SecretContent toBeFilledIn(Collection<String> keys) {
        var placeholders = new TreeMap<String, String>();
        keys.forEach(key -> placeholders.put(key, PLACEHOLDER));
        return of(placeholders).replaceable();
    }

    public SecretContent replaceable() {
        return new SecretContent(text, true);
    }
}
