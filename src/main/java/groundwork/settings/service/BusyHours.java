package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.LocalTime;
import java.time.ZoneId;

/** Hours in which more tasks run at least; above that, the service scales as always. */
public record BusyHours(
        @Setting(value = "On which days", example = "weekdays") Days days,
        @Setting(value = "From when", example = "07:30") LocalTime from,
        @Setting(value = "Until when, on the same day", example = "12:00") LocalTime to,
        @Setting(value = "Time zone", example = "America/New_York") ZoneId timezone,
        @Setting(
                        value = "The fewest tasks in these hours",
                        example = "4",
                        cost = "size, for each task, for these hours")
                @Between(min = "1", max = "5000")
                int min)
        implements Checked {

    /** Named as cron names them. */
    public enum Days {
        WEEKDAYS("MON-FRI"),
        WEEKENDS("SAT,SUN"),
        EVERY_DAY("*");

        private final String cron;

        Days(String cron) {
            this.cron = cron;
        }

        boolean meet(Days other) {
            return this == other || this == EVERY_DAY || other == EVERY_DAY;
        }
    }

    public String cronOfBegin() {
        return cron(from);
    }

    public String cronOfEnd() {
        return cron(to);
    }

    /** Whether both want something of the same minute, the end included: the later word would win. */
    boolean meets(BusyHours other) {
        return days.meet(other.days) && !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    @Override
    public void check(Problems problems) {
        problems.at("to").unless(from.isBefore(to), "%s is not after %s; give a later time on the same day", to, from);
    }

    private String cron(LocalTime time) {
        return "cron(%d %d ? * %s *)".formatted(time.getMinute(), time.getHour(), days.cron);
    }
}
