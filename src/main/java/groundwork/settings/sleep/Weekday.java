package groundwork.settings.sleep;

import java.time.DayOfWeek;

/** Days as people shorten them. */
public enum Weekday {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN;

    public DayOfWeek day() {
        return DayOfWeek.values()[ordinal()];
    }
}
