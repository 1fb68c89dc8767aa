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

export const databasesAreBackedUp = resourceRule<Days>(
    "production-data-is-kept",
    [RDS_INSTANCE, RDS_CLUSTER],
    ({ props }, expect, { backupDays }) => {
        expect(
            "backupRetentionPeriod",
            `keeps backups for less than ${backupDays} days`,
            () => "replicateSourceDb" in props || (props["backupRetentionPeriod"] ?? 0) >= backupDays,
        );
    },
);

export const databasesCanBeRestored = resourceRule(
    "database-can-be-restored",
    [RDS_INSTANCE, RDS_CLUSTER],
    ({ props }, expect) => {
        if ("replicateSourceDb" in props) {
            return;
        }
        expect(
            "deletionProtection",
            "can be deleted: deletionProtection is not on",
            () => props["deletionProtection"] === true,
        );
        expect("skipFinalSnapshot", "leaves no snapshot when it is deleted", () => props["skipFinalSnapshot"] !== true);
        expect(
            "finalSnapshotIdentifier",
            "has no name for its last snapshot, so that it cannot be deleted at all",
            () => "finalSnapshotIdentifier" in props,
        );
        expect(
            "deleteAutomatedBackups",
            "takes its backups with it when it is deleted",
            () => props["deleteAutomatedBackups"] === false,
        );
    },
);

export const snapshotsHaveTags = resourceRule(
    "snapshots-have-tags",
    [RDS_INSTANCE, RDS_CLUSTER],
    ({ props }, expect) => {
        expect("copyTagsToSnapshot", "makes snapshots without tags", () => props["copyTagsToSnapshot"] === true);
    },
);

export const changesWait = resourceRule(
    "database-changes-wait-for-the-window",
    [RDS_INSTANCE, RDS_CLUSTER, CACHE_GROUP],
    ({ type, props }, expect) => {
        expect("applyImmediately", "is restarted whenever a setting changes", () => props["applyImmediately"] !== true);
        const [maintenance, backup] =
            type === RDS_INSTANCE
                ? ["maintenanceWindow", "backupWindow"]
                : type === RDS_CLUSTER
                  ? ["preferredMaintenanceWindow", "preferredBackupWindow"]
                  : ["maintenanceWindow", "snapshotWindow"];
        expect(maintenance, "is restarted when AWS chooses: no window is set", () => maintenance in props);
        expect(
            backup,
            "is backed up when AWS chooses: no window is set",
            () => backup in props || "replicateSourceDb" in props,
        );
    },
);

export const cachesAreKept = resourceRule("cache-is-backed-up", [CACHE_GROUP], ({ props }, expect) => {
    expect("snapshotRetentionLimit", "keeps no snapshot", () => (props["snapshotRetentionLimit"] ?? 0) >= 1);
    expect(
        "finalSnapshotIdentifier",
        "leaves no snapshot when it is deleted",
        () => "finalSnapshotIdentifier" in props,
    );
});

export const filesAreBackedUp = stackRule("files-are-backed-up", [EFS], (files, expect, topology) => {
    expect(
        "",
        "is not backed up",
        () =>
            topology
                .pointingAt(files, "fileSystemId", EFS_BACKUP)
                .some(it => it.props["backupPolicy"]?.status === "ENABLED") ||
            topology.pointingAt(files, "resources", BACKUP_SELECTION).length > 0,
    );
});

export const tablesAreKept = resourceRule("table-can-be-restored", [TABLE], ({ props }, expect) => {
    expect(
        "pointInTimeRecovery.enabled",
        "can't be restored to a moment",
        () => props["pointInTimeRecovery"]?.enabled === true,
    );
    expect("deletionProtectionEnabled", "can be deleted", () => props["deletionProtectionEnabled"] === true);
});

export const copiesLeaveTheRegion = stackRule(
    "backups-leave-the-region",
    [RDS_INSTANCE, RDS_CLUSTER],
    (database, expect, topology) => {
        expect(
            "",
            "has all of its backups in its own region",
            () =>
                "replicateSourceDb" in database.props ||
                topology.pointingAt(database, "sourceDbInstanceArn", BACKUPS_REPLICATION).length > 0 ||
                topology.pointingAt(database, "resources", BACKUP_SELECTION).length > 0,
        );
    },
);

export const copiesAreKept = resourceRule("backup-copies-are-kept", [BACKUPS_REPLICATION], ({ props }, expect) => {
    expect("retentionPeriod", "keeps copies for less than 7 days", () => (props["retentionPeriod"] ?? 7) >= 7);
    expect(
        "kmsKeyId",
        "has no key for the other region: an encrypted database can't be copied",
        () => "kmsKeyId" in props,
    );
});
