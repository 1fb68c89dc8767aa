import { resourceRule, stackRule } from "../../rule";
import { ENDED_RUNTIMES } from "../../releases";
import { FUNCTION, FUNCTION_PERMISSION, FUNCTION_URL, LOG_GROUP } from "../../types";

export const functionsAreCurrent = resourceRule({
    id: "function-runtime-is-supported",
    controls: ["FSBP Lambda.2", "WA SEC06-BP01"],
    description: "A function's runtime still gets fixes.",
    remedy: "Choose a later runtime.",
    types: [FUNCTION],
    check({ props }, expect) {
        expect(
            () => !ENDED_RUNTIMES.test(props["runtime"] ?? "provided.al2023"),
            `has a runtime without fixes`,
            "runtime",
        );
    },
});

export const functionsAskWho = resourceRule({
    id: "function-asks-who-calls",
    controls: ["FSBP Lambda.1", "WA SEC03-BP07"],
    description: "A function is called by whoever signs the call, or by one resource of a service.",
    remedy: "Set authorizationType to AWS_IAM; set sourceArn on the permission.",
    types: [FUNCTION_URL, FUNCTION_PERMISSION],
    check({ type, props }, expect) {
        if (type === FUNCTION_URL) {
            expect(() => props["authorizationType"] === "AWS_IAM", "can be called by anybody", "authorizationType");
            return;
        }
        expect(() => props["principal"] !== "*" || "principalOrgId" in props, "can be called by anybody", "principal");
        expect(
            () =>
                !/\.amazonaws\.com$/.test(props["principal"] ?? "") || "sourceArn" in props || "sourceAccount" in props,
            "can be called on behalf of any account",
            "sourceArn",
        );
    },
});

export const functionsLog = resourceRule({
    id: "function-is-complete",
    controls: ["FSBP Lambda.7", "WA SEC04-BP01"],
    description: "A function has a role, ends in time, and writes to a log group that the stack keeps.",
    remedy: "Set role, timeout, and loggingConfig.logGroup.",
    types: [FUNCTION],
    check({ props }, expect) {
        expect(() => !!props["role"], "has no role", "role");
        expect(() => (props["timeout"] ?? 3) > 0 && (props["timeout"] ?? 3) <= 900, "never ends", "timeout");
        expect(() => "packageType" in props || !!props["runtime"], "has no runtime", "runtime");
    },
});

export const functionsKeepTheirLog = stackRule({
    id: "function-log-is-kept",
    controls: ["FSBP CloudWatch.16", "WA SEC04-BP02"],
    description: "The stack creates the log group of a function: Lambda would create one to be kept for ever.",
    remedy: "Add a LogGroup, and name it in loggingConfig.logGroup.",
    types: [FUNCTION],
    check({ props }, expect, topology) {
        const groups = topology.ofType(LOG_GROUP);
        const group = () => props["loggingConfig"]?.logGroup ?? `/aws/lambda/${props["name"]}`;
        expect(
            () => groups.some(it => it.props["name"] === group() || it.identities.includes(group())),
            "writes to a log that the stack does not create",
            "loggingConfig.logGroup",
        );
    },
});
