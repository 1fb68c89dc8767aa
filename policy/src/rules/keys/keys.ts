import { resourceRule, stackRule } from "../../rule";
import { KEY, KEY_ALIAS } from "../../types";

export const keysRotate = resourceRule("keys-rotate", [KEY], ({ props }, expect) => {
    expect(
        "enableKeyRotation",
        "is never renewed",
        () =>
            /^(RSA|ECC|HMAC|SM2)/.test(props["customerMasterKeySpec"] ?? "SYMMETRIC_DEFAULT") ||
            props["enableKeyRotation"] === true,
    );
    expect(
        "rotationPeriodInDays",
        "is renewed less than once a year",
        () => (props["rotationPeriodInDays"] ?? 365) <= 365,
    );
});

export const keysCanBeRestored = resourceRule("keys-can-be-restored", [KEY], ({ props }, expect) => {
    expect(
        "deletionWindowInDays",
        "is deleted within less than 14 days",
        () => (props["deletionWindowInDays"] ?? 30) >= 14,
    );
    expect("isEnabled", "is disabled: what it encrypts can't be read", () => props["isEnabled"] !== false);
    expect(
        "bypassPolicyLockoutSafetyCheck",
        "may lock its account out",
        () => props["bypassPolicyLockoutSafetyCheck"] !== true,
    );
});

export const keysHaveNames = stackRule("keys-have-aliases", [KEY], (key, expect, topology) => {
    expect("", "has no alias", () => topology.pointingAt(key, "targetKeyId", KEY_ALIAS).length > 0);
});
