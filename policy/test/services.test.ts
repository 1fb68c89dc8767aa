import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { desiredCountHasOneOwner } from "../src/rules/desiredCountHasOneOwner";
import { desiredCountIsOwned } from "../src/rules/desiredCountIsOwned";
import { launchTypeOrStrategy } from "../src/rules/launchTypeOrStrategy";
import { noSecretsInEnvironment } from "../src/rules/noSecretsInEnvironment";
import { serviceRollsBack } from "../src/rules/serviceRollsBack";
import { serviceWaitsForListener } from "../src/rules/serviceWaitsForListener";
import { spotHasAFloor } from "../src/rules/spotHasAFloor";
import { tasksArePrivate } from "../src/rules/tasksArePrivate";
import type { Environment } from "../src/rule";
import { findings, resource, stackFindings, UNKNOWN } from "./harness";

const SERVICE = "aws:ecs/service:Service";

describe("service-rolls-back", () => {
    const judge = (props: object) => findings(serviceRollsBack, { type: SERVICE, props });

    test("accepts a circuit breaker with rollback, or CodeDeploy", () => {
        deepEqual(judge({ deploymentCircuitBreaker: { enable: true, rollback: true } }), []);
        deepEqual(judge({ deploymentController: { type: "CODE_DEPLOY" } }), []);
    });

    test("refuses anything less", () => {
        const refused = ["has no deployment circuit breaker with rollback"];
        deepEqual(judge({}), refused);
        deepEqual(judge({ deploymentCircuitBreaker: { enable: true, rollback: false } }), refused);
    });
});

describe("launch-type-or-strategy", () => {
    const judge = (props: object) => findings(launchTypeOrStrategy, { type: SERVICE, props });
    const capacityProviderStrategies = [{ capacityProvider: "FARGATE" }];

    test("accepts either", () => {
        deepEqual(judge({ launchType: "FARGATE" }), []);
        deepEqual(judge({ capacityProviderStrategies }), []);
    });

    test("refuses both", () => {
        deepEqual(judge({ launchType: "FARGATE", capacityProviderStrategies }), [
            "has a launchType, which hides its capacity provider strategy",
        ]);
    });
});

describe("spot-has-a-floor", () => {
    const spot = { capacityProvider: "FARGATE_SPOT", weight: 1 };
    const judge = (environment: Environment, ...capacityProviderStrategies: object[]) =>
        findings(
            spotHasAFloor,
            { type: SERVICE, props: { capacityProviderStrategies, loadBalancers: [{ targetGroupArn: UNKNOWN }] } },
            {},
            { environment },
        );

    test("accepts one task off Spot, and anything outside production", () => {
        deepEqual(judge("production", spot, { capacityProvider: "FARGATE", base: 1 }), []);
        deepEqual(judge("staging", spot), []);
    });

    test("refuses all tasks on Spot, and a weight for a floor", () => {
        const refused = ["may lose every task at once: all of them may be on Spot"];
        deepEqual(judge("production", spot), refused);
        deepEqual(judge("production", spot, { capacityProvider: "FARGATE", weight: 1 }), refused);
    });
});

describe("desired count", () => {
    const scaled = (ignoreChanges: string[]) => {
        const service = resource({ type: SERVICE, name: "app", ignoreChanges });
        const target = resource({
            type: "aws:appautoscaling/target:Target",
            name: "scale",
            props: { resourceId: UNKNOWN },
            references: { resourceId: [service] },
        });
        return [service, target];
    };
    const fixed = (ignoreChanges: string[]) => [resource({ type: SERVICE, name: "app", ignoreChanges })];

    test("is left to autoscaling", () => {
        deepEqual(stackFindings(desiredCountHasOneOwner, scaled(["desiredCount"])), []);
        deepEqual(stackFindings(desiredCountHasOneOwner, fixed([])), []);
        deepEqual(stackFindings(desiredCountHasOneOwner, scaled([])), [
            "app: is autoscaled, and each update sets its desiredCount back",
        ]);
    });

    test("is not left to nobody", () => {
        deepEqual(stackFindings(desiredCountIsOwned, scaled(["desiredCount"])), []);
        deepEqual(stackFindings(desiredCountIsOwned, fixed([])), []);
        deepEqual(stackFindings(desiredCountIsOwned, fixed(["desiredCount"])), [
            "app: ignores changes of desiredCount, and nothing in the stack scales it",
        ]);
    });
});

describe("tasks-are-private", () => {
    const judge = (assignPublicIp: boolean, environment: Environment) =>
        findings(
            tasksArePrivate,
            { type: SERVICE, props: { networkConfiguration: { assignPublicIp } } },
            {},
            { environment },
        );

    test("accepts private tasks, and public ones outside production", () => {
        deepEqual(judge(false, "production"), []);
        deepEqual(judge(true, "staging"), []);
    });

    test("refuses public ones in production", () => {
        deepEqual(judge(true, "production"), ["gives its tasks public addresses"]);
    });
});

describe("service-waits-for-listener", () => {
    const group = resource({ type: "aws:lb/targetGroup:TargetGroup", name: "group" });
    const rule = resource({ type: "aws:lb/listenerRule:ListenerRule", name: "rule" });
    const service = (...dependencies: (typeof group)[]) =>
        resource({ type: SERVICE, name: "app", references: { loadBalancers: [group] }, dependencies });

    test("accepts a service after its rule, and one without a load balancer", () => {
        deepEqual(stackFindings(serviceWaitsForListener, [group, rule, service(group, rule)]), []);
        deepEqual(stackFindings(serviceWaitsForListener, [resource({ type: SERVICE })]), []);
    });

    test("refuses one that does not wait", () => {
        deepEqual(stackFindings(serviceWaitsForListener, [group, rule, service(group)]), [
            "app: has a target group, and does not wait for a listener to use it",
        ]);
    });
});

describe("no-secrets-in-environment", () => {
    const judge = (name: string, value: string) =>
        findings(noSecretsInEnvironment, {
            type: "aws:ecs/taskDefinition:TaskDefinition",
            props: { containerDefinitions: JSON.stringify([{ name: "app", environment: [{ name, value }] }]) },
        });

    test("accepts plain settings and references", () => {
        deepEqual(judge("DATABASE_HOST", "db.internal"), []);
        deepEqual(judge("DATABASE_URL", "postgres://db.internal:5432/app"), []);
        deepEqual(judge("SESSION_SECRET", "arn:aws:secretsmanager:us-east-1:123456789012:secret:s"), []);
    });

    test("refuses values that look like secrets, without repeating them", () => {
        deepEqual(judge("DATABASE_URL", "postgres://app:hunter2@db/app"), ["DATABASE_URL holds a URL with a password"]);
        deepEqual(judge("REDIS_URL", "rediss://:hunter2@cache:6379"), ["REDIS_URL holds a URL with a password"]);
        deepEqual(judge("KEY", "AKIAIOSFODNN7EXAMPLE"), ["KEY holds an AWS access key"]);
        deepEqual(judge("KEY", "-----BEGIN RSA PRIVATE KEY-----"), ["KEY holds a private key"]);
    });

    test("refuses names that only secrets have", () => {
        deepEqual(judge("SMTP_PASSWORD", "hunter2"), ["SMTP_PASSWORD holds a secret's value"]);
    });

    test("reads functions, and App Runner services", () => {
        const variables = { API_KEY: "12345", WEBHOOK_URL: UNKNOWN };
        deepEqual(
            findings(noSecretsInEnvironment, {
                type: "aws:lambda/function:Function",
                props: { environment: { variables } },
            }),
            ["API_KEY holds a secret's value"],
        );
        const imageConfiguration = { runtimeEnvironmentVariables: { API_KEY: "12345" } };
        deepEqual(
            findings(noSecretsInEnvironment, {
                type: "aws:apprunner/service:Service",
                props: { sourceConfiguration: { imageRepository: { imageConfiguration } } },
            }),
            ["API_KEY holds a secret's value"],
        );
    });

    test("waits for definitions it cannot know, and leaves broken ones to AWS", () => {
        for (const containerDefinitions of [UNKNOWN, "["]) {
            const props = { containerDefinitions };
            deepEqual(findings(noSecretsInEnvironment, { type: "aws:ecs/taskDefinition:TaskDefinition", props }), []);
        }
    });
});
