import { allows, IDENTITY_DOCUMENTS, statements } from "../../documents";
import { stackRule } from "../../rule";
import { ROLE, ROLE_ATTACHMENT, ROLE_POLICY, TASK_DEFINITION } from "../../types";
import { jsonOf } from "../../json";

export const rolesAreSeparate = stackRule("task-roles-are-separate", [TASK_DEFINITION], (task, expect, topology) => {
    expect(
        "executionRoleArn",
        "has no execution role to pull its image and write logs with",
        () => task.props["executionRoleArn"] !== undefined,
    );
    expect("taskRoleArn", "has its execution role for a task role, and so the rights to read its secrets", () => {
        const role = roleOf(task, "taskRoleArn");
        return role === undefined || role !== roleOf(task, "executionRoleArn");
    });
    expect("taskRoleArn", "shares its task role with another task", () =>
        topology
            .ofType(TASK_DEFINITION)
            .every(
                other =>
                    other === task ||
                    roleOf(task, "taskRoleArn") === undefined ||
                    roleOf(other, "taskRoleArn") !== roleOf(task, "taskRoleArn"),
            ),
    );
});

export const rolesAreUsed = stackRule("roles-have-permissions", [ROLE], (role, expect, topology) => {
    expect(
        "",
        "has no policy: it may do nothing",
        () =>
            topology.pointingAt(role, "role", ROLE_POLICY, ROLE_ATTACHMENT).length > 0 ||
            role.props["inlinePolicies"] !== undefined ||
            role.props["managedPolicyArns"] !== undefined ||
            isTaskRole(role.urn, topology.ofType(TASK_DEFINITION)) ||
            /tasks\.apprunner/.test(role.props["assumeRolePolicy"]),
    );
});

export const secretsAreRead = stackRule(
    "execution-roles-read-their-secrets",
    [TASK_DEFINITION],
    (task, expect, topology) => {
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
            expect("executionRoleArn", `starts with ${arn}, which its execution role may not read`, () =>
                allowed.includes(arn),
            );
        }
        for (const arn of new Set(allowed)) {
            expect("executionRoleArn", `has an execution role that may read ${arn}, which no container names`, () =>
                named.includes(arn),
            );
        }
    },
);

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
