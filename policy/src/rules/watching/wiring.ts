import { allows, IDENTITY_DOCUMENTS, RESOURCE_DOCUMENTS, statements } from "../../documents";
import { resourceRule, stackRule } from "../../rule";
import {
    BUCKET_POLICY,
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

export const trailsAreThere = stackRule({
    id: "audit-bucket-has-a-trail",
    controls: ["FSBP CloudTrail.1", "WA SEC04-BP01"],
    description: "Where a bucket takes a trail, there is one, and its policy lets it write.",
    remedy: "Add the trail, or remove the bucket.",
    setting: "audit",
    types: [BUCKET_POLICY, TRAIL],
    check(resource, expect, topology) {
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
            for (const action of ["s3:PutObject", "s3:GetBucketAcl"]) {
                expect(
                    () => topology.ofType(BUCKET_POLICY).length === 0 || mayDo(action),
                    `may not ${action} on its bucket`,
                    "s3BucketName",
                );
            }
            return;
        }
        const takesTrail = () =>
            statements(resource, RESOURCE_DOCUMENTS).some(it =>
                it.principals.some(({ name }) => name === "cloudtrail.amazonaws.com"),
            );
        expect(() => !takesTrail() || topology.ofType(TRAIL).length > 0, "is for a trail that is not there", "policy");
    },
});

export const eventsReachLogs = stackRule({
    id: "events-may-write-their-log",
    controls: ["WA OPS08-BP02"],
    description: "Where events go to a log group, CloudWatch Logs lets them in, and what reads them is there.",
    remedy: "Add a LogResourcePolicy for events.amazonaws.com with logs:CreateLogStream and logs:PutLogEvents.",
    types: [EVENT_TARGET],
    check(target, expect, topology) {
        const [group] = topology.pointedAt(target, "arn", LOG_GROUP);
        if (group === undefined && !/:log-group:/.test(target.props["arn"])) {
            return;
        }
        expect(
            () =>
                group === undefined ||
                topology
                    .ofType(METRIC_FILTER)
                    .some(it => it.props["logGroupName"] === group.props["name"] || it.dependencies.includes(group)),
            "writes to a log that no metric filter reads",
            "arn",
        );
        const granted = topology
            .ofType(LOG_POLICY)
            .flatMap(it => statements(it, RESOURCE_DOCUMENTS))
            .filter(allows);
        for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
            for (const service of ["events.amazonaws.com", "delivery.logs.amazonaws.com"]) {
                expect(
                    () =>
                        granted.some(
                            it => it.actions.includes(action) && it.principals.some(({ name }) => name === service),
                        ),
                    `may not write: ${service} has no ${action}`,
                    "arn",
                );
            }
        }
    },
});

export const findingsAreMade = stackRule({
    id: "findings-are-made",
    level: "advisory",
    controls: ["FSBP GuardDuty.1"],
    description: "Where findings of GuardDuty are told, there is a detector that makes them.",
    remedy: "Add the detector.",
    types: [EVENT_RULE],
    check(rule, expect, topology) {
        expect(
            () => !/aws\.guardduty/.test(rule.props["eventPattern"] ?? "") || topology.ofType(GUARD_DUTY).length > 0,
            "waits for findings that no detector of the stack makes",
            "eventPattern",
        );
        expect(
            () => /"source"/.test(rule.props["eventPattern"] ?? '"source"'),
            "is for events of any source",
            "eventPattern",
        );
    },
});

export const databaseLogsAreLooked = stackRule({
    id: "database-logs-have-a-group",
    controls: ["WA SEC04-BP02"],
    description:
        "The stack creates the log groups of its databases: RDS would create them to be kept for ever, and without the stack's key.",
    remedy: "Add a LogGroup /aws/rds/instance/NAME/LOG or /aws/rds/cluster/NAME/LOG.",
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, expect, topology) {
        const { props, type } = database;
        const name = type === RDS_CLUSTER ? props["clusterIdentifier"] : props["identifier"];
        const groups = topology.ofType(LOG_GROUP);
        for (const log of groups.length === 0 ? [] : [...(props["enabledCloudwatchLogsExports"] ?? [])]) {
            const group = `/aws/rds/${type === RDS_CLUSTER ? "cluster" : "instance"}/${name}/${log}`;
            expect(
                () => groups.some(it => it.props["name"] === group),
                `writes to ${group}, which the stack does not create`,
                "enabledCloudwatchLogsExports",
            );
        }
    },
});

export const tasksCanStart = stackRule({
    id: "execution-role-starts-tasks",
    controls: ["WA OPS05-BP04"],
    description: "An execution role may write the log of its containers, and pull their images.",
    remedy: "Allow logs:CreateLogStream, logs:PutLogEvents, and for ECR the three actions of a pull and ecr:GetAuthorizationToken.",
    types: [TASK_DEFINITION],
    check(task, expect, topology) {
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
            expect(() => actions.includes(action), `has an execution role without ${action}`, "executionRoleArn");
        }
    },
});

export const rotationIsInTime = resourceRule({
    id: "rotation-is-in-time",
    controls: ["FSBP SecretsManager.1", "FSBP SecretsManager.4"],
    description: "A secret that is rotated is so within 90 days.",
    remedy: "Set rotationRules.automaticallyAfterDays to 90 or less.",
    setting: "secrets.*.rotation",
    types: ["aws:secretsmanager/secretRotation:SecretRotation"],
    check({ props }, expect) {
        const rules = () => props["rotationRules"];
        expect(
            () =>
                !!rules()?.scheduleExpression ||
                (rules()?.automaticallyAfterDays > 0 && rules().automaticallyAfterDays <= 90),
            "is rotated after more than 90 days, or never",
            "rotationRules.automaticallyAfterDays",
        );
        expect(() => "rotationLambdaArn" in props, "is rotated by nothing", "rotationLambdaArn");
    },
});
