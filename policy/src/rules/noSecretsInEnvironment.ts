import type { Resource } from "../resource";
import { jsonOf } from "../json";
import { resourceRule } from "../rule";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const FUNCTION = "aws:lambda/function:Function";
const APP_RUNNER = "aws:apprunner/service:Service";

const SECRET_VALUES: [RegExp, string][] = [
    [/:\/\/[^/\s:@]*:[^/\s@]+@/, "a URL with a password"],
    [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key"],
    [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
    [/\b(ghp|gho|ghs|github_pat)_\w{20,}/, "a GitHub token"],
    [/\b(sk|rk)_live_\w{16,}/, "a Stripe key"],
    [/\bxox[abprs]-[\w-]{10,}/, "a Slack token"],
];
const SECRET_NAMES = /(^|_)(PASSWORD|PASSWD|SECRET|SECRET_KEY|API_KEY|ACCESS_KEY|PRIVATE_KEY|TOKEN)$/i;

export const noSecretsInEnvironment = resourceRule({
    id: "no-secrets-in-environment",
    controls: [],
    description: "Secrets reach a container by reference, never as a value in its environment.",
    remedy: "Keep the value in Secrets Manager or Parameter Store, and name it among the container's secrets.",
    types: [TASK, FUNCTION, APP_RUNNER],
    check(resource, expect) {
        for (const environment of environments(resource)) {
            for (const name of Object.keys(environment)) {
                for (const [shape, what] of SECRET_VALUES) {
                    expect(() => !shape.test(environment[name] ?? ""), `${name} holds ${what}`);
                }
                expect(
                    () => !SECRET_NAMES.test(name) || isReference(environment[name]),
                    `${name} holds a secret's value`,
                );
            }
        }
    },
});

function environments({ type, props }: Resource): Record<string, string>[] {
    switch (type) {
        case TASK:
            return containers(props["containerDefinitions"]).map(container =>
                Object.fromEntries((container.environment ?? []).map(({ name, value }: any) => [name, value])),
            );
        case FUNCTION:
            return [props["environment"]?.variables ?? {}];
        default:
            return [
                props["sourceConfiguration"]?.imageRepository?.imageConfiguration?.runtimeEnvironmentVariables ?? {},
            ];
    }
}

function containers(definitions: string | undefined): any[] {
    return jsonOf(definitions ?? "[]") ?? [];
}

function isReference(value = ""): boolean {
    return value === "" || /^(arn:|\/)/.test(value);
}
