package groundwork;

import groundwork.audit.AuditTrail;
import groundwork.audit.IntrusionWatch;
import groundwork.base.Site;
import groundwork.cost.CostWatch;
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
record Safekeeping(Catalog catalog, Observability observability, Site site) {
    void create() {
        var settings = site.settings();
        settings.cost().ifPresent(cost -> new CostWatch("cost", cost, site));
        settings.audit().ifPresent(audit -> {
            if (audit.trail()) {
                new AuditTrail("audit", audit, site);
            }
            if (audit.guardDuty()) {
                new IntrusionWatch("intrusions", observability.topic(), site);
            }
        });
        var regions = OtherRegion.all(site);
        var holdings = holdings();
        settings.backup()
                .filter(any -> !holdings.isEmpty())
                .ifPresent(backup -> new Backups("backups", backup, holdings, regions, site));
        catalog.all(Database.class).forEach((name, database) -> {
            var wanted = settings.databases().get(name);
            wanted.backupRegion()
                    .map(regions::get)
                    .ifPresent(region -> new BackupReplication(name, database.arn(), wanted.backups(), region));
            wanted.export()
                    .ifPresent(export ->
                            new DatabaseExport(name, export, source(name, database), observability.topic(), site));
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
            if (site.settings().buckets().get(name).versioning()) {
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
        return site.settings().databases().get(database).isAurora();
    }
}
