import * as aws from "../../../src/types";
import { type Cases, GONE } from "../case";

const copy = [aws.RDS_INSTANCE, { replicateSourceDb: "db" }];

export const cases: Cases = {
    "data-not-public": {
        sound: { db: [aws.RDS_INSTANCE, { publiclyAccessible: false }] },
        faults: [["db.publiclyAccessible", true, "the database is publicly accessible"]],
        harmless: [["db.publiclyAccessible", GONE]],
    },
    "production-survives-a-zone": {
        sound: {
            db: [aws.RDS_INSTANCE, { multiAz: true }],
            cache: [aws.CACHE_GROUP, { automaticFailoverEnabled: true, multiAzEnabled: true, numCacheClusters: 2 }],
            shards: [
                aws.CACHE_GROUP,
                { automaticFailoverEnabled: true, multiAzEnabled: true, numNodeGroups: 2, replicasPerNodeGroup: 1 },
            ],
        },
        faults: [
            ["db.multiAz", false, "is in one zone: multiAz is not on"],
            ["cache.multiAzEnabled", false, "is in one zone: multiAzEnabled is not on"],
            ["cache.automaticFailoverEnabled", false, "is in one zone: automaticFailoverEnabled is not on"],
            ["cache.numCacheClusters", 1, "has no replica to fail over to"],
            ["shards.replicasPerNodeGroup", 0, "has no replica to fail over to"],
        ],
        harmless: [["db", copy]],
    },
    "production-cluster-spans-zones": {
        sound: {
            cluster: [aws.RDS_CLUSTER],
            one: [aws.RDS_CLUSTER_INSTANCE, { clusterIdentifier: "${cluster}", availabilityZone: "us-east-1a" }],
            two: [aws.RDS_CLUSTER_INSTANCE, { clusterIdentifier: "${cluster}", availabilityZone: "us-east-1b" }],
        },
        faults: [
            ["two", GONE, "has a single instance", "cluster"],
            ["two.availabilityZone", "us-east-1a", "has all of its instances in one zone", "cluster"],
        ],
        harmless: [["two.availabilityZone", GONE]],
    },
    "minor-versions-are-installed": {
        sound: { db: [aws.RDS_INSTANCE, { autoMinorVersionUpgrade: true }] },
        faults: [["db.autoMinorVersionUpgrade", false, "does not install fixes by itself"]],
        harmless: [["db.autoMinorVersionUpgrade", GONE]],
    },
    "engine-version-is-supported": {
        parameters: { today: "2026-06-01" },
        sound: {
            db: [aws.RDS_INSTANCE, { engine: "postgres", engineVersion: "17.4" }],
            cache: [aws.CACHE_GROUP, { engineVersion: "7.1" }],
        },
        faults: [
            ["db.engineVersion", "13.9", "postgres 13.9 has no standard support since 2026-02-28"],
            ["db.engineVersion", GONE, "has whatever version AWS takes"],
            ["cache.engineVersion", "4.0.10", "redis 4.0.10 has no standard support since 2026-01-31"],
            [
                "db.engineLifecycleSupport",
                "open-source-rds-extended-support",
                "pays for extended support rather than be upgraded",
            ],
        ],
        harmless: [["db", copy]],
    },
    "database-logs-reach-cloudwatch": {
        sound: {
            db: [aws.RDS_INSTANCE, { engine: "postgres", enabledCloudwatchLogsExports: ["postgresql", "upgrade"] }],
            shop: [aws.RDS_INSTANCE, { engine: "mysql", enabledCloudwatchLogsExports: ["error"] }],
        },
        faults: [
            ["db.enabledCloudwatchLogsExports", ["upgrade"], "does not send its postgresql log to CloudWatch"],
            ["shop.enabledCloudwatchLogsExports", GONE, "does not send its error log to CloudWatch"],
        ],
    },
    "database-queries-are-measured": {
        sound: { db: [aws.RDS_INSTANCE, { instanceClass: "db.m7g.large", performanceInsightsEnabled: true }] },
        faults: [["db.performanceInsightsEnabled", false, "does not measure its queries"]],
        harmless: [["db", [aws.RDS_INSTANCE, { instanceClass: "db.t4g.micro" }]]],
    },
    "database-storage-grows": {
        sound: { db: [aws.RDS_INSTANCE, { allocatedStorage: 20, maxAllocatedStorage: 100 }] },
        faults: [
            ["db.storageType", "standard", "has magnetic disks of an earlier time"],
            ["db.maxAllocatedStorage", 20, "stops when its storage is full"],
        ],
    },
    "database-administrator-has-its-own-name": {
        sound: {
            db: [aws.RDS_INSTANCE, { username: "app", password: "long and random" }],
            cluster: [aws.RDS_CLUSTER, { masterUsername: "app", manageMasterUserPassword: true }],
        },
        faults: [
            ["db.username", "postgres", "is administrated by postgres"],
            ["db.username", GONE, "has no administrator"],
            ["db.password", GONE, "has no password"],
            ["cluster.masterUsername", "admin", "is administrated by admin"],
            ["cluster.manageMasterUserPassword", GONE, "has no password", "cluster.masterPassword"],
        ],
        harmless: [["db", copy]],
    },
    "file-access-points-have-a-user": {
        sound: {
            point: [
                aws.ACCESS_POINT,
                {
                    posixUser: { uid: 1000, gid: 1000 },
                    rootDirectory: { path: "/app", creationInfo: { ownerUid: 1000, permissions: "750" } },
                },
            ],
        },
        faults: [
            ["point.posixUser.uid", 0, "is used as root, or as any user"],
            ["point.posixUser.gid", 0, "is used as the group of root"],
            ["point.rootDirectory.path", "/", "opens the whole file system"],
            ["point.rootDirectory.creationInfo.permissions", "777", "creates a folder that anybody writes to"],
            ["point.rootDirectory.creationInfo.ownerUid", 0, "creates a folder that is root's"],
        ],
    },
    "files-are-reachable": {
        sound: {
            files: [aws.EFS, { encrypted: true }],
            mount: [aws.MOUNT_TARGET, { fileSystemId: "${files}", securityGroups: ["g"] }],
        },
        faults: [
            ["mount", GONE, "can't be mounted anywhere", "files"],
            ["mount.securityGroups", GONE, "has the default security group"],
        ],
    },
};
