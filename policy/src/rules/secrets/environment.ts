import { containersOf } from "../../containers";
import type { Resource } from "../../resource";
import { resourceRule } from "../../rule";
import { isReference, isSecretName, shapeOf } from "../../secretShapes";
import { AMPLIFY_APP, AMPLIFY_BRANCH, APP_RUNNER, CODE_BUILD, FUNCTION, TASK_DEFINITION } from "../../types";

export const noSecretsInEnvironment = resourceRule({
    id: "no-secrets-in-environment",
    controls: ["FSBP ECS.8", "FSBP CodeBuild.2", "WA SEC02-BP03"],
    description: "Secrets reach a program by reference, never as a value in its environment.",
    remedy: "Keep the value in Secrets Manager or Parameter Store, and name it among the container's secrets.",
    setting: "services.*.environment, or services.*.links to a secret",
    types: [AMPLIFY_APP, AMPLIFY_BRANCH, APP_RUNNER, CODE_BUILD, FUNCTION, TASK_DEFINITION],
    check(resource, expect) {
        for (const { path, variables } of environments(resource)) {
            for (const name of Object.keys(variables)) {
                const value = () => String(variables[name] ?? "");
                expect(
                    () => shapeOf(value()) === undefined,
                    () => `${name} holds ${shapeOf(value())}`,
                    `${path}.${name}`,
                );
                expect(
                    () => !isSecretName(name) || isReference(value()) || shapeOf(value()) !== undefined,
                    `${name} holds a secret's value`,
                    `${path}.${name}`,
                );
            }
        }
    },
});

export const secretsAreReferences = resourceRule({
    id: "container-secrets-are-references",
    controls: ["FSBP ECS.8", "WA SEC02-BP03"],
    description: "What a container has among its secrets is the ARN or the name of one.",
    remedy: "Set valueFrom to the ARN of a secret or a parameter.",
    types: [TASK_DEFINITION],
    check(task, expect) {
        for (const { path, container } of containersOf(task)) {
            for (const [at, { name, valueFrom }] of (container.secrets ?? []).entries()) {
                expect(
                    () =>
                        /^(arn:aws[\w-]*:(secretsmanager|ssm):|\/?[\w./-]+$)/.test(valueFrom ?? "") &&
                        shapeOf(valueFrom) === undefined,
                    `${name} does not come from a secret or a parameter`,
                    `${path}.secrets[${at}].valueFrom`,
                );
            }
        }
    },
});

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
