import { containersOf } from "../../containers";
import type { Resource } from "../../resource";
import { resourceRule } from "../../rule";
import { isReference, isSecretName, isSuspect, shapeOf } from "../../secretShapes";
import { AMPLIFY_APP, AMPLIFY_BRANCH, APP_RUNNER, CODE_BUILD, FUNCTION, TASK_DEFINITION } from "../../types";

export const noSecretsInEnvironment = resourceRule(
    "no-secrets-in-environment",
    [AMPLIFY_APP, AMPLIFY_BRANCH, APP_RUNNER, CODE_BUILD, FUNCTION, TASK_DEFINITION],
    (resource, expect) => {
        for (const { path, variables } of environments(resource)) {
            for (const name of Object.keys(variables)) {
                const value = () => String(variables[name] ?? "");
                expect(
                    `${path}.${name}`,
                    () => `${name} holds ${shapeOf(value())}`,
                    () => shapeOf(value()) === undefined,
                );
                expect(
                    `${path}.${name}`,
                    `${name} holds a secret's value`,
                    () =>
                        !(isSuspect(name, value()) || (isSecretName(name) && !isReference(value()))) ||
                        shapeOf(value()) !== undefined,
                );
            }
        }
    },
);

export const secretsAreReferences = resourceRule(
    "container-secrets-are-references",
    [TASK_DEFINITION],
    (task, expect) => {
        for (const { path, container } of containersOf(task)) {
            for (const [at, { name, valueFrom }] of (container.secrets ?? []).entries()) {
                expect(
                    `${path}.secrets[${at}].valueFrom`,
                    `${name} does not come from a secret or a parameter`,
                    () =>
                        /^(arn:aws[\w-]*:(secretsmanager|ssm):|\/?[\w./-]+$)/.test(valueFrom ?? "") &&
                        shapeOf(valueFrom) === undefined,
                );
            }
            const options: Record<string, string> = container.logConfiguration?.options ?? {};
            for (const [name, value] of Object.entries(options)) {
                expect(
                    `${path}.logConfiguration.options`,
                    `the log option ${name} holds a secret's value`,
                    () => !/(token|password|secret|api-?_?key)$/i.test(name) || isReference(value),
                );
            }
            expect(`${path}.repositoryCredentials`, "the password of its registry does not come from a secret", () =>
                /^arn:aws/.test(container.repositoryCredentials?.credentialsParameter ?? "arn:aws"),
            );
        }
    },
);

/** Settings by which clients take a server's certificate without looking at it, or talk to it in plain text. */
const UNCHECKED: [RegExp, RegExp][] = [
    [/^NODE_TLS_REJECT_UNAUTHORIZED$/, /^0$/],
    [/^(PYTHONHTTPSVERIFY|HTTPS_VERIFY|SSL_VERIFY|TLS_VERIFY|VERIFY_SSL|REQUESTS_VERIFY)$/, /^(0|false|no|off)$/i],
    [/^(GIT_SSL_NO_VERIFY|(\w+_)?(TLS|SSL)_(SKIP_VERIFY|INSECURE)|INSECURE_SKIP_VERIFY)$/, /^(1|true|yes|on)$/i],
    [/^(\w+_|PG)?SSL_?MODE$/, /^(disable|allow|prefer)$/i],
    [/./, /[?&](sslmode=(disable|allow)|useSSL=false|tls=false|ssl_cert_reqs=none)\b/i],
];

export const programsCheckCertificates = resourceRule(
    "programs-check-certificates",
    [AMPLIFY_APP, AMPLIFY_BRANCH, APP_RUNNER, CODE_BUILD, FUNCTION, TASK_DEFINITION],
    (resource, expect) => {
        for (const { path, variables } of environments(resource)) {
            for (const name of Object.keys(variables)) {
                expect(
                    `${path}.${name}`,
                    `${name} is ${variables[name]}: the program no longer knows whom it talks to`,
                    () => !UNCHECKED.some(([of, is]) => of.test(name) && is.test(String(variables[name] ?? ""))),
                );
            }
        }
    },
);

function environments(resource: Resource): { path: string; variables: Record<string, string> }[] {
    const { props } = resource;
    switch (resource.type) {
        case TASK_DEFINITION:
            return containersOf(resource).map(({ path, container }) => ({
                path: `${path}.environment`,
                variables: Object.fromEntries((container.environment ?? []).map((it: any) => [it.name, it.value])),
            }));
        case FUNCTION:
            return [{ path: "environment.variables", variables: props["environment"]?.variables ?? {} }];
        case CODE_BUILD: {
            const variables: any[] = [...(props["environment"]?.environmentVariables ?? [])];
            const plain = variables.filter(({ type = "PLAINTEXT" }) => type === "PLAINTEXT");
            const named = Object.fromEntries(plain.map(({ name, value }) => [name, value]));
            return [{ path: "environment.environmentVariables", variables: named }];
        }
        case APP_RUNNER: {
            const { imageRepository } = props["sourceConfiguration"] ?? {};
            const variables = imageRepository?.imageConfiguration?.runtimeEnvironmentVariables ?? {};
            return [
                {
                    path: "sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables",
                    variables,
                },
            ];
        }
        default:
            return [
                { path: "environmentVariables", variables: props["environmentVariables"] ?? {} },
                {
                    path: "autoBranchCreationConfig.environmentVariables",
                    variables: props["autoBranchCreationConfig"]?.environmentVariables ?? {},
                },
            ];
    }
}
