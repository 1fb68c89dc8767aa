import { resourceRule, stackRule } from "../../rule";
import { ENDED_RUNTIMES } from "../../releases";
import {
    DISTRIBUTION,
    EVENT_TARGET,
    FUNCTION,
    FUNCTION_PERMISSION,
    FUNCTION_URL,
    LOG_GROUP,
    SCHEDULE,
    STATE_MACHINE,
    TOPIC_SUBSCRIPTION,
} from "../../types";

export const functionsAreCurrent = resourceRule("function-runtime-is-supported", [FUNCTION], ({ props }, expect) => {
    expect("runtime", `has a runtime without fixes`, () => !ENDED_RUNTIMES.test(props["runtime"] ?? "provided.al2023"));
});

export const functionsAskWho = resourceRule(
    "function-asks-who-calls",
    [FUNCTION_URL, FUNCTION_PERMISSION],
    ({ type, props }, expect) => {
        if (type === FUNCTION_URL) {
            expect("authorizationType", "can be called by anybody", () => props["authorizationType"] === "AWS_IAM");
            return;
        }
        expect("principal", "can be called by anybody", () => props["principal"] !== "*" || "principalOrgId" in props);
        expect(
            "sourceArn",
            "can be called on behalf of any account",
            () =>
                !/\.amazonaws\.com$/.test(props["principal"] ?? "") || "sourceArn" in props || "sourceAccount" in props,
        );
    },
);

export const functionsLog = resourceRule("function-is-complete", [FUNCTION], ({ props }, expect) => {
    expect("role", "has no role", () => !!props["role"]);
    expect("timeout", "never ends", () => (props["timeout"] ?? 3) > 0 && (props["timeout"] ?? 3) <= 900);
    expect(
        "reservedConcurrentExecutions",
        "never runs: none may at a time",
        () => props["reservedConcurrentExecutions"] !== 0,
    );
    expect("runtime", "has no runtime", () => "packageType" in props || !!props["runtime"]);
});

export const functionsAreCalled = stackRule("function-is-called", [FUNCTION], (called, expect, topology) => {
    const callers = topology.ofType(
        SCHEDULE,
        EVENT_TARGET,
        FUNCTION_PERMISSION,
        FUNCTION_URL,
        TOPIC_SUBSCRIPTION,
        "aws:lambda/eventSourceMapping:EventSourceMapping",
        "aws:secretsmanager/secretRotation:SecretRotation",
        STATE_MACHINE,
        DISTRIBUTION,
    );
    expect("", "is called by nothing of the stack", () => callers.some(it => it.dependencies.includes(called)));
});

export const functionsKeepTheirLog = stackRule("function-log-is-kept", [FUNCTION], ({ props }, expect, topology) => {
    const groups = topology.ofType(LOG_GROUP);
    const group = () => props["loggingConfig"]?.logGroup ?? `/aws/lambda/${props["name"]}`;
    expect("loggingConfig.logGroup", "writes to a log that the stack does not create", () =>
        groups.some(it => it.props["name"] === group() || it.identities.includes(group())),
    );
});
