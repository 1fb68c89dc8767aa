import { UNKNOWN } from "../../reading";
import { resourceRule, stackRule } from "../../rule";
import {
    CACHE_CLUSTER,
    CACHE_GROUP,
    CACHE_USER,
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
    "aws:ebs/encryptionByDefault:EncryptionByDefault": "enabled",
    "aws:dax/cluster:Cluster": "serverSideEncryption.enabled",
    "aws:kinesis/stream:Stream": "encryptionType",
};

export const encryptedAtRest = resourceRule(
    "encrypted-at-rest",
    [...Object.keys(FLAG), CACHE_CLUSTER, QUEUE, "aws:opensearch/domain:Domain"],
    ({ type, props }, expect) => {
        if (type === QUEUE) {
            expect(
                "sqsManagedSseEnabled",
                "the queue is not encrypted",
                () => props["sqsManagedSseEnabled"] !== false || !!props["kmsMasterKeyId"],
            );
        } else if (type === CACHE_CLUSTER) {
            expect(
                "a single cache cluster cannot be encrypted; use a replication group",
                () => props["engine"] === "memcached" || !!props["replicationGroupId"],
            );
        } else if (type === "aws:opensearch/domain:Domain") {
            expect("encryptAtRest.enabled", "is not encrypted", () => props["encryptAtRest"]?.enabled === true);
        } else {
            const flag = FLAG[type] ?? "";
            expect(
                flag,
                `${flag} is not on`,
                () => isOn(valueAt(props, flag)) || (!(flag in props) && takesAfterItsSource(props)),
            );
        }
    },
);

/** Inputs by which other kinds of stores are talked to over TLS, and what they then are. */
const PLAIN: Record<string, { path: string; is: RegExp }[]> = {
    "aws:opensearch/domain:Domain": [
        { path: "nodeToNodeEncryption.enabled", is: /^true$/ },
        { path: "domainEndpointOptions.enforceHttps", is: /^true$/ },
    ],
    "aws:msk/cluster:Cluster": [{ path: "encryptionInfo.encryptionInTransit.clientBroker", is: /^(TLS|)$/ }],
    "aws:dax/cluster:Cluster": [{ path: "clusterEndpointEncryptionType", is: /^TLS$/ }],
};

export const encryptedInTransit = resourceRule(
    "encrypted-in-transit",
    [CACHE_GROUP, CACHE_CLUSTER, ...Object.keys(PLAIN)],
    ({ type, props }, expect) => {
        const plain = PLAIN[type];
        if (plain !== undefined) {
            for (const { path, is } of plain) {
                expect(path, "is talked to without TLS", () => is.test(String(valueAt(props, path) ?? "")));
            }
            return;
        }
        if (!!props["replicationGroupId"] && type === CACHE_CLUSTER) {
            return;
        }
        expect("transitEncryptionEnabled", "is talked to without TLS", () => isOn(props["transitEncryptionEnabled"]));
        expect("takes connections without TLS", () => (props["transitEncryptionMode"] ?? "required") === "required");
    },
);

export const cachesAskForPasswords = resourceRule(
    "cache-asks-for-a-password",
    [CACHE_GROUP, CACHE_USER],
    ({ type, props }, expect) => {
        if (type === CACHE_USER) {
            expect("noPasswordRequired", "needs no password", () => props["noPasswordRequired"] !== true);
            return;
        }
        expect("authToken", "takes anybody", () => "authToken" in props || (props["userGroupIds"] ?? []).length > 0);
    },
);

export const databasesForceTls = stackRule(
    "database-forces-tls",
    [RDS_INSTANCE, RDS_CLUSTER],
    (database, expect, topology) => {
        const { props, type } = database;
        if ("replicateSourceDb" in props || !/postgres|mysql|mariadb/.test(props["engine"] ?? "postgres")) {
            return;
        }
        const property = type === RDS_CLUSTER ? "dbClusterParameterGroupName" : "parameterGroupName";
        expect(
            property,
            "has the default parameters, which take connections without TLS",
            () => !!props[property] && !/^default\./.test(props[property]),
        );
        for (const group of topology.pointedAt(database, property, ...PARAMETER_GROUPS)) {
            expect(property, `has ${group.name}, which takes connections without TLS`, () => {
                const parameters = parametersOf(group);
                const said = parameters["rds.force_ssl"] ?? parameters["require_secure_transport"] ?? "";
                return /^(1|on|true)$/i.test(said);
            });
        }
    },
);

export const modernCertificates = resourceRule(
    "database-certificate-is-current",
    [RDS_INSTANCE, RDS_CLUSTER_INSTANCE],
    ({ props }, expect) => {
        expect("has a certificate of an expired authority", () =>
            /^rds-ca-(rsa2048|rsa4096|ecc384)-g\d$/.test(props["caCertIdentifier"] ?? "rds-ca-rsa2048-g1"),
        );
    },
);

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

export const encryptedWithOwnKey = stackRule(
    "encrypted-with-the-stacks-key",
    Object.keys(OWN_KEY),
    (resource, expect, topology) => {
        const keys = topology.ofType(KEY).filter(key => key.region === resource.region);
        const isPlainParameter = resource.type === PARAMETER && resource.props["type"] !== "SecureString";
        if (keys.length === 0 || isPlainParameter) {
            return;
        }
        const own = "replicateSourceDb" in resource.props ? [] : (OWN_KEY[resource.type] ?? []);
        for (const property of own) {
            expect(property, "is not encrypted with the stack's key", () => {
                const said = resource.props[property];
                if (resource.type === REPOSITORY) {
                    return [...(said ?? [])].some(it => /^KMS/.test(it.encryptionType) && "kmsKey" in it);
                }
                return (
                    (typeof said === "string" && !/^alias\/aws\//.test(said)) ||
                    /kmsKey/.test(written(resource.inputs[property]))
                );
            });
        }
        for (const [at, replica] of [...(resource.props["replicas"] ?? [])].entries()) {
            expect(`replicas[${at}].kmsKeyId`, "has a copy without a key of the account", () => !!replica.kmsKeyId);
        }
        expect(
            "performanceInsightsKmsKeyId",
            "keeps its performance data without the stack's key",
            () =>
                resource.props["performanceInsightsEnabled"] !== true ||
                "performanceInsightsKmsKeyId" in resource.props,
        );
    },
);

export const volumesAreEncryptedInTransit = resourceRule(
    "volumes-are-encrypted-in-transit",
    [TASK_DEFINITION],
    ({ props }, expect) => {
        for (const { efsVolumeConfiguration: efs } of [...(props["volumes"] ?? [])]) {
            if (efs !== undefined) {
                expect("volumes", "mounts a file system without TLS", () => efs.transitEncryption === "ENABLED");
                expect(
                    "volumes",
                    "mounts a file system without its role's rights",
                    () => efs.authorizationConfig?.iam === "ENABLED",
                );
                expect(
                    "volumes",
                    "mounts a whole file system",
                    () => efs.authorizationConfig?.accessPointId !== undefined,
                );
            }
        }
    },
);

/** A property as text, with what is not known in it. */
function written(value: unknown): string {
    return JSON.stringify(value ?? "", (_, inner) => (inner === UNKNOWN ? "?" : inner));
}

// Later releases of the provider turn this flag of a replication group into text.
function isOn(value: unknown): boolean {
    return value === true || value === "true" || value === "KMS";
}

function valueAt(props: Record<string, any>, path: string): unknown {
    return path.split(".").reduce<any>((value, key) => value?.[key], props);
}

// A copy has its source's encryption, and may not state its own.
function takesAfterItsSource(props: Record<string, any>): boolean {
    return ["replicateSourceDb", "snapshotIdentifier", "replicationSourceIdentifier"].some(key => key in props);
}
