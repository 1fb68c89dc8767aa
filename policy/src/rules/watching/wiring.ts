import { allows, IDENTITY_DOCUMENTS, RESOURCE_DOCUMENTS, statements } from "../../documents";
import { resourceRule, stackRule } from "../../rule";
import {
    BUCKET_POLICY,
    BUCKETS,
    EVENT_RULE,
    EVENT_TARGET,
    GUARD_DUTY,
    LOG_GROUP,
    METRIC_FILTER,
    RDS_CLUSTER,
    RDS_INSTANCE,
    REPOSITORY,
    ROLE,
    ROLE_POLICY,
    TASK_DEFINITION,
    TRAIL,
} from "../../types";

const LOG_POLICY = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";

export const trailsAreThere = stackRule(
    "audit-bucket-has-a-trail",
    [BUCKET_POLICY, TRAIL],
    (resource, expect, topology) => {
        if (resource.type === TRAIL) {
            const policies = topology
                .ofType(BUCKET_POLICY)
                .flatMap(it => statements(it, RESOURCE_DOCUMENTS))
                .filter(allows);
            const mayDo = (action: string) =>
                policies.some(
                    it =>
                        it.actions.includes(action) &&
                        it.principals.some(({ name }) => name === "cloudtrail.amazonaws.com"),
                );
            expect(
                "s3BucketName",
                "goes to a bucket that the stack does not create",
                () =>
                    topology.ofType(...BUCKETS).length === 0 ||
                    topology.pointedAt(resource, "s3BucketName", ...BUCKETS).length > 0,
            );
            for (const action of ["s3:PutObject", "s3:GetBucketAcl"]) {
                expect(
                    "s3BucketName",
                    `may not ${action} on its bucket`,
                    () => topology.ofType(BUCKET_POLICY).length === 0 || mayDo(action),
                );
            }
            return;
        }
        const takesTrail = () =>
            statements(resource, RESOURCE_DOCUMENTS).some(it =>
                it.principals.some(({ name }) => name === "cloudtrail.amazonaws.com"),
            );
        expect("policy", "is for a trail that is not there", () => !takesTrail() || topology.ofType(TRAIL).length > 0);
    },
);

export const eventsReachLogs = stackRule("events-may-write-their-log", [EVENT_TARGET], (target, expect, topology) => {
    const [group] = topology.pointedAt(target, "arn", LOG_GROUP);
    if (group === undefined && !/:log-group:/.test(target.props["arn"])) {
        return;
    }
    expect(
        "arn",
        "writes to a log that no metric filter reads",
        () =>
            group === undefined ||
            topology
                .ofType(METRIC_FILTER)
                .some(it => it.props["logGroupName"] === group.props["name"] || it.dependencies.includes(group)),
    );
    const granted = topology
        .ofType(LOG_POLICY)
        .flatMap(it => statements(it, RESOURCE_DOCUMENTS))
        .filter(allows);
    for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
        for (const service of ["events.amazonaws.com", "delivery.logs.amazonaws.com"]) {
            expect("arn", `may not write: ${service} has no ${action}`, () =>
                granted.some(it => it.actions.includes(action) && it.principals.some(({ name }) => name === service)),
            );
        }
    }
});

export const findingsAreMade = stackRule("findings-are-made", [EVENT_RULE], (rule, expect, topology) => {
    expect(
        "eventPattern",
        "waits for findings that no detector of the stack makes",
        () => !/aws\.guardduty/.test(rule.props["eventPattern"] ?? "") || topology.ofType(GUARD_DUTY).length > 0,
    );
    expect("eventPattern", "is for events of any source", () =>
        /"source"/.test(rule.props["eventPattern"] ?? '"source"'),
    );
});

export const databaseLogsAreLooked = stackRule(
    "database-logs-have-a-group",
    [RDS_INSTANCE, RDS_CLUSTER],
    (database, expect, topology) => {
        const { props, type } = database;
        const name = type === RDS_CLUSTER ? props["clusterIdentifier"] : props["identifier"];
        const groups = topology.ofType(LOG_GROUP);
        for (const log of groups.length === 0 ? [] : [...(props["enabledCloudwatchLogsExports"] ?? [])]) {
            const group = `/aws/rds/${type === RDS_CLUSTER ? "cluster" : "instance"}/${name}/${log}`;
            expect("enabledCloudwatchLogsExports", `writes to ${group}, which the stack does not create`, () =>
                groups.some(it => it.props["name"] === group),
            );
        }
    },
);

export const tasksCanStart = stackRule("execution-role-starts-tasks", [TASK_DEFINITION], (task, expect, topology) => {
    const [role] = (task.references["executionRoleArn"] ?? []).filter(({ type }) => type === ROLE);
    if (
        role === undefined ||
        topology.pointingAt(role, "role", "aws:iam/rolePolicyAttachment:RolePolicyAttachment").length > 0
    ) {
        return;
    }
    const actions = topology
        .pointingAt(role, "role", ROLE_POLICY)
        .flatMap(it => statements(it, IDENTITY_DOCUMENTS))
        .filter(allows)
        .flatMap(it => it.actions);
    const needed = ["logs:CreateLogStream", "logs:PutLogEvents"];
    if (topology.ofType(REPOSITORY).length > 0 && /\.dkr\.ecr\./.test(task.props["containerDefinitions"])) {
        needed.push("ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
    }
    for (const action of needed) {
        expect("executionRoleArn", `has an execution role without ${action}`, () => actions.includes(action));
    }
});

export const rotationIsInTime = resourceRule(
    "rotation-is-in-time",
    ["aws:secretsmanager/secretRotation:SecretRotation"],
    ({ props }, expect) => {
        const rules = () => props["rotationRules"];
        expect(
            "rotationRules.automaticallyAfterDays",
            "is rotated after more than 90 days, or never",
            () =>
                (!!rules()?.scheduleExpression &&
                    Number(/^rate\((\d+) days?\)$/.exec(rules().scheduleExpression)?.[1] ?? 0) <= 90) ||
                (rules()?.automaticallyAfterDays > 0 && rules().automaticallyAfterDays <= 90),
        );
        expect("rotationLambdaArn", "is rotated by nothing", () => "rotationLambdaArn" in props);
    },
);
