import { resourceRule, stackRule } from "../../rule";
import {
    BACKUP_SELECTION,
    BACKUPS_REPLICATION,
    CACHE_GROUP,
    EFS,
    EFS_BACKUP,
    RDS_CLUSTER,
    RDS_INSTANCE,
    TABLE,
} from "../../types";

interface Days {
    backupDays: number;
}

export const databasesAreBackedUp = resourceRule<Days>({
    id: "production-data-is-kept",
    controls: ["FSBP RDS.11", "FSBP RDS.26", "WA REL09-BP01"],
    description: "Databases of production keep backups for the days that are asked for.",
    remedy: "Set backupRetentionPeriod.",
    setting: "databases.*.backups",
    environments: ["production"],
    parameters: {
        backupDays: { type: "integer", minimum: 1, default: 7, description: "How long backups are kept at least." },
    },
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check({ props }, expect, { backupDays }) {
        expect(
            () => "replicateSourceDb" in props || (props["backupRetentionPeriod"] ?? 0) >= backupDays,
            `keeps backups for less than ${backupDays} days`,
            "backupRetentionPeriod",
        );
    },
});

export const databasesCanBeRestored = resourceRule({
    id: "database-can-be-restored",
    controls: ["FSBP RDS.7", "FSBP RDS.8", "WA REL09-BP01"],
    description: "A database of production cannot be deleted by a slip, and leaves a snapshot when it is.",
    remedy: "Set deletionProtection, a finalSnapshotIdentifier, and skipFinalSnapshot and deleteAutomatedBackups to false.",
    setting: "databases.*.protect",
    environments: ["production"],
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check({ props }, expect) {
        if ("replicateSourceDb" in props) {
            return;
        }
        expect(
            () => props["deletionProtection"] === true,
            "can be deleted: deletionProtection is not on",
            "deletionProtection",
        );
        expect(() => props["skipFinalSnapshot"] !== true, "leaves no snapshot when it is deleted", "skipFinalSnapshot");
        expect(
            () => "finalSnapshotIdentifier" in props,
            "has no name for its last snapshot, so that it cannot be deleted at all",
            "finalSnapshotIdentifier",
        );
        expect(
            () => props["deleteAutomatedBackups"] === false,
            "takes its backups with it when it is deleted",
            "deleteAutomatedBackups",
        );
    },
});

export const snapshotsHaveTags = resourceRule({
    id: "snapshots-have-tags",
    level: "advisory",
    controls: ["FSBP RDS.16", "FSBP RDS.17"],
    description: "Snapshots of a database have its tags, and so its owner.",
    remedy: "Set copyTagsToSnapshot.",
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check({ props }, expect) {
        expect(() => props["copyTagsToSnapshot"] === true, "makes snapshots without tags", "copyTagsToSnapshot");
    },
});

export const changesWait = resourceRule({
    id: "database-changes-wait-for-the-window",
    level: "advisory",
    controls: ["WA OPS06-BP03"],
    description: "A change that restarts a database of production waits for its maintenance window.",
    remedy: "Set applyImmediately to false, and the window.",
    environments: ["production"],
    types: [RDS_INSTANCE, RDS_CLUSTER, CACHE_GROUP],
    check({ type, props }, expect) {
        expect(() => props["applyImmediately"] !== true, "is restarted whenever a setting changes", "applyImmediately");
        const [maintenance, backup] =
            type === RDS_INSTANCE
                ? ["maintenanceWindow", "backupWindow"]
                : type === RDS_CLUSTER
                  ? ["preferredMaintenanceWindow", "preferredBackupWindow"]
                  : ["maintenanceWindow", "snapshotWindow"];
        expect(() => maintenance in props, "is restarted when AWS chooses: no window is set", maintenance);
        expect(
            () => backup in props || "replicateSourceDb" in props,
            "is backed up when AWS chooses: no window is set",
            backup,
        );
    },
});

export const cachesAreKept = resourceRule({
    id: "cache-is-backed-up",
    controls: ["FSBP ElastiCache.1", "WA REL09-BP01"],
    description: "A cache of production keeps snapshots, and leaves one when it is deleted.",
    remedy: "Set snapshotRetentionLimit to 1 or more, and finalSnapshotIdentifier.",
    setting: "caches.*.snapshots",
    environments: ["production"],
    types: [CACHE_GROUP],
    check({ props }, expect) {
        expect(() => (props["snapshotRetentionLimit"] ?? 0) >= 1, "keeps no snapshot", "snapshotRetentionLimit");
        expect(
            () => "finalSnapshotIdentifier" in props,
            "leaves no snapshot when it is deleted",
            "finalSnapshotIdentifier",
        );
    },
});

export const filesAreBackedUp = stackRule({
    id: "files-are-backed-up",
    controls: ["FSBP EFS.2", "WA REL09-BP01"],
    description: "File systems of production are backed up.",
    remedy: "Set the status of a BackupPolicy to ENABLED, or select the file system in a backup plan.",
    setting: "volumes.*.backups",
    environments: ["production"],
    types: [EFS],
    check(files, expect, topology) {
        expect(
            () =>
                topology
                    .pointingAt(files, "fileSystemId", EFS_BACKUP)
                    .some(it => it.props["backupPolicy"]?.status === "ENABLED") ||
                topology.pointingAt(files, "resources", BACKUP_SELECTION).length > 0,
            "is not backed up",
            "",
        );
    },
});

export const tablesAreKept = resourceRule({
    id: "table-can-be-restored",
    controls: ["FSBP DynamoDB.2", "FSBP DynamoDB.6", "WA REL09-BP01"],
    description: "A table of production can be restored to any second, and not be deleted by a slip.",
    remedy: "Set pointInTimeRecovery.enabled and deletionProtectionEnabled.",
    setting: "tables.*.pointInTimeRecovery",
    environments: ["production"],
    types: [TABLE],
    check({ props }, expect) {
        expect(
            () => props["pointInTimeRecovery"]?.enabled === true,
            "can't be restored to a moment",
            "pointInTimeRecovery.enabled",
        );
        expect(() => props["deletionProtectionEnabled"] === true, "can be deleted", "deletionProtectionEnabled");
    },
});

export const copiesLeaveTheRegion = stackRule({
    id: "backups-leave-the-region",
    level: "advisory",
    controls: ["WA REL13-BP02"],
    description: "Backups of a production database are copied to another region.",
    remedy: "Replicate the automated backups, or select the database in a backup plan that copies.",
    setting: "databases.*.backupRegion",
    environments: ["production"],
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, expect, topology) {
        expect(
            () =>
                "replicateSourceDb" in database.props ||
                topology.pointingAt(database, "sourceDbInstanceArn", BACKUPS_REPLICATION).length > 0 ||
                topology.pointingAt(database, "resources", BACKUP_SELECTION).length > 0,
            "has all of its backups in its own region",
            "backupRetentionPeriod",
        );
    },
});

export const copiesAreKept = resourceRule({
    id: "backup-copies-are-kept",
    controls: ["WA REL09-BP01"],
    description: "Copies of backups in another region are kept for a week, and encrypted.",
    remedy: "Set retentionPeriod to 7 or more, and kmsKeyId.",
    types: [BACKUPS_REPLICATION],
    check({ props }, expect) {
        expect(() => (props["retentionPeriod"] ?? 7) >= 7, "keeps copies for less than 7 days", "retentionPeriod");
        expect(
            () => "kmsKeyId" in props,
            "has no key for the other region: an encrypted database can't be copied",
            "kmsKeyId",
        );
    },
});
