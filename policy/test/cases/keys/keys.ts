import { KEY, KEY_ALIAS } from "../../../src/types";
import { type Cases, GONE } from "../case";

export const cases: Cases = {
    "keys-rotate": {
        sound: { key: [KEY, { enableKeyRotation: true, rotationPeriodInDays: 365 }] },
        faults: [
            ["key.enableKeyRotation", false, "is never renewed"],
            ["key.rotationPeriodInDays", 366, "is renewed less than once a year"],
        ],
        harmless: [["key", [KEY, { customerMasterKeySpec: "ECC_NIST_P256" }]]],
    },
    "keys-can-be-restored": {
        sound: { key: [KEY, { deletionWindowInDays: 14 }] },
        faults: [
            ["key.deletionWindowInDays", 7, "is deleted within less than 14 days"],
            ["key.isEnabled", false, "is disabled: what it encrypts can't be read"],
            ["key.bypassPolicyLockoutSafetyCheck", true, "may lock its account out"],
        ],
    },
    "keys-have-aliases": {
        sound: { key: [KEY], alias: [KEY_ALIAS, { targetKeyId: "${key}" }] },
        faults: [["alias", GONE, "has no alias", "key"]],
    },
};
