package groundwork.settings.text;

import com.google.gson.JsonPrimitive;
import java.util.regex.Pattern;

/** Numbers as YAML and the Pulumi CLI take them, which is not always as they were written. */
public final class Numbers {
    public static final String QUOTE_IT =
            "is read as a number, which loses zeros at its end (1.10 becomes 1.1); put the text in quotes";

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,8})\\.\\d{1,9}");
    /** What the CLI takes for a number or a moment once it has dropped each {@code _}, but hands over in another form. */
    private static final Pattern REWRITTEN =
            Pattern.compile("[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d+)?|[-+]?0[xX][0-9a-fA-F]+|[-+]?0[bB][01]+"
                    + "|[-+]?0[oO][0-7]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}([Tt ]\\s*\\d{1,2}:.*)?");

    private Numbers() {}

    static boolean isNumber(String text) {
        return WHOLE.matcher(text).matches() || DECIMAL.matcher(text).matches();
    }

    static boolean isRewritten(String text) {
        return !isNumber(text)
                && (MOMENT.matcher(text).matches()
                        || !text.startsWith("_")
                                && REWRITTEN.matcher(text.replace("_", "")).matches());
    }

    /** Whether a text that was written as this number may have had other digits. */
    public static boolean losesDigits(JsonPrimitive value) {
        return value.isNumber() && !WHOLE.matcher(value.getAsString()).matches();
    }
}
