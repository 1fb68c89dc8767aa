import { AMPLIFY_APP, APP_RUNNER, CODE_BUILD, FUNCTION, TASK_DEFINITION } from "../../../src/types";
import type { Cases } from "../case";

const JWT = "eyJhbGciOiJI.eyJzdWIiOiIx.c2ln";

export const cases: Cases = {
    "no-secrets-in-environment": {
        sound: {
            task: [
                TASK_DEFINITION,
                { containerDefinitions: [{ name: "app", environment: [{ name: "LOG_LEVEL", value: "info" }] }] },
            ],
            call: [FUNCTION, { environment: { variables: { LOG_LEVEL: "info" } } }],
            build: [
                CODE_BUILD,
                {
                    environment: {
                        environmentVariables: [{ name: "DB_PASSWORD", value: "db", type: "SECRETS_MANAGER" }],
                    },
                },
            ],
            runner: [
                APP_RUNNER,
                {
                    sourceConfiguration: {
                        imageRepository: { imageConfiguration: { runtimeEnvironmentVariables: { LOG_LEVEL: "info" } } },
                    },
                },
            ],
            pages: [AMPLIFY_APP, { environmentVariables: { STAGE: "prod" }, autoBranchCreationConfig: {} }],
        },
        faults: [
            [
                "task.containerDefinitions[0].environment[0]",
                { name: "DB_PASS", value: "hunter2" },
                "DB_PASS holds a secret's value",
                "task.containerDefinitions[0].environment.DB_PASS",
            ],
            [
                "task.containerDefinitions[0].environment[0]",
                { name: "SECRET_KEY_BASE", value: "0123abcd" },
                "SECRET_KEY_BASE holds a secret's value",
                "task.containerDefinitions[0].environment.SECRET_KEY_BASE",
            ],
            [
                "task.containerDefinitions[0].environment[0]",
                { name: "API_TOKEN", value: "/abcdef" },
                "API_TOKEN holds a secret's value",
                "task.containerDefinitions[0].environment.API_TOKEN",
            ],
            [
                "task.containerDefinitions[0].environment[0].value",
                JWT,
                "LOG_LEVEL holds a JSON web token",
                "task.containerDefinitions[0].environment.LOG_LEVEL",
            ],
            ["call.environment.variables.LOG_LEVEL", JWT, "LOG_LEVEL holds a JSON web token"],
            [
                "build.environment.environmentVariables[0].type",
                "PLAINTEXT",
                "DB_PASSWORD holds a secret's value",
                "build.environment.environmentVariables.DB_PASSWORD",
            ],
            [
                "runner.sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables.LOG_LEVEL",
                JWT,
                "LOG_LEVEL holds a JSON web token",
            ],
            ["pages.environmentVariables.STAGE", JWT, "STAGE holds a JSON web token"],
            ["pages.autoBranchCreationConfig.environmentVariables.STAGE", JWT, "STAGE holds a JSON web token"],
        ],
        harmless: [
            { name: "DB_PASS_FILE", value: "/run/x" },
            { name: "PUBLIC_KEY", value: "abc" },
            { name: "TOKEN_TTL", value: "3600" },
            { name: "DB_URL", value: "postgres://db/app" },
        ].map(it => ["task.containerDefinitions[0].environment[0]", it]),
    },
    "container-secrets-are-references": {
        sound: {
            task: [
                TASK_DEFINITION,
                {
                    containerDefinitions: [
                        {
                            name: "app",
                            secrets: [{ name: "DB", valueFrom: "arn:aws:secretsmanager:us-east-1:1:secret:db-a1b2c3" }],
                        },
                    ],
                },
            ],
        },
        faults: [
            [
                "task.containerDefinitions[0].logConfiguration",
                { logDriver: "splunk", options: { "splunk-token": "B5A79AAD-D822-46CC-80D1" } },
                "the log option splunk-token holds a secret's value",
                "task.containerDefinitions[0].logConfiguration.options",
            ],
            [
                "task.containerDefinitions[0].repositoryCredentials",
                { credentialsParameter: "user:hunter2" },
                "the password of its registry does not come from a secret",
            ],
            [
                "task.containerDefinitions[0].secrets[0].valueFrom",
                "hunter2 and more",
                "DB does not come from a secret or a parameter",
            ],
            [
                "task.containerDefinitions[0].secrets[0].valueFrom",
                "sk_live_0123456789abcdef",
                "DB does not come from a secret or a parameter",
            ],
        ],
        harmless: [["task.containerDefinitions[0].secrets[0].valueFrom", "/app/db"]],
    },
    "programs-check-certificates": {
        sound: { call: ["aws:lambda/function:Function", { environment: { variables: { NODE_ENV: "production" } } }] },
        faults: [
            [
                "call.environment.variables.NODE_TLS_REJECT_UNAUTHORIZED",
                "0",
                "NODE_TLS_REJECT_UNAUTHORIZED is 0: the program no longer knows whom it talks to",
            ],
            [
                "call.environment.variables.PGSSLMODE",
                "disable",
                "PGSSLMODE is disable: the program no longer knows whom it talks to",
            ],
        ],
        harmless: [["call.environment.variables.PGSSLMODE", "verify-full"]],
    },
};
