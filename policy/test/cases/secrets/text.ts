import { PARAMETER, RANDOM_PASSWORD, RDS_INSTANCE, SECRET, TASK_DEFINITION } from "../../../src/types";
import { type Cases, GONE } from "../case";

export const cases: Cases = {
    "no-secrets-in-text": {
        sound: {
            task: [
                TASK_DEFINITION,
                { family: "app", containerDefinitions: [{ name: "app", command: ["app", "--port=80"] }] },
            ],
            db: [RDS_INSTANCE, { password: "sk_live_0123456789abcdef", tags: { note: "postgres://db/app" } }],
            url: [PARAMETER, { name: "/app/db-url", type: "SecureString", value: "postgres://app:hunter2@db/app" }],
        },
        faults: [
            [
                "task.containerDefinitions[0].command[1]",
                "--password=hunter2",
                "holds a password on a command line",
                "task.containerDefinitions",
            ],
            [
                "task.containerDefinitions[0].dockerLabels",
                { key: "AKIAIOSFODNN7EXAMPLE" },
                "holds an AWS access key",
                "task.containerDefinitions",
            ],
            ["db.tags.note", "postgres://app:hunter2@db/app", "holds a URL with a password"],
            ["url.type", "String", "holds a URL with a password", "url.value"],
            ["url.description", "postgres://app:hunter2@db/app", "holds a URL with a password"],
        ],
        present: "a text that is not known comes from a resource",
    },
    "secret-parameters-are-encrypted": {
        sound: {
            password: [PARAMETER, { name: "/app/db-password", type: "SecureString", value: "[secret]" }],
            level: [PARAMETER, { name: "/app/log-level", type: "String", value: "info" }],
        },
        faults: [
            ["password.type", "String", "holds a secret's value as plain text"],
            ["level.value", "[secret]", "holds a secret's value as plain text", "level.type"],
            ["level.name", "/app/api-token", "holds a secret's value as plain text", "level.type"],
            ["level.value", "changeme", "is to be filled in by hand, and is not encrypted", "level.type"],
        ],
    },
    "passwords-are-long": {
        sound: {
            account: ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy", { minimumPasswordLength: 14 }],
            made: [RANDOM_PASSWORD, { length: 16 }],
            db: [RDS_INSTANCE, { password: "twelve chars" }],
        },
        faults: [
            ["account.minimumPasswordLength", 6, "takes passwords of fewer than 14 characters"],
            ["made.length", 15, "generates fewer than 16 characters"],
            ["made.length", GONE, "generates fewer than 16 characters"],
            ["db.password", "eleven char", "is shorter than 12 characters"],
        ],
        harmless: [["db.password", "[secret]"]],
    },
    "secrets-can-be-restored": {
        sound: { key: [SECRET, { recoveryWindowInDays: 7 }] },
        faults: [["key.recoveryWindowInDays", 0, "is deleted at once, without a recovery window"]],
        harmless: [["key.recoveryWindowInDays", GONE]],
    },
    "secrets-are-marked": {
        sound: {
            db: ["aws:rds/instance:Instance", { password: "[secret]" }],
            made: ["aws:secretsmanager/secretVersion:SecretVersion", { secretString: "[secret]" }],
        },
        faults: [["db.password", "correct-horse-battery", "is in the state in plain text"]],
    },
    "origin-pass-is-marked": {
        sound: {
            made: ["aws:secretsmanager/secretVersion:SecretVersion", { secretString: "[secret]" }],
            cdn: [
                "aws:cloudfront/distribution:Distribution",
                { origins: [{ customHeaders: [{ name: "x-origin-pass", value: "[secret]" }] }] },
            ],
            route: [
                "aws:lb/listenerRule:ListenerRule",
                { conditions: [{ httpHeader: { httpHeaderName: "x-origin-pass", values: "[secret]" } }] },
            ],
        },
        faults: [
            [
                "cdn.origins[0].customHeaders[0].value",
                "letmein",
                "shows x-origin-pass to whoever reads the state",
                "cdn.origins",
            ],
            [
                "route.conditions[0].httpHeader.values",
                ["letmein"],
                "shows x-origin-pass to whoever reads the state",
                "route.conditions",
            ],
        ],
    },
};
