package groundwork.settings.units;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A stretch of every week, written {@code sun 02:00-04:00}; one that ends no later than it begins runs into the next day. */
public record WeekWindow(DayOfWeek day, LocalTime from, LocalTime to) implements Comparable<WeekWindow> {
    public static final String FORM =
            "(mon|tue|wed|thu|fri|sat|sun) ([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d";

    private static final Pattern WRITTEN = Pattern.compile(FORM);
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int LEAST_MINUTES = 30;
    private static final int MOST_MINUTES = 12 * 60;
    private static final int AN_HOUR = 60;

    public WeekWindow {
        requireNonNull(day, "day is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        if (minutes(from, to) < LEAST_MINUTES || minutes(from, to) > MOST_MINUTES) {
            throw new IllegalArgumentException("write a window of half an hour to twelve hours");
        }
    }

    public static WeekWindow parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("write a window such as sun 02:00-04:00");
        }
        return new WeekWindow(
                day(text.substring(0, 3)), LocalTime.parse(text.substring(4, 9)), LocalTime.parse(text.substring(10)));
    }

    /** As AWS writes it: {@code sun:02:00-sun:04:00}. */
    public String aws() {
        var lastDay = from.isBefore(to) ? day : day.plus(1);
        return "%s:%s-%s:%s".formatted(label(day), from, label(lastDay), to);
    }

    /** When the preferred hour of every day begins, or the one right after this window where the two would meet. */
    public LocalTime hourOutside(LocalTime preferred) {
        return isClear(preferred) ? preferred : to;
    }

    @Override
    public int compareTo(WeekWindow other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s %s-%s".formatted(label(day), from, to);
    }

    private boolean isClear(LocalTime hour) {
        int after = minutes(from, hour);
        return after >= minutes(from, to) && after + AN_HOUR <= MINUTES_OF_A_DAY;
    }

    private static int minutes(LocalTime from, LocalTime to) {
        return Math.floorMod((int) Duration.between(from, to).toMinutes(), MINUTES_OF_A_DAY);
    }

    private static String label(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static DayOfWeek day(String label) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> label(day).equals(label))
                .findFirst()
                .orElseThrow();
    }
}
