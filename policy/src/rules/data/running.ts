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

export const dataIsNotPublic = resourceRule(
    "data-not-public",
    [
        RDS_INSTANCE,
        RDS_CLUSTER_INSTANCE,
        "aws:redshift/cluster:Cluster",
        "aws:dms/replicationInstance:ReplicationInstance",
        "aws:mq/broker:Broker",
    ],
    ({ props }, expect) => {
        expect("publiclyAccessible", "the database is publicly accessible", () => props["publiclyAccessible"] !== true);
    },
);

export const dataSurvivesAZone = resourceRule(
    "production-survives-a-zone",
    [RDS_INSTANCE, CACHE_GROUP],
    ({ type, props }, expect) => {
        if (type === RDS_INSTANCE) {
            expect(
                "multiAz",
                "is in one zone: multiAz is not on",
                () => "replicateSourceDb" in props || props["multiAz"] === true,
            );
            return;
        }
        for (const flag of ["automaticFailoverEnabled", "multiAzEnabled"]) {
            expect(flag, `is in one zone: ${flag} is not on`, () => props[flag] === true);
        }
        const copies =
            "numNodeGroups" in props || "replicasPerNodeGroup" in props ? "replicasPerNodeGroup" : "numCacheClusters";
        expect(
            copies,
            "has no replica to fail over to",
            () => (props[copies] ?? 0) >= (copies === "numCacheClusters" ? 2 : 1),
        );
    },
);

export const clustersSpanZones = stackRule(
    "production-cluster-spans-zones",
    [RDS_CLUSTER],
    (cluster, expect, topology) => {
        const instances = topology.pointingAt(cluster, "clusterIdentifier", RDS_CLUSTER_INSTANCE);
        expect("", "has a single instance", () => instances.length > 1);
        expect(
            "",
            "has all of its instances in one zone",
            () =>
                instances.length < 2 || new Set(instances.map((it, at) => it.props["availabilityZone"] ?? at)).size > 1,
        );
    },
);

export const minorVersionsAreInstalled = resourceRule(
    "minor-versions-are-installed",
    [RDS_INSTANCE, RDS_CLUSTER_INSTANCE, CACHE_GROUP],
    ({ props }, expect) => {
        expect("autoMinorVersionUpgrade", "does not install fixes by itself", () =>
            isNotOff(props["autoMinorVersionUpgrade"]),
        );
    },
);

export const versionsAreSupported = resourceRule<{ today: string }>(
    "engine-version-is-supported",
    [RDS_INSTANCE, RDS_CLUSTER, RDS_CLUSTER_INSTANCE, CACHE_GROUP],
    ({ props }, expect, { today }) => {
        if ("replicateSourceDb" in props) {
            return;
        }
        const day = today === "" ? new Date().toISOString().slice(0, 10) : today;
        const engine = () => String(props["engine"] ?? "redis");
        const version = () => String(props["engineVersion"] ?? "");
        const end = () => endOfSupport(engine(), version());
        expect(
            "engineVersion",
            () => `${engine()} ${version()} has no standard support since ${end()}`,
            () => (end() ?? "9999") >= day,
        );
        expect("engineVersion", "has whatever version AWS takes", () => !!props["engineVersion"]);
        expect(
            "engineLifecycleSupport",
            "pays for extended support rather than be upgraded",
            () => (props["engineLifecycleSupport"] ?? "") !== "open-source-rds-extended-support",
        );
    },
);

export const databasesLog = resourceRule(
    "database-logs-reach-cloudwatch",
    [RDS_INSTANCE, RDS_CLUSTER],
    ({ props }, expect) => {
        const engine = () => String(props["engine"] ?? "postgres");
        const wanted = () => (engine().includes("postgres") ? "postgresql" : "error");
        expect(
            "enabledCloudwatchLogsExports",
            () => `does not send its ${wanted()} log to CloudWatch`,
            () => [...(props["enabledCloudwatchLogsExports"] ?? [])].includes(wanted()),
        );
    },
);

export const databasesAreMeasured = resourceRule(
    "database-queries-are-measured",
    [RDS_INSTANCE, RDS_CLUSTER_INSTANCE],
    ({ props }, expect) => {
        expect(
            "performanceInsightsEnabled",
            "does not measure its queries",
            () =>
                /\.(t2\.|t3\.(micro|small)|t4g\.(micro|small))/.test(props["instanceClass"] ?? "") ||
                props["performanceInsightsEnabled"] === true,
        );
    },
);

export const databasesGrow = resourceRule("database-storage-grows", [RDS_INSTANCE], ({ props }, expect) => {
    expect(
        "maxAllocatedStorage",
        "stops when its storage is full",
        () => (props["maxAllocatedStorage"] ?? 0) > (props["allocatedStorage"] ?? 0),
    );
    expect("storageType", "has magnetic disks of an earlier time", () => props["storageType"] !== "standard");
});

export const administratorsHaveTheirOwnName = resourceRule(
    "database-administrator-has-its-own-name",
    [RDS_INSTANCE, RDS_CLUSTER],
    ({ type, props }, expect) => {
        const name = type === RDS_CLUSTER ? "masterUsername" : "username";
        expect(
            name,
            `is administrated by ${props[name]}`,
            () => !/^(admin|administrator|postgres|root|sa)$/i.test(props[name] ?? ""),
        );
        expect(
            name,
            "has no administrator",
            () => "replicateSourceDb" in props || "snapshotIdentifier" in props || !!props[name],
        );
        const password = type === RDS_CLUSTER ? "masterPassword" : "password";
        expect(password, "has no password", () =>
            ["replicateSourceDb", "snapshotIdentifier", "manageMasterUserPassword", password, `${password}Wo`].some(
                it => it in props,
            ),
        );
    },
);

export const accessPointsAreUsers = resourceRule(
    "file-access-points-have-a-user",
    [ACCESS_POINT],
    ({ props }, expect) => {
        expect("posixUser.uid", "is used as root, or as any user", () => (props["posixUser"]?.uid ?? 0) !== 0);
        expect("posixUser.gid", "is used as the group of root", () => (props["posixUser"]?.gid ?? 0) !== 0);
        expect(
            "rootDirectory.path",
            "opens the whole file system",
            () => (props["rootDirectory"]?.path ?? "/") !== "/",
        );
        expect(
            "rootDirectory.creationInfo.permissions",
            "creates a folder that anybody writes to",
            () => !/[2367]$/.test(props["rootDirectory"]?.creationInfo?.permissions ?? "755"),
        );
        expect(
            "rootDirectory.creationInfo.ownerUid",
            "creates a folder that is root's",
            () => (props["rootDirectory"]?.creationInfo?.ownerUid ?? 0) !== 0,
        );
    },
);

export const filesAreReachable = stackRule("files-are-reachable", [EFS, MOUNT_TARGET], (resource, expect, topology) => {
    if (resource.type === EFS) {
        expect(
            "",
            "can't be mounted anywhere",
            () => topology.pointingAt(resource, "fileSystemId", MOUNT_TARGET).length > 0,
        );
    } else {
        expect(
            "securityGroups",
            "has the default security group",
            () => (resource.props["securityGroups"] ?? []).length > 0,
        );
    }
});

function isNotOff(value: unknown): boolean {
    return value !== false && value !== "false";
}
