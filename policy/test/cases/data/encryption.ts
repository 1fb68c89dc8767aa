import * as aws from "../../../src/types";
import { type Cases, GONE } from "../case";

const [INSTANCE_PARAMETERS = "", CLUSTER_PARAMETERS = ""] = aws.PARAMETER_GROUPS;
const UNENCRYPTED = "is not encrypted with the stack's key";
const WITHOUT_TLS = "which takes connections without TLS";

export const cases: Cases = {
    "encrypted-at-rest": {
        sound: {
            db: [aws.RDS_INSTANCE, { storageEncrypted: true }],
            cache: [aws.CACHE_GROUP, { atRestEncryptionEnabled: true }],
            files: [aws.EFS, { encrypted: true }],
            jobs: [aws.QUEUE, { sqsManagedSseEnabled: true }],
            search: ["aws:opensearch/domain:Domain", { encryptAtRest: { enabled: true } }],
        },
        faults: [
            ["db.storageEncrypted", false, "storageEncrypted is not on"],
            ["db.storageEncrypted", GONE, "storageEncrypted is not on"],
            ["cache.atRestEncryptionEnabled", false, "atRestEncryptionEnabled is not on"],
            ["files.encrypted", false, "encrypted is not on"],
            ["jobs.sqsManagedSseEnabled", false, "the queue is not encrypted"],
            ["search.encryptAtRest.enabled", false, "is not encrypted"],
            [
                "single",
                [aws.CACHE_CLUSTER, { engine: "redis" }],
                "a single cache cluster cannot be encrypted; use a replication group",
                "single.replicationGroupId",
            ],
        ],
        harmless: [
            ["db", [aws.RDS_INSTANCE, { replicateSourceDb: "db" }]],
            ["jobs", [aws.QUEUE, { sqsManagedSseEnabled: false, kmsMasterKeyId: "k" }]],
        ],
    },
    "encrypted-in-transit": {
        sound: {
            search: [
                "aws:opensearch/domain:Domain",
                { nodeToNodeEncryption: { enabled: true }, domainEndpointOptions: { enforceHttps: true } },
            ],
            cache: [aws.CACHE_GROUP, { transitEncryptionEnabled: true, transitEncryptionMode: "required" }],
        },
        faults: [
            ["search.nodeToNodeEncryption.enabled", false, "is talked to without TLS"],
            ["cache.transitEncryptionEnabled", false, "is talked to without TLS"],
            ["cache.transitEncryptionMode", "preferred", "takes connections without TLS"],
        ],
        harmless: [["cache.transitEncryptionMode", GONE]],
    },
    "cache-asks-for-a-password": {
        sound: {
            user: ["aws:elasticache/user:User", { noPasswordRequired: false }],
            cache: [aws.CACHE_GROUP, { authToken: "long and random" }],
        },
        faults: [
            ["user.noPasswordRequired", true, "needs no password"],
            ["cache.authToken", GONE, "takes anybody"],
        ],
        harmless: [["cache", [aws.CACHE_GROUP, { userGroupIds: ["users"] }]]],
    },
    "database-forces-tls": {
        sound: {
            parameters: [INSTANCE_PARAMETERS, { parameters: [{ name: "rds.force_ssl", value: "1" }] }],
            shared: [CLUSTER_PARAMETERS, { parameters: [{ name: "require_secure_transport", value: "ON" }] }],
            db: [aws.RDS_INSTANCE, { engine: "postgres", parameterGroupName: "${parameters}" }],
            cluster: [aws.RDS_CLUSTER, { engine: "aurora-mysql", dbClusterParameterGroupName: "${shared}" }],
        },
        faults: [
            ["db.parameterGroupName", GONE, "has the default parameters, which take connections without TLS"],
            ["parameters.parameters[0].value", "0", `has parameters, ${WITHOUT_TLS}`, "db.parameterGroupName"],
            ["parameters.parameters", [], `has parameters, ${WITHOUT_TLS}`, "db.parameterGroupName"],
            ["shared.parameters[0].value", "OFF", `has shared, ${WITHOUT_TLS}`, "cluster.dbClusterParameterGroupName"],
        ],
        harmless: [["db", [aws.RDS_INSTANCE, { replicateSourceDb: "db" }]]],
    },
    "database-certificate-is-current": {
        sound: { db: [aws.RDS_INSTANCE, { caCertIdentifier: "rds-ca-ecc384-g1" }] },
        faults: [["db.caCertIdentifier", "rds-ca-2019", "has a certificate of an expired authority"]],
        harmless: [["db.caCertIdentifier", GONE]],
    },
    "encrypted-with-the-stacks-key": {
        sound: {
            pass: [
                "aws:secretsmanager/secret:Secret",
                { kmsKeyId: "${key}", replicas: [{ region: "us-west-2", kmsKeyId: "arn" }] },
            ],
            key: [aws.KEY],
            db: [
                aws.RDS_INSTANCE,
                { kmsKeyId: "${key}", performanceInsightsEnabled: true, performanceInsightsKmsKeyId: "${key}" },
            ],
            log: [aws.LOG_GROUP, { kmsKeyId: "${key}" }],
            images: [aws.REPOSITORY, { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "${key}" }] }],
            level: [aws.PARAMETER, { type: "String" }],
        },
        faults: [
            ["pass.replicas[0].kmsKeyId", GONE, "has a copy without a key of the account"],
            ["pass.kmsKeyId", "alias/aws/secretsmanager", UNENCRYPTED],
            ["db.kmsKeyId", GONE, UNENCRYPTED],
            ["log.kmsKeyId", GONE, UNENCRYPTED],
            ["images.encryptionConfigurations", GONE, UNENCRYPTED],
            [
                "images.encryptionConfigurations[0].encryptionType",
                "AES256",
                UNENCRYPTED,
                "images.encryptionConfigurations",
            ],
            ["level.type", "SecureString", UNENCRYPTED, "level.keyId"],
            ["db.performanceInsightsKmsKeyId", GONE, "keeps its performance data without the stack's key"],
        ],
        harmless: [
            ["key", GONE],
            ["log", [aws.LOG_GROUP, {}, { region: "us-east-1" }]],
        ],
    },
    "volumes-are-encrypted-in-transit": {
        sound: {
            task: [
                aws.TASK_DEFINITION,
                {
                    volumes: [
                        { name: "scratch" },
                        {
                            name: "files",
                            efsVolumeConfiguration: {
                                transitEncryption: "ENABLED",
                                authorizationConfig: { iam: "ENABLED", accessPointId: "fsap-1" },
                            },
                        },
                    ],
                },
            ],
        },
        faults: [
            [
                "task.volumes[1].efsVolumeConfiguration.transitEncryption",
                "DISABLED",
                "mounts a file system without TLS",
                "task.volumes",
            ],
            [
                "task.volumes[1].efsVolumeConfiguration.authorizationConfig.iam",
                "DISABLED",
                "mounts a file system without its role's rights",
                "task.volumes",
            ],
            [
                "task.volumes[1].efsVolumeConfiguration.authorizationConfig.accessPointId",
                GONE,
                "mounts a whole file system",
                "task.volumes",
            ],
        ],
    },
};
