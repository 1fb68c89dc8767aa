package groundwork.settings.sleep;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import groundwork.settings.units.WeekWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * When what sleeps is sure to run, in summer and winter alike.
 *
 * @param days on which the day begins, in the time zone of the hours
 * @param from minutes after midnight in UTC; below 0 where the day begins on the evening before in UTC
 */
public record OpenHours(SortedSet<DayOfWeek> days, int from, int to) {
    private static final int AN_HOUR = 60;
    private static final int A_DAY = 24 * AN_HOUR;
    private static final int A_WEEK = 7 * A_DAY;

    public OpenHours {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    static OpenHours of(SleepHours hours) {
        var offsets = IntStream.of(offset(hours, "2026-01-01T12:00:00Z"), offset(hours, "2026-07-01T12:00:00Z"))
                .summaryStatistics();
        var days = hours.days().stream().map(Weekday::day).collect(toCollection(TreeSet::new));
        return new OpenHours(days, minutes(hours.start()) - offsets.getMin(), minutes(hours.stop()) - offsets.getMax());
    }

    /** Whether copies and repairs have an hour each, away from where the day begins and ends. */
    public boolean areEnough() {
        return to - from >= 4 * AN_HOUR;
    }

    public boolean contain(WeekWindow window) {
        int begins = window.day().ordinal() * A_DAY + minutes(window.from());
        int lasts = Math.floorMod(minutes(window.to()) - minutes(window.from()), A_DAY);
        return days.stream().anyMatch(day -> begins(day, begins) + lasts <= to - from);
    }

    /** Whether there is an hour from this time on, on each of the days. */
    public boolean containHourAt(LocalTime time) {
        return Math.floorMod(minutes(time) - from, A_DAY) + AN_HOUR <= to - from;
    }

    public LocalTime hourOfCopies() {
        return time(from + AN_HOUR);
    }

    public WeekWindow hourOfRepairs() {
        int begins = from + 2 * AN_HOUR;
        return new WeekWindow(middle().plus(Math.floorDiv(begins, A_DAY)), time(begins), time(begins + AN_HOUR));
    }

    /** After the others, which AWS Backup must not meet. */
    public LocalTime hourOfVault() {
        return time(from + 3 * AN_HOUR);
    }

    public boolean isEveryDay() {
        return days.size() == DayOfWeek.values().length;
    }

    /** As people read it: {@code Mon, Tue, 13:00-22:00}. */
    @Override
    public String toString() {
        var names = days.stream().map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        return (isEveryDay() ? "every day" : names.collect(joining(", "))) + ", " + time(from) + "-" + time(to);
    }

    private DayOfWeek middle() {
        return List.copyOf(days).get(days.size() / 2);
    }

    private int begins(DayOfWeek day, int minuteOfWeek) {
        return Math.floorMod(minuteOfWeek - (day.ordinal() * A_DAY + from), A_WEEK);
    }

    private static int offset(SleepHours hours, String season) {
        return hours.timezone().getRules().getOffset(Instant.parse(season)).getTotalSeconds() / 60;
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalTime time(int minutes) {
        return LocalTime.ofSecondOfDay(Math.floorMod(minutes, A_DAY) * 60L);
    }
}
