import { resourceRule, stackRule } from "../../rule";
import { KEY, KEY_ALIAS } from "../../types";

export const keysRotate = resourceRule({
    id: "keys-rotate",
    controls: ["FSBP KMS.4", "CIS 3.6", "WA SEC08-BP01"],
    description: "The material of a key is renewed each year or more often.",
    remedy: "Set enableKeyRotation to true.",
    types: [KEY],
    check({ props }, expect) {
        expect(
            () =>
                /^(RSA|ECC|HMAC|SM2)/.test(props["customerMasterKeySpec"] ?? "SYMMETRIC_DEFAULT") ||
                props["enableKeyRotation"] === true,
            "is never renewed",
            "enableKeyRotation",
        );
        expect(
            () => (props["rotationPeriodInDays"] ?? 365) <= 365,
            "is renewed less than once a year",
            "rotationPeriodInDays",
        );
    },
});

export const keysCanBeRestored = resourceRule({
    id: "keys-can-be-restored",
    controls: ["FSBP KMS.3", "WA SEC08-BP01"],
    description: "The deletion of a key, and with it of all that it encrypts, can be called off for 14 days at least.",
    remedy: "Set deletionWindowInDays to 14 or more.",
    types: [KEY],
    check({ props }, expect) {
        expect(
            () => (props["deletionWindowInDays"] ?? 30) >= 14,
            "is deleted within less than 14 days",
            "deletionWindowInDays",
        );
        expect(() => props["isEnabled"] !== false, "is disabled: what it encrypts can't be read", "isEnabled");
        expect(
            () => props["bypassPolicyLockoutSafetyCheck"] !== true,
            "may lock its account out",
            "bypassPolicyLockoutSafetyCheck",
        );
    },
});

export const keysHaveNames = stackRule({
    id: "keys-have-aliases",
    level: "advisory",
    controls: ["WA SEC08-BP01"],
    description: "A key has an alias, by which people know what it is for.",
    remedy: "Add an Alias with the key as its target.",
    types: [KEY],
    check(key, expect, topology) {
        expect(() => topology.pointingAt(key, "targetKeyId", KEY_ALIAS).length > 0, "has no alias", "");
    },
});
