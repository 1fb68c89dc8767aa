import { allows, IDENTITY_DOCUMENTS, type Statement, statements } from "../../documents";
import { resourceRule } from "../../rule";
import { isOnAKind, isUnscoped, isWholeKind, needsCondition } from "../../unscopedActions";

const types = Object.keys(IDENTITY_DOCUMENTS);
const setting = "services.*.permissions";

/** Services whose resources are secrets or rights: a policy names each one that it is for. */
const EXACT = /^arn:[^:]*:(iam|kms|secretsmanager|ssm|sts):/;

/** Rights that let a role give itself further rights. */
const ESCALATES =
    /^(iam:(Attach|Put|Create|Delete|Detach|Update|Set|Add|Remove|Upload|Enable|Deactivate)\w*|lambda:(UpdateFunctionCode|UpdateFunctionConfiguration|AddPermission)|ec2:(AssociateIamInstanceProfile|ReplaceIamInstanceProfileAssociation)|kms:(PutKeyPolicy|ScheduleKeyDeletion|DisableKey)|organizations:\w+|sts:GetFederationToken|secretsmanager:PutResourcePolicy|s3:(PutBucketPolicy|DeleteBucketPolicy|PutBucketAcl|PutObjectAcl|PutBucketPublicAccessBlock|PutAccountPublicAccessBlock|DeleteBucket)|cloudtrail:(StopLogging|DeleteTrail|UpdateTrail)|guardduty:(DeleteDetector|UpdateDetector)|ec2:(AuthorizeSecurityGroup\w+|CreateRoute|ModifyVpcEndpoint))$/i;

export const noWildcardActions = resourceRule({
    id: "iam-no-wildcard-actions",
    controls: ["FSBP IAM.1", "FSBP IAM.21", "CIS 1.16", "WA SEC03-BP02"],
    description: "IAM policies name each action that they allow.",
    remedy: "List the actions; a wildcard takes in what AWS adds later.",
    setting: `${setting}[].actions`,
    types,
    check(resource, expect) {
        for (const { path, actions, notActions } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
            for (const action of actions) {
                expect(() => !/[*?]/.test(action) || isWholeKind(action), `allows ${action}`, path);
            }
            expect(() => notActions.length === 0, "allows every action but some (NotAction)", path);
        }
    },
});

export const scopedResources = resourceRule<{ unscoped: string[] }>({
    id: "iam-scoped-resources",
    controls: ["FSBP IAM.1", "WA SEC03-BP02"],
    description: "IAM policies name the resources that they are for, wherever AWS lets them.",
    remedy: "Give the ARNs of the resources; where AWS has none for an action, give the condition that narrows it.",
    setting: `${setting}[].resources`,
    parameters: {
        unscoped: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Further actions that may be allowed on every resource.",
        },
    },
    types,
    check(resource, expect, { unscoped }) {
        for (const statement of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
            const { path, actions, notResources, resources } = statement;
            expect(() => notResources.length === 0, "allows every resource but some (NotResource)", path);
            const wide = resources.filter(it => isWide(it));
            for (const action of wide.length === 0 ? [] : actions) {
                expect(
                    () =>
                        isUnscoped(action) ||
                        unscoped.includes(action) ||
                        (isOnAKind(action) && isOneKind(wide)) ||
                        (statement.condition.length > 0 && (needsCondition(action) || isOneKind(wide))),
                    `allows ${action} on ${wide[0]}`,
                    path,
                );
            }
            for (const arn of resources.filter(it => EXACT.test(it) && !isWide(it))) {
                expect(() => isExact(arn), `allows ${actions[0]} on ${arn}, which is more than one`, path);
            }
        }
    },
});

export const passRoleIsBounded = resourceRule({
    id: "iam-pass-role-is-bounded",
    controls: ["WA SEC03-BP02"],
    description: "iam:PassRole names the roles, and the service that they may be passed to.",
    remedy: "Name each role, and set the condition iam:PassedToService.",
    types,
    check(resource, expect) {
        for (const statement of statements(resource, IDENTITY_DOCUMENTS).filter(passesRoles)) {
            const { path, resources, condition } = statement;
            expect(() => resources.every(it => !/[*?]/.test(it)), "may pass roles that it does not name", path);
            expect(
                () => condition.some(it => it.key === "iam:PassedToService" && !it.values.includes("*")),
                "may pass a role to any service",
                path,
            );
        }
    },
});

export const noEscalation = resourceRule<{ roles: string[] }>({
    id: "iam-no-privilege-escalation",
    controls: ["FSBP IAM.1", "WA SEC03-BP05"],
    description: "No role may change rights, policies, network rules or audit trails: it could give itself more.",
    remedy: "Leave such changes to the deployment; take the action out of the role.",
    setting: `${setting}[].actions`,
    parameters: {
        roles: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Names of policies that may, such as that of a deployment.",
        },
    },
    types,
    check(resource, expect, { roles }) {
        for (const { path, actions, resources } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
            for (const action of actions.filter(it => ESCALATES.test(it))) {
                expect(() => roles.includes(resource.name), `allows ${action}`, path);
            }
            expect(
                () => !actions.includes("sts:AssumeRole") || resources.every(it => !/[*?]/.test(it)),
                "may assume roles that it does not name",
                path,
            );
        }
    },
});

export const grantsAreForAws = resourceRule({
    id: "kms-grants-are-for-aws",
    controls: ["WA SEC08-BP01"],
    description: "Grants on keys are only created on behalf of AWS services.",
    remedy: "Set the condition kms:GrantIsForAWSResource to true.",
    types,
    check(resource, expect) {
        for (const { path, actions, condition } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
            expect(
                () =>
                    !actions.includes("kms:CreateGrant") ||
                    condition.some(it => it.key === "kms:GrantIsForAWSResource" && it.values[0] === "true"),
                "may create grants on a key for anybody",
                path,
            );
        }
    },
});

export const noLogGroupCreation = resourceRule({
    id: "iam-no-log-group-creation",
    controls: ["WA OPS08-BP02"],
    description: "No role may create log groups: one that is being deleted would create its group again.",
    remedy: "Create the log group in the stack, and allow logs:CreateLogStream and logs:PutLogEvents on it.",
    types,
    check(resource, expect) {
        for (const { path, actions } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
            expect(() => !actions.includes("logs:CreateLogGroup"), "allows logs:CreateLogGroup", path);
        }
    },
});

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
