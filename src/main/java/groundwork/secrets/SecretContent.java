package groundwork.secrets;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.TreeMap;

/** The first content of a secret, and whether others may replace it without being put right. */
public record SecretContent(Output<String> text, boolean othersMayReplace) {
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

    public SecretContent replaceable() {
        return new SecretContent(text, true);
    }
}
