import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { productionClusterSpansZones } from "../src/rules/productionClusterSpansZones";
import { productionIsKept } from "../src/rules/productionIsKept";
import { productionSurvives } from "../src/rules/productionSurvives";
import type { Environment } from "../src/rule";
import { findings, resource, stackFindings } from "./harness";

const DATABASE = "aws:rds/instance:Instance";
const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";

describe("production-survives-a-zone", () => {
    const judge = (type: string, environment: Environment, props: object) =>
        findings(productionSurvives, { type, props }, {}, { environment });

    test("accepts what spans zones, replicas, and anything outside production", () => {
        deepEqual(judge(DATABASE, "production", { multiAz: true }), []);
        deepEqual(judge(CACHE, "production", { automaticFailoverEnabled: true, multiAzEnabled: true }), []);
        deepEqual(judge(DATABASE, "production", { replicateSourceDb: "db" }), []);
        deepEqual(judge(DATABASE, "staging", {}), []);
    });

    test("refuses a single zone", () => {
        deepEqual(judge(DATABASE, "production", {}), ["is in production, and multiAz is not on"]);
        deepEqual(judge(CACHE, "production", { automaticFailoverEnabled: true }), [
            "is in production, and multiAzEnabled is not on",
        ]);
    });

    test("judges an environment of unknown kind as production", () => {
        deepEqual(findings(productionSurvives, { type: DATABASE }), ["is in production, and multiAz is not on"]);
    });
});

describe("production-data-is-kept", () => {
    const kept = { deletionProtection: true, backupRetentionPeriod: 30 };
    const judge = (props: object, settings = {}) =>
        findings(productionIsKept, { type: DATABASE, props }, settings);

    test("accepts a protected, backed up database", () => {
        deepEqual(judge(kept), []);
    });

    test("refuses one that a slip could lose", () => {
        deepEqual(judge({ skipFinalSnapshot: true }), [
            "is in production without deletionProtection",
            "is in production and skips its final snapshot",
            "is in production and keeps backups for less than 7 days",
        ]);
        deepEqual(judge(kept, { backupDays: 35 }), ["is in production and keeps backups for less than 35 days"]);
    });
});

describe("production-cluster-spans-zones", () => {
    const cluster = resource({ type: "aws:rds/cluster:Cluster", name: "db" });
    const instance = (name: string) =>
        resource({
            type: "aws:rds/clusterInstance:ClusterInstance",
            name,
            references: { clusterIdentifier: [cluster] },
        });

    test("wants a second instance", () => {
        deepEqual(stackFindings(productionClusterSpansZones, [cluster, instance("a"), instance("b")]), []);
        deepEqual(stackFindings(productionClusterSpansZones, [cluster, instance("a")]), [
            "db: is in production with a single instance",
        ]);
    });
});
