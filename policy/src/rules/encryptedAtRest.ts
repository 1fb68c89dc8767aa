import { resourceRule } from "../rule";

const INSTANCE = "aws:rds/instance:Instance";
const REPLICATION_GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const REDIS_CLUSTER = "aws:elasticache/cluster:Cluster";
const QUEUE = "aws:sqs/queue:Queue";

const FLAG: Record<string, string> = {
    [INSTANCE]: "storageEncrypted",
    "aws:rds/cluster:Cluster": "storageEncrypted",
    [REPLICATION_GROUP]: "atRestEncryptionEnabled",
    "aws:efs/fileSystem:FileSystem": "encrypted",
};

export const encryptedAtRest = resourceRule({
    id: "encrypted-at-rest",
    controls: [],
    description: "Databases, caches, file systems and queues are encrypted where they are stored.",
    remedy: "Switch encryption on before the first deployment; most of these are replaced when it changes.",
    types: [...Object.keys(FLAG), REDIS_CLUSTER, QUEUE],
    check({ type, props }, expect) {
        if (type === QUEUE) {
            expect(
                () => props["sqsManagedSseEnabled"] !== false || !!props["kmsMasterKeyId"],
                "the queue is not encrypted",
            );
            return;
        }
        if (type === REDIS_CLUSTER) {
            expect(
                () => props["engine"] === "memcached" || !!props["replicationGroupId"],
                "a single cache cluster cannot be encrypted; use a replication group",
            );
            return;
        }
        const flag = FLAG[type] ?? "";
        expect(() => isOn(props[flag]) || takesAfterItsSource(props), `${flag} is not on`);
    },
});

// Later releases of the provider turn this flag of a replication group into text.
function isOn(value: unknown): boolean {
    return value === true || value === "true";
}

// A copy has its source's encryption, and may not state its own.
function takesAfterItsSource(props: Record<string, any>): boolean {
    return ["replicateSourceDb", "snapshotIdentifier", "replicationSourceIdentifier"].some(key => key in props);
}
