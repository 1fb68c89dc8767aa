package groundwork;

import groundwork.audit.AuditTrail;
import groundwork.audit.IntrusionWatch;
import groundwork.base.StackContext;
import groundwork.budget.CostBudget;
import groundwork.data.Database;
import groundwork.links.Catalog;
import groundwork.observe.Observability;
import groundwork.resilience.backup.BackupReplication;
import groundwork.resilience.backup.Backups;
import groundwork.resilience.backup.OtherRegion;
import groundwork.resilience.backup.Protected;
import groundwork.resilience.export.DatabaseExport;
import groundwork.resilience.export.ExportSource;
import groundwork.resilience.export.ExportSource.Kind;
import groundwork.storage.Bucket;
import groundwork.storage.Volume;
import java.util.ArrayList;
import java.util.List;

/** What looks after a stack that stands: copies of its data, a record of who did what, and its bill. */
record Protection(Catalog catalog, Observability observability, StackContext stack) {
    void create() {
        var settings = stack.settings();
        settings.budget().ifPresent(budget -> new CostBudget("budget", budget, stack));
        settings.audit().ifPresent(audit -> {
            if (audit.trail()) {
                new AuditTrail("audit", audit, stack);
            }
            if (audit.guardDuty()) {
                new IntrusionWatch("intrusions", observability.topic(), stack);
            }
        });
        var regions = OtherRegion.all(stack);
        var holdings = holdings();
        settings.backup()
                .filter(any -> !holdings.isEmpty())
                .ifPresent(backup -> new Backups("backups", backup, holdings, regions, stack));
        catalog.all(Database.class).forEach((name, database) -> {
            var wanted = settings.databases().get(name);
            wanted.backupRegion()
                    .map(regions::get)
                    .ifPresent(region -> new BackupReplication(name, database.arn(), wanted.backups(), region));
            wanted.export()
                    .ifPresent(export ->
                            new DatabaseExport(name, export, source(name, database), observability.topic(), stack));
        });
    }

    private List<Protected> holdings() {
        var holdings = new ArrayList<Protected>();
        catalog.all(Database.class)
                .forEach((name, database) -> holdings.add(
                        isAurora(name)
                                ? Protected.databaseCluster(
                                        name, database.arn(), database.subnetGroup(), database.securityGroup())
                                : Protected.database(
                                        name, database.arn(), database.subnetGroup(), database.securityGroup())));
        catalog.all(Bucket.class).forEach((name, bucket) -> {
            if (stack.settings().buckets().get(name).versioning()) {
                holdings.add(Protected.bucket(name, bucket.arn()));
            }
        });
        catalog.all(Volume.class).forEach((name, volume) -> holdings.add(Protected.fileSystem(name, volume.arn())));
        return holdings;
    }

    private ExportSource source(String name, Database database) {
        var kind = isAurora(name) ? Kind.CLUSTER : Kind.INSTANCE;
        return new ExportSource(kind, database.identifier(), database.arn());
    }

    private boolean isAurora(String database) {
        return stack.settings().databases().get(database).isAurora();
    }
}
