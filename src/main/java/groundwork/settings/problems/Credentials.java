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
            + "|--(?:password|passwd|passphrase|token|api-?key) (?!-))[^\\s\"',;]+");
    private static final String HIDDEN = "…";

    private Credentials() {}

    /** The text without them. */
    public static String masked(String text) {
        var masked = text;
        for (var pattern : new Pattern[] {AWS_KEY, LIVE_KEY}) {
            masked = pattern.matcher(masked).replaceAll(HIDDEN);
        }
        masked = OTHERS.matcher(masked)
                .replaceAll(found -> found.group().startsWith("://") ? "://" + HIDDEN + "@" : HIDDEN);
        masked = USER_OF_A_HOST.matcher(masked).replaceAll(HIDDEN + "@");
        return NAMED.matcher(masked).replaceAll("$1" + HIDDEN);
    }
}
