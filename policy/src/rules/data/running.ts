import { endOfSupport } from "../../releases";
import { resourceRule, stackRule } from "../../rule";
import {
    ACCESS_POINT,
    CACHE_GROUP,
    EFS,
    MOUNT_TARGET,
    RDS_CLUSTER,
    RDS_CLUSTER_INSTANCE,
    RDS_INSTANCE,
} from "../../types";

export const dataIsNotPublic = resourceRule({
    id: "data-not-public",
    controls: ["FSBP RDS.2", "CIS 2.3.3", "WA SEC05-BP01"],
    description: "Databases have no public address.",
    remedy: "Remove publiclyAccessible; reach the database from inside the network.",
    types: [
        RDS_INSTANCE,
        RDS_CLUSTER_INSTANCE,
        "aws:redshift/cluster:Cluster",
        "aws:dms/replicationInstance:ReplicationInstance",
    ],
    check({ props }, expect) {
        expect(() => props["publiclyAccessible"] !== true, "the database is publicly accessible", "publiclyAccessible");
    },
});

export const dataSurvivesAZone = resourceRule({
    id: "production-survives-a-zone",
    controls: ["FSBP RDS.5", "FSBP ElastiCache.3", "WA REL10-BP01"],
    description: "Databases and caches of production survive the loss of a zone.",
    remedy: "Set multiAz on databases; automaticFailoverEnabled and multiAzEnabled, and a replica, on caches.",
    setting: "databases.*.multiAz, or caches.*.replicas",
    environments: ["production"],
    types: [RDS_INSTANCE, CACHE_GROUP],
    check({ type, props }, expect) {
        if (type === RDS_INSTANCE) {
            expect(
                () => "replicateSourceDb" in props || props["multiAz"] === true,
                "is in one zone: multiAz is not on",
                "multiAz",
            );
            return;
        }
        for (const flag of ["automaticFailoverEnabled", "multiAzEnabled"]) {
            expect(() => props[flag] === true, `is in one zone: ${flag} is not on`, flag);
        }
        const copies =
            "numNodeGroups" in props || "replicasPerNodeGroup" in props ? "replicasPerNodeGroup" : "numCacheClusters";
        expect(
            () => (props[copies] ?? 0) >= (copies === "numCacheClusters" ? 2 : 1),
            "has no replica to fail over to",
            copies,
        );
    },
});

export const clustersSpanZones = stackRule({
    id: "production-cluster-spans-zones",
    controls: ["FSBP RDS.15", "WA REL10-BP01"],
    description: "A production database cluster has a second instance to fail over to.",
    remedy: "Give the cluster a reader in another zone.",
    setting: "databases.*.replicas",
    environments: ["production"],
    types: [RDS_CLUSTER],
    check(cluster, expect, topology) {
        const instances = topology.pointingAt(cluster, "clusterIdentifier", RDS_CLUSTER_INSTANCE);
        expect(() => instances.length > 1, "has a single instance", "clusterIdentifier");
        expect(
            () =>
                instances.length < 2 || new Set(instances.map((it, at) => it.props["availabilityZone"] ?? at)).size > 1,
            "has all of its instances in one zone",
            "clusterIdentifier",
        );
    },
});

export const minorVersionsAreInstalled = resourceRule({
    id: "minor-versions-are-installed",
    controls: ["FSBP RDS.13", "FSBP ElastiCache.2", "CIS 2.3.2", "WA SEC06-BP01"],
    description: "Databases and caches install minor versions, and with them fixes of security, by themselves.",
    remedy: "Set autoMinorVersionUpgrade to true.",
    types: [RDS_INSTANCE, RDS_CLUSTER_INSTANCE, CACHE_GROUP],
    check({ props }, expect) {
        expect(
            () => isNotOff(props["autoMinorVersionUpgrade"]),
            "does not install fixes by itself",
            "autoMinorVersionUpgrade",
        );
    },
});

export const versionsAreSupported = resourceRule<{ today: string }>({
    id: "engine-version-is-supported",
    controls: ["WA SEC06-BP01"],
    description: "Databases and caches have a version that AWS still supports at no extra price.",
    remedy: "Choose a later version.",
    setting: "databases.*.version, or caches.*.version",
    parameters: {
        today: {
            type: "string",
            default: "",
            description: "The day to judge by (2026-01-31); that of the judgement without it.",
        },
    },
    types: [RDS_INSTANCE, RDS_CLUSTER, RDS_CLUSTER_INSTANCE, CACHE_GROUP],
    check({ props }, expect, { today }) {
        if ("replicateSourceDb" in props) {
            return;
        }
        const day = today === "" ? new Date().toISOString().slice(0, 10) : today;
        expect(
            () =>
                (endOfSupport(String(props["engine"] ?? "redis"), String(props["engineVersion"] ?? "")) ?? "9999") >=
                day,
            () =>
                `${props["engine"]} ${props["engineVersion"]} has no standard support since ${endOfSupport(props["engine"], String(props["engineVersion"]))}`,
            "engineVersion",
        );
        expect(() => !!props["engineVersion"], "has whatever version AWS takes", "engineVersion");
        expect(
            () => (props["engineLifecycleSupport"] ?? "") !== "open-source-rds-extended-support",
            "pays for extended support rather than be upgraded",
            "engineLifecycleSupport",
        );
    },
});

export const databasesLog = resourceRule({
    id: "database-logs-reach-cloudwatch",
    controls: ["FSBP RDS.9", "FSBP RDS.34", "FSBP RDS.36", "WA SEC04-BP01"],
    description: "A database sends its log to CloudWatch.",
    remedy: "Name the engine's logs in enabledCloudwatchLogsExports.",
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check({ props }, expect) {
        const engine = () => String(props["engine"] ?? "postgres");
        const wanted = () => (engine().includes("postgres") ? "postgresql" : "error");
        expect(
            () => [...(props["enabledCloudwatchLogsExports"] ?? [])].includes(wanted()),
            () => `does not send its ${wanted()} log to CloudWatch`,
            "enabledCloudwatchLogsExports",
        );
    },
});

export const databasesAreMeasured = resourceRule({
    id: "database-queries-are-measured",
    level: "advisory",
    controls: ["WA PERF05-BP01"],
    description: "A production database measures its queries.",
    remedy: "Set performanceInsightsEnabled; 7 days of it are free, but very small instance classes do not offer it.",
    environments: ["production"],
    types: [RDS_INSTANCE, RDS_CLUSTER_INSTANCE],
    check({ props }, expect) {
        expect(
            () =>
                /\.(t2\.|t3\.(micro|small)|t4g\.(micro|small))/.test(props["instanceClass"] ?? "") ||
                props["performanceInsightsEnabled"] === true,
            "does not measure its queries",
            "performanceInsightsEnabled",
        );
    },
});

export const databasesGrow = resourceRule({
    id: "database-storage-grows",
    level: "advisory",
    controls: ["WA REL01-BP06"],
    description: "A database's storage grows before it is full.",
    remedy: "Set maxAllocatedStorage above allocatedStorage.",
    types: [RDS_INSTANCE],
    check({ props }, expect) {
        expect(
            () => (props["maxAllocatedStorage"] ?? 0) > (props["allocatedStorage"] ?? 0),
            "stops when its storage is full",
            "maxAllocatedStorage",
        );
    },
});

export const administratorsHaveTheirOwnName = resourceRule({
    id: "database-administrator-has-its-own-name",
    controls: ["FSBP RDS.24", "FSBP RDS.25", "WA SEC02-BP01"],
    description: "A database's administrator is not called as everywhere: admin, postgres, root.",
    remedy: "Set another username.",
    setting: "databases.*.user",
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check({ type, props }, expect) {
        const name = type === RDS_CLUSTER ? "masterUsername" : "username";
        expect(
            () => !/^(admin|administrator|postgres|root|sa)$/i.test(props[name] ?? ""),
            `is administrated by ${props[name]}`,
            name,
        );
        expect(
            () => "replicateSourceDb" in props || "snapshotIdentifier" in props || !!props[name],
            "has no administrator",
            name,
        );
        const password = type === RDS_CLUSTER ? "masterPassword" : "password";
        expect(
            () =>
                ["replicateSourceDb", "snapshotIdentifier", "manageMasterUserPassword", password, `${password}Wo`].some(
                    it => it in props,
                ),
            "has no password",
            password,
        );
    },
});

export const accessPointsAreUsers = resourceRule({
    id: "file-access-points-have-a-user",
    controls: ["FSBP EFS.3", "FSBP EFS.4", "WA SEC03-BP02"],
    description: "Who mounts a file system does so as one user other than root, in one folder other than the top.",
    remedy: "Set posixUser and rootDirectory.path.",
    setting: "volumes.*.user",
    types: [ACCESS_POINT],
    check({ props }, expect) {
        expect(() => (props["posixUser"]?.uid ?? 0) !== 0, "is used as root, or as any user", "posixUser.uid");
        expect(() => (props["posixUser"]?.gid ?? 0) !== 0, "is used as the group of root", "posixUser.gid");
        expect(
            () => (props["rootDirectory"]?.path ?? "/") !== "/",
            "opens the whole file system",
            "rootDirectory.path",
        );
        expect(
            () => !/[2367]$/.test(props["rootDirectory"]?.creationInfo?.permissions ?? "755"),
            "creates a folder that anybody writes to",
            "rootDirectory.creationInfo.permissions",
        );
        expect(
            () => (props["rootDirectory"]?.creationInfo?.ownerUid ?? 0) !== 0,
            "creates a folder that is root's",
            "rootDirectory.creationInfo.ownerUid",
        );
    },
});

export const filesAreReachable = stackRule({
    id: "files-are-reachable",
    controls: ["WA REL10-BP01"],
    description: "A file system has a mount target, each with a security group of its own.",
    remedy: "Add a MountTarget in each zone, with the file system's security group.",
    types: [EFS, MOUNT_TARGET],
    check(resource, expect, topology) {
        if (resource.type === EFS) {
            expect(
                () => topology.pointingAt(resource, "fileSystemId", MOUNT_TARGET).length > 0,
                "can't be mounted anywhere",
                "encrypted",
            );
        } else {
            expect(
                () => (resource.props["securityGroups"] ?? []).length > 0,
                "has the default security group",
                "securityGroups",
            );
        }
    },
});

function isNotOff(value: unknown): boolean {
    return value !== false && value !== "false";
}
