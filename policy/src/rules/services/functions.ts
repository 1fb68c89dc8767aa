import { resourceRule } from "../../rule";
import { ENDED_RUNTIMES } from "../../releases";
import { FUNCTION, FUNCTION_PERMISSION, FUNCTION_URL } from "../../types";

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
