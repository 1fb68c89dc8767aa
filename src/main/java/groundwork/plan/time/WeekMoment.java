package groundwork.plan.time;

import java.time.Duration;
import java.time.LocalTime;

/** A time on each day of the working week; before it may be the evening before, after it the next morning. */
public record WeekMoment(long minutes) {
    private static final int MINUTES_OF_HOUR = 60;
    private static final int MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

    public static WeekMoment at(LocalTime time) {
        return new WeekMoment(time.toSecondOfDay() / MINUTES_OF_HOUR);
    }

    public WeekMoment before(Duration time) {
        return new WeekMoment(minutes - time.toMinutes());
    }

    public WeekMoment after(Duration time) {
        return new WeekMoment(minutes + time.toMinutes());
    }

    /** As EventBridge Scheduler writes it. */
    public String cron() {
        long ofDay = Math.floorMod(minutes, MINUTES_OF_DAY);
        return "cron(%d %d ? * %s *)".formatted(ofDay % MINUTES_OF_HOUR, ofDay / MINUTES_OF_HOUR, days());
    }

    private String days() {
        if (minutes < 0) {
            return "SUN-THU";
        }
        return minutes < MINUTES_OF_DAY ? "MON-FRI" : "TUE-SAT";
    }
}
