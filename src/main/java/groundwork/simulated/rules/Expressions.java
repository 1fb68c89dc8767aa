package groundwork.simulated.rules;

import groundwork.simulated.Existing;
import java.util.regex.Pattern;

/** The at, rate and cron expressions AWS schedules by. */
public final class Expressions {
    private static final Pattern AT = Pattern.compile("at\\(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\)");
    private static final Pattern RATE =
            Pattern.compile("rate\\((?:1 (?:minute|hour|day)|(?!1 )[1-9]\\d* (?:minute|hour|day)s)\\)");
    private static final String FIELD = "[\\w*?,/#-]+";
    private static final Pattern CRON = Pattern.compile("cron\\((" + FIELD + ") (" + FIELD + ") (" + FIELD + ") ("
            + FIELD + ") (" + FIELD + ") (" + FIELD + ")\\)");

    private Expressions() {}

    public static void judge(Existing resource, String path, Refusals refusals) {
        resource.text(path)
                .ifPresent(text -> refusals.unless(
                        isValid(text),
                        path,
                        "\"%s\" is none of at(2026-01-31T08:00:00), rate(5 minutes) and cron(0 8 ? * MON-FRI *)",
                        text));
    }

    static boolean isValid(String text) {
        return AT.matcher(text).matches() || RATE.matcher(text).matches() || isCron(text);
    }

    private static boolean isCron(String text) {
        var cron = CRON.matcher(text);
        // Day of month and day of week exclude each other: one of the two must be left open.
        return cron.matches() && (cron.group(3).equals("?") != cron.group(5).equals("?"));
    }
}
