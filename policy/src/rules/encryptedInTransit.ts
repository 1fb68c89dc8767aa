import { resourceRule } from "../rule";

export const encryptedInTransit = resourceRule({
    id: "encrypted-in-transit",
    controls: [],
    description: "Caches are only talked to over TLS.",
    remedy: "Set transitEncryptionEnabled; clients then connect with rediss://.",
    types: ["aws:elasticache/replicationGroup:ReplicationGroup"],
    check({ props }, expect) {
        expect(() => props["transitEncryptionEnabled"] === true, "transitEncryptionEnabled is not on");
    },
});
