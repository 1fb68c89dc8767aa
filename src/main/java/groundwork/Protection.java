package groundwork;

import com.pulumi.core.Output;
import groundwork.base.BackedUp;
import groundwork.base.StackContext;
import groundwork.data.Database;
import groundwork.links.Catalog;
import groundwork.plan.data.BackupPlan;
import groundwork.resilience.backup.BackupReplication;
import groundwork.resilience.backup.Backups;
import groundwork.resilience.backup.OtherRegion;
import groundwork.resilience.export.DatabaseExport;
import java.util.Optional;

/** Backups of the stack's data: in a backup vault, in another region, as exported files. */
record Protection(Catalog catalog, Optional<BackupPlan> backup, Optional<Output<String>> topic, StackContext stack) {
    void create() {
        var regions = OtherRegion.all(stack);
        var holdings = catalog.all(BackedUp.class).values().stream()
                .flatMap(holder -> holder.toBackUp().stream())
                .toList();
        if (!holdings.isEmpty()) {
            backup.ifPresent(plan -> {
                var alerts = plan.tellsOfFailures() ? topic : Optional.<Output<String>>empty();
                new Backups("backups", plan, holdings, regions, alerts, stack);
            });
        }
        catalog.all(Database.class).forEach((name, database) -> {
            var wanted = database.settings();
            wanted.backupRegion()
                    .map(regions::get)
                    .ifPresent(region -> new BackupReplication(name, database.arn(), wanted.backups(), region));
            wanted.export()
                    .ifPresent(export -> new DatabaseExport(name, export, database.exportSource(), topic, stack));
        });
    }
}
