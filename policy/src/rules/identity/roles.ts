import { allows, IDENTITY_DOCUMENTS, statements } from "../../documents";
import { stackRule } from "../../rule";
import { ROLE, ROLE_ATTACHMENT, ROLE_POLICY, TASK_DEFINITION } from "../../types";
import { jsonOf } from "../../json";

export const rolesAreSeparate = stackRule({
    id: "task-roles-are-separate",
    controls: ["WA SEC03-BP02"],
    description: "Each task has a role of its own, other than the one that starts it.",
    remedy: "Give each task definition its own task role and its own execution role.",
    types: [TASK_DEFINITION],
    check(task, expect, topology) {
        expect(
            () => task.props["executionRoleArn"] !== undefined,
            "has no execution role to pull its image and write logs with",
            "executionRoleArn",
        );
        expect(
            () => {
                const role = roleOf(task, "taskRoleArn");
                return role === undefined || role !== roleOf(task, "executionRoleArn");
            },
            "has its execution role for a task role, and so the rights to read its secrets",
            "taskRoleArn",
        );
        expect(
            () =>
                topology
                    .ofType(TASK_DEFINITION)
                    .every(
                        other =>
                            other === task ||
                            roleOf(task, "taskRoleArn") === undefined ||
                            roleOf(other, "taskRoleArn") !== roleOf(task, "taskRoleArn"),
                    ),
            "shares its task role with another task",
            "taskRoleArn",
        );
    },
});

export const rolesAreUsed = stackRule({
    id: "roles-have-permissions",
    level: "advisory",
    controls: ["WA SEC03-BP04"],
    description: "A role that the stack creates has a policy, or else nothing needs it.",
    remedy: "Attach the policy, or remove the role.",
    types: [ROLE],
    check(role, expect, topology) {
        expect(
            () =>
                topology.pointingAt(role, "role", ROLE_POLICY, ROLE_ATTACHMENT).length > 0 ||
                role.props["inlinePolicies"] !== undefined ||
                role.props["managedPolicyArns"] !== undefined ||
                isTaskRole(role.urn, topology.ofType(TASK_DEFINITION)) ||
                /tasks\.apprunner/.test(role.props["assumeRolePolicy"]),
            "has no policy: it may do nothing",
            "assumeRolePolicy",
        );
    },
});

export const secretsAreRead = stackRule({
    id: "execution-roles-read-their-secrets",
    controls: ["WA SEC03-BP02", "WA SEC08-BP04"],
    description: "An execution role reads the secrets that its containers name, and no others.",
    remedy: "Allow secretsmanager:GetSecretValue and ssm:GetParameters on exactly the ARNs in the containers' secrets.",
    types: [TASK_DEFINITION],
    check(task, expect, topology) {
        const [role] = (task.references["executionRoleArn"] ?? []).filter(({ type }) => type === ROLE);
        if (role === undefined) {
            return;
        }
        const containers: any[] = jsonOf(task.props["containerDefinitions"] ?? "") ?? [];
        const named = containers.flatMap(it => it.secrets ?? []).map(it => arnOf(String(it.valueFrom)));
        const allowed = topology
            .pointingAt(role, "role", ROLE_POLICY)
            .flatMap(policy => statements(policy, IDENTITY_DOCUMENTS))
            .filter(allows)
            .filter(({ actions }) =>
                actions.some(it => /^(secretsmanager:GetSecretValue|ssm:GetParameters?)$/.test(it)),
            )
            .flatMap(({ resources }) => resources.map(arnOf));
        for (const arn of new Set(named.filter(it => it.startsWith("arn:")))) {
            expect(
                () => allowed.includes(arn),
                `starts with ${arn}, which its execution role may not read`,
                "executionRoleArn",
            );
        }
        for (const arn of new Set(allowed)) {
            expect(
                () => named.includes(arn),
                `has an execution role that may read ${arn}, which no container names`,
                "executionRoleArn",
            );
        }
    },
});

function roleOf(task: Parameters<typeof statements>[0], property: string): string | undefined {
    return task.references[property]?.find(({ type }) => type === ROLE)?.urn ?? task.props[property];
}

function isTaskRole(urn: string, tasks: Parameters<typeof statements>[0][]): boolean {
    return tasks.some(task => (task.references["taskRoleArn"] ?? []).some(role => role.urn === urn));
}

/** The ARN of a secret without the key in it, and without what follows. */
function arnOf(reference: string): string {
    return reference
        .split(":")
        .slice(0, 7)
        .join(":")
        .replace(/-\?{6}$/, "");
}
