package groundwork.plan.data;

import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.sleep.OpenHours;
import groundwork.settings.units.WeekWindow;
import java.time.LocalTime;
import java.util.Optional;

/** The maintenance and backup windows of a database, in UTC: at night, or by day where it sleeps at night. */
public record CareHours(WeekWindow maintenance, String backups) {
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 0);

    public static CareHours of(DatabaseSettings database, Optional<OpenHours> openHours) {
        var asked = database.maintenance();
        return openHours
                .map(open -> around(open.contain(asked) ? asked : open.hourOfRepairs(), open.hourOfCopies()))
                .orElseGet(() -> around(asked, AT_NIGHT));
    }

    private static CareHours around(WeekWindow maintenance, LocalTime backups) {
        var start = maintenance.hourOutside(backups);
        return new CareHours(maintenance, start + "-" + start.plusHours(1));
    }
}
