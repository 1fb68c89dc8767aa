import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { bucketsAreBlocked } from "../src/rules/bucketsAreBlocked";
import { encryptedAtRest } from "../src/rules/encryptedAtRest";
import { encryptedInTransit } from "../src/rules/encryptedInTransit";
import { notPubliclyAccessible } from "../src/rules/notPubliclyAccessible";
import { findings, resource, stackFindings, UNKNOWN } from "./harness";

const DATABASE = "aws:rds/instance:Instance";
const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
const QUEUE = "aws:sqs/queue:Queue";

describe("encrypted-at-rest", () => {
    const judge = (type: string, props: object) => findings(encryptedAtRest, { type, props });

    test("accepts what is encrypted", () => {
        deepEqual(judge(DATABASE, { storageEncrypted: true }), []);
        deepEqual(judge(CACHE, { atRestEncryptionEnabled: "true" }), []);
        deepEqual(judge(QUEUE, {}), []);
        deepEqual(judge(QUEUE, { sqsManagedSseEnabled: false, kmsMasterKeyId: "alias/jobs" }), []);
    });

    test("refuses what is not", () => {
        deepEqual(judge(DATABASE, {}), ["storageEncrypted is not on"]);
        deepEqual(judge("aws:rds/cluster:Cluster", { storageEncrypted: false }), ["storageEncrypted is not on"]);
        deepEqual(judge(CACHE, {}), ["atRestEncryptionEnabled is not on"]);
        deepEqual(judge("aws:efs/fileSystem:FileSystem", {}), ["encrypted is not on"]);
        deepEqual(judge(QUEUE, { sqsManagedSseEnabled: false }), ["the queue is not encrypted"]);
        deepEqual(judge("aws:elasticache/cluster:Cluster", { engine: "redis" }), [
            "a single cache cluster cannot be encrypted; use a replication group",
        ]);
    });

    test("leaves a replica to its source", () => {
        deepEqual(judge(DATABASE, { replicateSourceDb: UNKNOWN }), []);
    });

    test("does not judge what it cannot know", () => {
        deepEqual(judge(DATABASE, { storageEncrypted: UNKNOWN }), []);
    });
});

describe("encrypted-in-transit", () => {
    test("wants TLS on a cache", () => {
        deepEqual(findings(encryptedInTransit, { type: CACHE, props: { transitEncryptionEnabled: true } }), []);
        deepEqual(findings(encryptedInTransit, { type: CACHE }), ["transitEncryptionEnabled is not on"]);
    });
});

describe("data-not-public", () => {
    test("wants no public address on a database", () => {
        deepEqual(findings(notPubliclyAccessible, { type: DATABASE }), []);
        deepEqual(findings(notPubliclyAccessible, { type: DATABASE, props: { publiclyAccessible: true } }), [
            "the database is publicly accessible",
        ]);
    });
});

describe("buckets-are-blocked", () => {
    const bucket = resource({ type: "aws:s3/bucketV2:BucketV2", name: "assets", props: { id: UNKNOWN } });
    const closed = {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
    };
    const block = (props: object) =>
        resource({
            type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
            name: "block",
            props: { bucket: UNKNOWN, ...props },
            references: { bucket: [bucket] },
        });

    test("accepts a blocked bucket", () => {
        deepEqual(stackFindings(bucketsAreBlocked, [bucket, block(closed)]), []);
    });

    test("refuses a bucket without a block", () => {
        deepEqual(stackFindings(bucketsAreBlocked, [bucket]), ["assets: has no public access block"]);
    });

    test("refuses a block with a gap", () => {
        deepEqual(stackFindings(bucketsAreBlocked, [bucket, block({ ...closed, blockPublicPolicy: false })]), [
            "block: blockPublicPolicy is not on",
        ]);
    });
});
