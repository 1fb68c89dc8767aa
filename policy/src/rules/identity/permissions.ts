import { allows, boundTo, IDENTITY_DOCUMENTS, type Statement, statements } from "../../documents";
import { resourceRule } from "../../rule";
import { isOnAKind, isUnscoped, isWholeKind, needsCondition } from "../../unscopedActions";

const types = Object.keys(IDENTITY_DOCUMENTS);

/** Services whose resources are secrets or rights: a policy names each one that it is for. */
const EXACT = /^arn:[^:]*:(iam|kms|secretsmanager|ssm|sts):/;

/** Rights that let a role give itself further rights. */
const ESCALATES =
    /^(iam:(Attach|Put|Create|Delete|Detach|Update|Set|Add|Remove|Upload|Enable|Deactivate)\w*|lambda:(UpdateFunctionCode|UpdateFunctionConfiguration|AddPermission)|ec2:(AssociateIamInstanceProfile|ReplaceIamInstanceProfileAssociation)|kms:(PutKeyPolicy|ScheduleKeyDeletion|DisableKey)|organizations:\w+|sts:GetFederationToken|secretsmanager:PutResourcePolicy|s3:(PutBucketPolicy|DeleteBucketPolicy|PutBucketAcl|PutObjectAcl|PutBucketPublicAccessBlock|PutAccountPublicAccessBlock|DeleteBucket)|cloudtrail:(StopLogging|DeleteTrail|UpdateTrail)|guardduty:(DeleteDetector|UpdateDetector)|ec2:(AuthorizeSecurityGroup\w+|CreateRoute|ModifyVpcEndpoint))$/i;

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
                        (statement.condition.length > 0 && (needsCondition(action) || isOneKind(wide))),
                );
            }
            for (const arn of resources.filter(it => EXACT.test(it) && !isWide(it))) {
                expect(path, `allows ${actions[0]} on ${arn}, which is more than one`, () => isExact(arn));
            }
        }
    },
);

export const passRoleIsBounded = resourceRule("iam-pass-role-is-bounded", types, (resource, expect) => {
    for (const statement of statements(resource, IDENTITY_DOCUMENTS).filter(passesRoles)) {
        const { path, resources } = statement;
        const services = boundTo(statement, /^iam:PassedToService$/i);
        expect(path, "may pass roles that it does not name", () => resources.every(it => !/[*?]/.test(it)));
        expect(path, "may pass a role to any service", () => services.length > 0 && !services.includes("*"));
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

export const grantsAreForAws = resourceRule("kms-grants-are-for-aws", types, (resource, expect) => {
    for (const { path, actions, condition } of statements(resource, IDENTITY_DOCUMENTS).filter(allows)) {
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
