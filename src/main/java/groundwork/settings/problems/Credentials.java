package groundwork.settings.problems;

import java.util.regex.Pattern;

/** Passwords and keys that somebody wrote where all can read them. No message repeats them. */
public final class Credentials {
    /** An access key of AWS. */
    public static final Pattern AWS_KEY = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b");
    /** A key of Stripe's that moves money. */
    public static final Pattern LIVE_KEY = Pattern.compile("\\b[sr]k_live_\\w+");
    /** Keys that tell by their form what they are, and user names with passwords in addresses. */
    public static final Pattern OTHERS =
            Pattern.compile("\\b[sr]k_test_\\w{8,}|\\bgh[pousr]_\\w{36}|\\bxox[abps]-[\\w-]+"
                    + "|(?s:-----BEGIN [A-Z ]*PRIVATE KEY.*)|://[^/\\s:@\"]+:[^\\s\"]+@");

    private static final Pattern USER_OF_A_HOST =
            Pattern.compile("(?<=^|[\\s\"'=(/])[^\\s:/@\"'=(]+:(?!//)[^\\s\"']+@(?!sha\\d+:)(?=[\\w.-])");
    private static final Pattern NAMED = Pattern.compile("(?i)((?:password|passwd|passphrase|secret|token|api-?key)="
            + "|--(?:password|passwd|passphrase|token|api-?key) (?!-))(?!\\$)[^\\s\"',;]+");
    private static final Pattern USER_OPTION =
            Pattern.compile("(?<=(?:^|\\s)(?:-u|--user)[ =]?)([^\\s:$\"']+:)(?!\\$)[^\\s\"']+");
    private static final String HIDDEN = "…";
    /** What the shell, or whatever else reads the text, fills in from elsewhere. */
    private static final Pattern REFERENCE = Pattern.compile("(?<=[:= \"'])\\$(\\{\\w+}|\\w+|\\([^)]*\\))");

    /** The warning at a value that looks like one; what it warns of is hidden wherever values are shown. */
    public static final String WARNING = "looks like a secret in plain text; move it to secrets, and link to that";

    private Credentials() {}

    /** Whether the text itself has one, rather than the name of a variable that has it. */
    public static boolean isIn(String text) {
        var own = REFERENCE.matcher(text).replaceAll(" ");
        return !masked(own).equals(own);
    }

    /** The text without them. */
    public static String masked(String text) {
        var masked = text;
        for (var pattern : new Pattern[] {AWS_KEY, LIVE_KEY}) {
            masked = pattern.matcher(masked).replaceAll(HIDDEN);
        }
        masked = OTHERS.matcher(masked)
                .replaceAll(found -> found.group().startsWith("://") ? "://" + HIDDEN + "@" : HIDDEN);
        masked = USER_OF_A_HOST.matcher(masked).replaceAll(HIDDEN + "@");
        masked = USER_OPTION.matcher(masked).replaceAll("$1" + HIDDEN);
        return NAMED.matcher(masked).replaceAll("$1" + HIDDEN);
    }
}
