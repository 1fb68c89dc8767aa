package groundwork.plan.data;

import static java.util.Objects.requireNonNull;

import groundwork.plan.network.Zones;
import groundwork.settings.StackSettings;
import groundwork.settings.data.DatabaseSettings;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A database, the hours of its maintenance and backups, and the zones that its instances may run in. */
public record DatabasePlan(DatabaseSettings settings, CareHours hours, List<String> zones) {
    private static final int LEAST_ZONES = 2;

    public DatabasePlan {
        requireNonNull(settings, "settings is null");
        requireNonNull(hours, "hours is null");
        zones = List.copyOf(zones);
    }

    public static SortedMap<String, DatabasePlan> all(String region, StackSettings settings) {
        var zones = Zones.of(region, settings.network(), LEAST_ZONES);
        var plans = new TreeMap<String, DatabasePlan>();
        settings.databases()
                .forEach((name, database) -> plans.put(
                        name, new DatabasePlan(database, CareHours.of(database, settings.openHours(database)), zones)));
        return Collections.unmodifiableSortedMap(plans);
    }
}
