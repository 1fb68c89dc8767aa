import {
    allows,
    conditionsOn,
    IDENTITY_DOCUMENTS,
    isBoundBy,
    RESOURCE_DOCUMENTS,
    type Statement,
    statements,
} from "../../documents";
import { resourceRule } from "../../rule";
import { KEY } from "../../types";
import { isOnAKind, isUnscoped, isWholeKind, needsCondition } from "../../unscopedActions";

const types = Object.keys(IDENTITY_DOCUMENTS);

/** Services whose resources are secrets or rights: a policy names each one that it is for. */
const EXACT = /^arn:[^:]*:(iam|kms|secretsmanager|ssm|sts):/;

/** Rights that end what guards or restores a stack. */
const DESTROYS =
    /^(backup:(Delete|Update|Put|Disassociate)\w+|cloudwatch:(DeleteAlarms|DisableAlarmActions)|dynamodb:Delete(Table|Backup)|ecr:DeleteRepository\w*|ecs:Delete(Service|Cluster)|elasticache:(Delete|Modify)\w+|elasticfilesystem:Delete(FileSystem|FileSystemPolicy)|ec2:(DeleteFlowLogs|DeleteSnapshot|DeleteVolume|TerminateInstances|RunInstances)|logs:(Delete(Log|Subscription|Metric|Retention)\w*|PutRetentionPolicy)|rds:(Delete|Modify|Restore)\w+|route53:DeleteHostedZone|s3:(Put(Bucket(Versioning|Logging)|LifecycleConfiguration|EncryptionConfiguration|ReplicationConfiguration)|BypassGovernanceRetention|DeleteObjectVersion)|secretsmanager:(DeleteSecret|UpdateSecret)|sns:DeleteTopic|sqs:(DeleteQueue|SetQueueAttributes)|wafv2:(Disassociate|Delete|Update|Put)\w+)$/i;

/** Conditions on who asks, when and from where; they leave open what is asked for. */
const OF_THE_CALLER =
    /^aws:(SecureTransport|Principal|Source|Via|Called|CurrentTime|EpochTime|MultiFactor|RequestedRegion|Referer|UserAgent|TokenIssue|userid|username)/i;

/** Rights that let a role give itself further rights. */
const ESCALATES =
    /^(iam:(Attach|Put|Create|Delete|Detach|Update|Set|Add|Remove|Upload|Enable|Deactivate)\w*|lambda:(CreateFunction|UpdateFunctionCode|UpdateFunctionConfiguration|AddPermission)|cloudformation:(Create|Update)\w+|codebuild:(StartBuild|UpdateProject|CreateProject)|ssm:(SendCommand|StartSession|StartAutomationExecution)|ecs:(ExecuteCommand|RegisterTaskDefinition)|glue:(Create|Update)\w+|ec2:(AssociateIamInstanceProfile|ReplaceIamInstanceProfileAssociation)|kms:(PutKeyPolicy|ScheduleKeyDeletion|DisableKey)|organizations:\w+|sts:GetFederationToken|secretsmanager:PutResourcePolicy|s3:(PutBucket(Policy|Acl|PublicAccessBlock|OwnershipControls)|DeleteBucketPolicy|PutObjectAcl|PutAccountPublicAccessBlock|DeleteBucket)|(rds|ec2):Modify\w*(Snapshot|Image)Attribute|cloudtrail:(StopLogging|Delete|Update|Put)\w*|guardduty:(DeleteDetector|UpdateDetector)|ec2:(AuthorizeSecurityGroup\w+|CreateRoute|ModifyVpcEndpoint))$/i;

export const noWildcardActions = resourceRule("iam-no-wildcard-actions", types, (resource, expect) => {
    for (const { path, actions, notActions } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
        for (const action of actions) {
            expect(path, `allows ${action}`, () => !/[*?]/.test(action) || isWholeKind(action));
        }
        expect(path, "allows every action but some (NotAction)", () => notActions.length === 0);
    }
});

export const scopedResources = resourceRule<{ unscoped: string[] }>(
    "iam-scoped-resources",
    types,
    (resource, expect, { unscoped }) => {
        for (const statement of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
            const { path, actions, notResources, resources } = statement;
            expect(path, "allows every resource but some (NotResource)", () => notResources.length === 0);
            const wide = resources.filter(it => isWide(it));
            for (const action of wide.length === 0 ? [] : actions) {
                expect(
                    path,
                    `allows ${action} on ${wide[0]}`,
                    () =>
                        isUnscoped(action) ||
                        unscoped.includes(action) ||
                        (isOnAKind(action) && isOneKind(wide)) ||
                        (isNarrowed(statement) && (needsCondition(action) || isOneKind(wide))),
                );
            }
            for (const arn of resources.filter(it => EXACT.test(it) && !isWide(it))) {
                expect(
                    path,
                    `allows ${actions[0]} on ${arn}, which is more than one`,
                    () => isExact(arn) && !/:parameter\/?$/.test(arn),
                );
            }
        }
    },
);

export const passRoleIsBounded = resourceRule("iam-pass-role-is-bounded", types, (resource, expect) => {
    for (const statement of statements(resource, IDENTITY_DOCUMENTS).filter(passesRoles)) {
        const { path, resources } = statement;
        expect(path, "may pass roles that it does not name", () => resources.every(it => !/[*?]/.test(it)));
        expect(path, "may pass a role to any service", () =>
            conditionsOn(statement, /^iam:PassedToService$/i).some(({ values }) =>
                values.every(it => /^[\w.-]+$/.test(it)),
            ),
        );
    }
});

export const noEscalation = resourceRule<{ roles: string[] }>(
    "iam-no-privilege-escalation",
    types,
    (resource, expect, { roles }) => {
        for (const { path, actions, resources } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
            for (const action of actions.filter(it => ESCALATES.test(it))) {
                expect(path, `allows ${action}`, () => roles.includes(resource.name));
            }
            expect(
                path,
                "may assume roles that it does not name",
                () => !actions.includes("sts:AssumeRole") || resources.every(it => !/[*?]/.test(it)),
            );
        }
    },
);

export const nothingIsDestroyed = resourceRule("iam-no-destructive-actions", types, (resource, expect) => {
    for (const { path, actions } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
        for (const action of actions) {
            expect(path, `allows ${action}`, () => !DESTROYS.test(action));
        }
    }
});

export const changesNameTheirResource = resourceRule("iam-changes-name-their-resource", types, (resource, expect) => {
    for (const { path, actions, resources } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
        for (const action of actions.filter(it =>
            /^(ecs:(Update|Delete)Service|rds:(Start|Stop|Reboot|Failover)DB\w+)$/i.test(it),
        )) {
            expect(path, `allows ${action} on more than it names`, () => resources.every(it => !/[*?]/.test(it)));
        }
    }
});

export const grantsAreForAws = resourceRule("kms-grants-are-for-aws", [...types, KEY], (resource, expect) => {
    const documents = resource.type === KEY ? RESOURCE_DOCUMENTS : IDENTITY_DOCUMENTS;
    for (const { path, actions, condition } of statements(resource, documents).filter(allows)) {
        expect(
            path,
            "may create grants on a key for anybody",
            () =>
                !actions.includes("kms:CreateGrant") ||
                condition.some(
                    it =>
                        /^Bool/.test(it.operator) && it.key === "kms:GrantIsForAWSResource" && it.values[0] === "true",
                ),
        );
    }
});

export const noLogGroupCreation = resourceRule("iam-no-log-group-creation", types, (resource, expect) => {
    for (const { path, actions } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
        expect(path, "allows logs:CreateLogGroup", () => !actions.includes("logs:CreateLogGroup"));
    }
});

/** Whether a condition chooses among the resources, and not only among the callers. */
function isNarrowed(statement: Statement): boolean {
    return statement.condition.some(
        it => !OF_THE_CALLER.test(it.key) && isBoundBy(statement, new RegExp(`^${it.key}$`)),
    );
}

function passesRoles(statement: Statement): boolean {
    return allows(statement) && statement.actions.some(action => /^(\*|iam:(\*|PassRole|Pass\*))$/i.test(action));
}

/** `*`, an ARN without service, account or name, or a whole kind of resource such as `secret:*`. */
function isWide(arn: string): boolean {
    const [, , service = "*", region = "", account = "", ...rest] = arn.split(":");
    const id = rest.join(":");
    if (!arn.startsWith("arn:") || /[*?]/.test(service + region + account) || id === "") {
        return /[*?]/.test(arn);
    }
    const name = rest.length > 1 ? rest.slice(1).join(":") : service === "s3" ? id : id.replace(/^[\w-]+\//, "");
    return /^\/?[\w-]{0,2}[*?]/.test(name) || /^[^/*?]{0,3}[*?]/.test(service === "s3" ? id : "x".repeat(9));
}

/** A whole kind of resource, which a condition can narrow, unless they are secrets or rights. */
function isOneKind(wide: string[]): boolean {
    return wide.every(it => it.startsWith("arn:") && !/[*?]/.test(it.split(":").slice(0, 5).join()) && !EXACT.test(it));
}

/** The random suffix of a secret's ARN may be left open. */
function isExact(arn: string): boolean {
    return !/[*?]/.test(arn.replace(/-(\?{6}|\*)$/, ""));
}
