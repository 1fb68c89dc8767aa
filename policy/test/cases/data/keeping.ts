import * as aws from "../../../src/types";
import { type Cases, GONE } from "../case";

const copy = [aws.RDS_INSTANCE, { replicateSourceDb: "db" }];

export const cases: Cases = {
    "production-data-is-kept": {
        sound: { db: [aws.RDS_INSTANCE, { backupRetentionPeriod: 7 }] },
        faults: [
            ["db.backupRetentionPeriod", 6, "keeps backups for less than 7 days"],
            ["db.backupRetentionPeriod", GONE, "keeps backups for less than 7 days"],
        ],
        harmless: [["db", copy]],
    },
    "database-can-be-restored": {
        sound: {
            db: [
                aws.RDS_INSTANCE,
                {
                    ...{ deletionProtection: true, skipFinalSnapshot: false },
                    ...{ finalSnapshotIdentifier: "last", deleteAutomatedBackups: false },
                },
            ],
        },
        faults: [
            ["db.deletionProtection", false, "can be deleted: deletionProtection is not on"],
            ["db.skipFinalSnapshot", true, "leaves no snapshot when it is deleted"],
            [
                "db.finalSnapshotIdentifier",
                GONE,
                "has no name for its last snapshot, so that it cannot be deleted at all",
            ],
            ["db.deleteAutomatedBackups", GONE, "takes its backups with it when it is deleted"],
        ],
        harmless: [["db", copy]],
    },
    "snapshots-have-tags": {
        sound: { db: [aws.RDS_INSTANCE, { copyTagsToSnapshot: true }] },
        faults: [["db.copyTagsToSnapshot", false, "makes snapshots without tags"]],
    },
    "database-changes-wait-for-the-window": {
        sound: {
            db: [aws.RDS_INSTANCE, { maintenanceWindow: "sun:04:30-sun:05:30", backupWindow: "03:00-04:00" }],
            cluster: [
                aws.RDS_CLUSTER,
                { preferredMaintenanceWindow: "sun:04:30-sun:05:30", preferredBackupWindow: "03:00-04:00" },
            ],
            cache: [aws.CACHE_GROUP, { maintenanceWindow: "sun:04:30-sun:05:30", snapshotWindow: "03:00-04:00" }],
        },
        faults: [
            ["db.applyImmediately", true, "is restarted whenever a setting changes"],
            ["db.maintenanceWindow", GONE, "is restarted when AWS chooses: no window is set"],
            ["db.backupWindow", GONE, "is backed up when AWS chooses: no window is set"],
            ["cluster.preferredMaintenanceWindow", GONE, "is restarted when AWS chooses: no window is set"],
            ["cache.snapshotWindow", GONE, "is backed up when AWS chooses: no window is set"],
        ],
    },
    "cache-is-backed-up": {
        sound: { cache: [aws.CACHE_GROUP, { snapshotRetentionLimit: 1, finalSnapshotIdentifier: "last" }] },
        faults: [
            ["cache.snapshotRetentionLimit", 0, "keeps no snapshot"],
            ["cache.finalSnapshotIdentifier", GONE, "leaves no snapshot when it is deleted"],
        ],
    },
    "files-are-backed-up": {
        sound: {
            files: [aws.EFS],
            backup: [aws.EFS_BACKUP, { fileSystemId: "${files}", backupPolicy: { status: "ENABLED" } }],
        },
        faults: [
            ["backup", GONE, "is not backed up", "files"],
            ["backup.backupPolicy.status", "DISABLED", "is not backed up", "files"],
        ],
        harmless: [["backup", [aws.BACKUP_SELECTION, { resources: ["${files}"] }]]],
    },
    "table-can-be-restored": {
        sound: { table: [aws.TABLE, { pointInTimeRecovery: { enabled: true }, deletionProtectionEnabled: true }] },
        faults: [
            ["table.pointInTimeRecovery.enabled", false, "can't be restored to a moment"],
            ["table.deletionProtectionEnabled", false, "can be deleted"],
        ],
    },
    "backups-leave-the-region": {
        sound: { db: [aws.RDS_INSTANCE], copies: [aws.BACKUPS_REPLICATION, { sourceDbInstanceArn: "${db}" }] },
        faults: [["copies", GONE, "has all of its backups in its own region", "db"]],
        harmless: [["copies", [aws.BACKUP_SELECTION, { resources: ["${db}"] }]]],
    },
    "backup-copies-are-kept": {
        sound: { copies: [aws.BACKUPS_REPLICATION, { retentionPeriod: 7, kmsKeyId: "arn:aws:kms:eu-west-1:1:key/1" }] },
        faults: [
            ["copies.retentionPeriod", 1, "keeps copies for less than 7 days"],
            ["copies.kmsKeyId", GONE, "has no key for the other region: an encrypted database can't be copied"],
        ],
    },
};
