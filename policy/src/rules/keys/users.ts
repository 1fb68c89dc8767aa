import { allows, RESOURCE_DOCUMENTS, statements } from "../../documents";
import { stackRule } from "../../rule";
import { ALARM, KEY, LOG_GROUP, TOPIC, TRAIL } from "../../types";

/** Services that need a key's policy to let them use it, by the type that names the key. */
const NEEDS: { type: string; by: string; service: RegExp; what: string }[] = [
    { type: LOG_GROUP, by: "kmsKeyId", service: /^logs\./, what: "CloudWatch Logs" },
    { type: TRAIL, by: "kmsKeyId", service: /^cloudtrail\./, what: "CloudTrail" },
];

export const keysServeTheirUsers = stackRule("key-serves-what-it-encrypts", [KEY], (key, expect, topology) => {
    if (!("policy" in key.props)) {
        const users = NEEDS.filter(({ type, by }) => topology.pointingAt(key, by, type).length > 0);
        expect(
            "policy",
            () => `has the default policy, which does not let ${users[0]?.what} use it`,
            () => users.length === 0,
        );
        return;
    }
    const granted = statements(key, RESOURCE_DOCUMENTS).filter(allows);
    expect("policy", "takes its rights from the account: nobody could change it any more", () =>
        granted.some(
            it =>
                it.actions.some(action => action === "kms:*") &&
                it.principals.some(({ name }) => name.endsWith(":root")),
        ),
    );
    expect("policy", "is denied to everybody: what it encrypts can't be read", () =>
        statements(key, RESOURCE_DOCUMENTS).every(
            it =>
                it.effect !== "Deny" ||
                it.condition.length > 0 ||
                !it.actions.some(action => action === "kms:*" || action === "*") ||
                !it.principals.some(({ name }) => name === "*"),
        ),
    );
    const isUsedBy = (service: RegExp) =>
        granted.some(
            it =>
                it.principals.some(({ name }) => service.test(name)) &&
                it.actions.some(action => /^kms:(GenerateDataKey|Encrypt|\*)/.test(action)),
        );
    for (const { type, by, service, what } of NEEDS) {
        expect(
            "policy",
            `does not let ${what} use it`,
            () => topology.pointingAt(key, by, type).length === 0 || isUsedBy(service),
        );
    }
    const alarmed = topology
        .pointingAt(key, "kmsMasterKeyId", TOPIC)
        .filter(topic => topology.pointingAt(topic, "alarmActions", ALARM).length > 0);
    expect("policy", "does not let CloudWatch tell of alarms", () => alarmed.length === 0 || isUsedBy(/^cloudwatch\./));
    expect(
        "policy",
        "does not let CloudTrail look at it",
        () =>
            topology.pointingAt(key, "kmsKeyId", TRAIL).length === 0 ||
            granted.some(
                it =>
                    it.principals.some(({ name }) => /^cloudtrail\./.test(name)) &&
                    it.actions.includes("kms:DescribeKey"),
            ),
    );
});
