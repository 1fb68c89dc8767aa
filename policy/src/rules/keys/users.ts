import { allows, RESOURCE_DOCUMENTS, statements } from "../../documents";
import { stackRule } from "../../rule";
import { ALARM, KEY, LOG_GROUP, TOPIC, TRAIL } from "../../types";

/** Services that need a key's policy to let them use it, by the type that names the key. */
const NEEDS: { type: string; by: string; service: RegExp; what: string }[] = [
    { type: LOG_GROUP, by: "kmsKeyId", service: /^logs\./, what: "CloudWatch Logs" },
    { type: TRAIL, by: "kmsKeyId", service: /^cloudtrail\./, what: "CloudTrail" },
];

export const keysServeTheirUsers = stackRule({
    id: "key-serves-what-it-encrypts",
    controls: ["WA SEC08-BP01", "WA OPS08-BP04"],
    description: "A key's policy keeps the account's rights, and lets the services use it that write with it.",
    remedy: "Allow the account kms:*, and logs, cloudtrail, cloudwatch and sns what they need.",
    types: [KEY],
    check(key, expect, topology) {
        if (!("policy" in key.props)) {
            const users = NEEDS.filter(({ type, by }) => topology.pointingAt(key, by, type).length > 0);
            expect(
                () => users.length === 0,
                () => `has the default policy, which does not let ${users[0]?.what} use it`,
                "policy",
            );
            return;
        }
        const granted = statements(key, RESOURCE_DOCUMENTS).filter(allows);
        expect(
            () =>
                granted.some(
                    it =>
                        it.actions.some(action => action === "kms:*") &&
                        it.principals.some(({ name }) => name.endsWith(":root")),
                ),
            "takes its rights from the account: nobody could change it any more",
            "policy",
        );
        const isUsedBy = (service: RegExp) =>
            granted.some(
                it =>
                    it.principals.some(({ name }) => service.test(name)) &&
                    it.actions.some(action => /^kms:(GenerateDataKey|Encrypt|\*)/.test(action)),
            );
        for (const { type, by, service, what } of NEEDS) {
            expect(
                () => topology.pointingAt(key, by, type).length === 0 || isUsedBy(service),
                `does not let ${what} use it`,
                "policy",
            );
        }
        const alarmed = topology
            .pointingAt(key, "kmsMasterKeyId", TOPIC)
            .filter(topic => topology.pointingAt(topic, "alarmActions", ALARM).length > 0);
        expect(
            () => alarmed.length === 0 || isUsedBy(/^cloudwatch\./),
            "does not let CloudWatch tell of alarms",
            "policy",
        );
        expect(
            () =>
                topology.pointingAt(key, "kmsKeyId", TRAIL).length === 0 ||
                granted.some(
                    it =>
                        it.principals.some(({ name }) => /^cloudtrail\./.test(name)) &&
                        it.actions.includes("kms:DescribeKey"),
                ),
            "does not let CloudTrail look at it",
            "policy",
        );
    },
});
