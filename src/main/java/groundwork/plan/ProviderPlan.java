package groundwork.plan;

import static java.util.Objects.requireNonNull;

import groundwork.plan.names.Names;
import groundwork.settings.ProviderSettings;
import groundwork.settings.StackSettings;
import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.resilience.BackupSettings;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the stack reaches AWS: the tags on everything, and the regions besides its own that it keeps copies in. */
public record ProviderPlan(ProviderSettings settings, SortedMap<String, String> tags, SortedSet<String> otherRegions) {
    public ProviderPlan {
        requireNonNull(settings, "settings is null");
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        otherRegions = Collections.unmodifiableSortedSet(new TreeSet<>(otherRegions));
    }

    static ProviderPlan of(Names names, StackSettings settings) {
        var tags = new TreeMap<>(settings.provider().tags());
        tags.putAll(Map.of("system", names.system(), "environment", names.stack(), "owner", settings.owner()));
        return new ProviderPlan(settings.provider(), tags, otherRegions(settings));
    }

    private static SortedSet<String> otherRegions(StackSettings settings) {
        var regions = new TreeSet<String>();
        settings.backup().flatMap(BackupSettings::copyTo).ifPresent(regions::add);
        settings.databases().values().stream()
                .map(DatabaseSettings::backupRegion)
                .flatMap(Optional::stream)
                .forEach(regions::add);
        return regions;
    }
}
