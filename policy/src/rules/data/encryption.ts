import { UNKNOWN } from "../../reading";
import { resourceRule, stackRule } from "../../rule";
import {
    CACHE_CLUSTER,
    CACHE_GROUP,
    EFS,
    KEY,
    LOG_GROUP,
    PARAMETER,
    PARAMETER_GROUPS,
    QUEUE,
    RDS_CLUSTER,
    RDS_CLUSTER_INSTANCE,
    RDS_INSTANCE,
    REPOSITORY,
    SECRET,
    TASK_DEFINITION,
    TOPIC,
    BACKUP_VAULT,
    TRAIL,
    APP_RUNNER,
    BACKUPS_REPLICATION,
    ECS_CLUSTER,
} from "../../types";
import { parametersOf } from "./parameters";

const FLAG: Record<string, string> = {
    [RDS_INSTANCE]: "storageEncrypted",
    [RDS_CLUSTER]: "storageEncrypted",
    [CACHE_GROUP]: "atRestEncryptionEnabled",
    [EFS]: "encrypted",
    "aws:docdb/cluster:Cluster": "storageEncrypted",
    "aws:neptune/cluster:Cluster": "storageEncrypted",
    "aws:redshift/cluster:Cluster": "encrypted",
    "aws:ebs/volume:Volume": "encrypted",
};

export const encryptedAtRest = resourceRule({
    id: "encrypted-at-rest",
    controls: [
        "FSBP RDS.3",
        "FSBP EFS.1",
        "FSBP ElastiCache.4",
        "FSBP SQS.1",
        "CIS 2.2.1",
        "CIS 2.3.1",
        "WA SEC08-BP02",
    ],
    description: "Databases, caches, file systems, volumes and queues are encrypted where they are stored.",
    remedy: "Switch encryption on before the first deployment; most of these are replaced when it changes.",
    types: [...Object.keys(FLAG), CACHE_CLUSTER, QUEUE, "aws:opensearch/domain:Domain"],
    check({ type, props }, expect) {
        if (type === QUEUE) {
            expect(
                () => props["sqsManagedSseEnabled"] !== false || !!props["kmsMasterKeyId"],
                "the queue is not encrypted",
                "sqsManagedSseEnabled",
            );
        } else if (type === CACHE_CLUSTER) {
            expect(
                () => props["engine"] === "memcached" || !!props["replicationGroupId"],
                "a single cache cluster cannot be encrypted; use a replication group",
            );
        } else if (type === "aws:opensearch/domain:Domain") {
            expect(() => props["encryptAtRest"]?.enabled === true, "is not encrypted", "encryptAtRest.enabled");
        } else {
            const flag = FLAG[type] ?? "";
            expect(
                () => isOn(props[flag]) || (!(flag in props) && takesAfterItsSource(props)),
                `${flag} is not on`,
                flag,
            );
        }
    },
});

export const encryptedInTransit = resourceRule({
    id: "encrypted-in-transit",
    controls: ["FSBP ElastiCache.5", "WA SEC09-BP02"],
    description: "Caches are only talked to over TLS, and with a password.",
    remedy: "Set transitEncryptionEnabled, and transitEncryptionMode to required; clients connect with rediss://.",
    types: [CACHE_GROUP],
    check({ props }, expect) {
        expect(() => isOn(props["transitEncryptionEnabled"]), "is talked to without TLS", "transitEncryptionEnabled");
        expect(() => (props["transitEncryptionMode"] ?? "required") === "required", "takes connections without TLS");
    },
});

export const cachesAskForPasswords = resourceRule({
    id: "cache-asks-for-a-password",
    controls: ["FSBP ElastiCache.6", "WA SEC02-BP01"],
    description: "A cache asks for a password, or knows its users.",
    remedy: "Set authToken, or userGroupIds.",
    types: [CACHE_GROUP],
    check({ props }, expect) {
        expect(() => "authToken" in props || (props["userGroupIds"] ?? []).length > 0, "takes anybody", "authToken");
    },
});

export const databasesForceTls = stackRule({
    id: "database-forces-tls",
    controls: ["WA SEC09-BP02"],
    description: "PostgreSQL and MySQL take connections over TLS only.",
    remedy: "Set rds.force_ssl to 1, or require_secure_transport to ON, in the parameter group, and name it.",
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, expect, topology) {
        const { props, type } = database;
        if ("replicateSourceDb" in props || !/postgres|mysql|mariadb/.test(props["engine"] ?? "postgres")) {
            return;
        }
        const property = type === RDS_CLUSTER ? "dbClusterParameterGroupName" : "parameterGroupName";
        expect(() => !!props[property], "has the default parameters, which take connections without TLS", property);
        for (const group of topology.pointedAt(database, property, ...PARAMETER_GROUPS)) {
            expect(
                () => {
                    const parameters = parametersOf(group);
                    const said = parameters["rds.force_ssl"] ?? parameters["require_secure_transport"] ?? "";
                    return /^(1|on|true)$/i.test(said);
                },
                `has ${group.name}, which takes connections without TLS`,
                property,
            );
        }
    },
});

export const modernCertificates = resourceRule({
    id: "database-certificate-is-current",
    controls: ["WA SEC09-BP01"],
    description: "A database has a certificate of a current authority: rds-ca-2019 expired in 2024.",
    remedy: "Set caCertIdentifier to rds-ca-rsa2048-g1 or one of its siblings.",
    types: [RDS_INSTANCE, RDS_CLUSTER_INSTANCE],
    check({ props }, expect) {
        expect(
            () => /^rds-ca-(rsa2048|rsa4096|ecc384)-g\d$/.test(props["caCertIdentifier"] ?? "rds-ca-rsa2048-g1"),
            "has a certificate of an expired authority",
        );
    },
});

/** How each kind of resource names a key of the customer's own. */
const OWN_KEY: Record<string, string[]> = {
    [RDS_INSTANCE]: ["kmsKeyId"],
    [RDS_CLUSTER]: ["kmsKeyId"],
    [RDS_CLUSTER_INSTANCE]: [],
    [CACHE_GROUP]: ["kmsKeyId"],
    [EFS]: ["kmsKeyId"],
    [LOG_GROUP]: ["kmsKeyId"],
    [SECRET]: ["kmsKeyId"],
    [TOPIC]: ["kmsMasterKeyId"],
    [QUEUE]: ["kmsMasterKeyId"],
    [BACKUP_VAULT]: ["kmsKeyArn"],
    [REPOSITORY]: ["encryptionConfigurations"],
    [TRAIL]: ["kmsKeyId"],
    [APP_RUNNER]: ["encryptionConfiguration"],
    [BACKUPS_REPLICATION]: ["kmsKeyId"],
    [ECS_CLUSTER]: ["configuration"],
    [PARAMETER]: ["keyId"],
};

export const encryptedWithOwnKey = stackRule({
    id: "encrypted-with-the-stacks-key",
    controls: ["FSBP SNS.1", "CIS 3.5", "WA SEC08-BP01"],
    description: "Where a stack has a key of its own, all that it stores is encrypted with that.",
    remedy: "Name the stack's key: its policy and its rotation are then the data's as well.",
    setting: "encryption",
    environments: ["production"],
    types: Object.keys(OWN_KEY),
    check(resource, expect, topology) {
        const keys = topology.ofType(KEY);
        const isPlainParameter = resource.type === PARAMETER && resource.props["type"] !== "SecureString";
        if (keys.length === 0 || isPlainParameter) {
            return;
        }
        const own = "replicateSourceDb" in resource.props ? [] : (OWN_KEY[resource.type] ?? []);
        for (const property of own) {
            expect(
                () => {
                    const said = resource.props[property];
                    const text = written(resource.inputs[property]);
                    return (
                        said !== undefined &&
                        (typeof said === "string" ||
                            (/kmsKey/.test(text) && (resource.type !== REPOSITORY || /"KMS/.test(text))))
                    );
                },
                "is not encrypted with the stack's key",
                property,
            );
        }
        expect(
            () =>
                resource.props["performanceInsightsEnabled"] !== true ||
                "performanceInsightsKmsKeyId" in resource.props,
            "keeps its performance data without the stack's key",
            "performanceInsightsKmsKeyId",
        );
    },
});

export const volumesAreEncryptedInTransit = resourceRule({
    id: "volumes-are-encrypted-in-transit",
    controls: ["FSBP ECS.16", "WA SEC09-BP02"],
    description: "Tasks mount file systems over TLS, with their role's rights, by an access point.",
    remedy: "Set transitEncryption and authorizationConfig.iam to ENABLED, and name an access point.",
    types: [TASK_DEFINITION],
    check({ props }, expect) {
        for (const { efsVolumeConfiguration: efs } of [...(props["volumes"] ?? [])]) {
            if (efs !== undefined) {
                expect(() => efs.transitEncryption === "ENABLED", "mounts a file system without TLS", "volumes");
                expect(
                    () => efs.authorizationConfig?.iam === "ENABLED",
                    "mounts a file system without its role's rights",
                    "volumes",
                );
                expect(
                    () => efs.authorizationConfig?.accessPointId !== undefined,
                    "mounts a whole file system",
                    "volumes",
                );
            }
        }
    },
});

/** A property as text, with what is not known in it. */
function written(value: unknown): string {
    return JSON.stringify(value ?? "", (_, inner) => (inner === UNKNOWN ? "?" : inner));
}

// Later releases of the provider turn this flag of a replication group into text.
function isOn(value: unknown): boolean {
    return value === true || value === "true";
}

// A copy has its source's encryption, and may not state its own.
function takesAfterItsSource(props: Record<string, any>): boolean {
    return ["replicateSourceDb", "snapshotIdentifier", "replicationSourceIdentifier"].some(key => key in props);
}
