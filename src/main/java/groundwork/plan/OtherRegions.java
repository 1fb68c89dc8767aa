package groundwork.plan;

import groundwork.settings.StackSettings;
import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.resilience.BackupSettings;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The regions besides its own that a stack keeps copies in. */
public final class OtherRegions {
    private OtherRegions() {}

    public static SortedSet<String> of(StackSettings settings) {
        var regions = new TreeSet<String>();
        settings.backup().flatMap(BackupSettings::copyTo).ifPresent(regions::add);
        settings.databases().values().stream()
                .map(DatabaseSettings::backupRegion)
                .flatMap(Optional::stream)
                .forEach(regions::add);
        return Collections.unmodifiableSortedSet(regions);
    }
}
