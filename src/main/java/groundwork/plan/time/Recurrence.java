package groundwork.plan.time;

import groundwork.settings.resilience.Every;
import java.time.LocalTime;

/** When something comes round, in the words of EventBridge and AWS Backup. */
public final class Recurrence {
    private Recurrence() {}

    public static String cron(Every every, LocalTime at) {
        var days =
                switch (every) {
                    case DAY -> "* * ?";
                    case WEEK -> "? * SUN";
                    case MONTH -> "1 * ?";
                };
        return "cron(%d %d %s *)".formatted(at.getMinute(), at.getHour(), days);
    }
}
