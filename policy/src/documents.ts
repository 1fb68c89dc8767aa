import type { Resource } from "./resource";
import { jsonOf } from "./json";

/** One statement of a policy document, with every field that may be one or many made many. */
export interface Statement {
    /** Where it is: the property with the document, and the number of the statement. */
    path: string;
    effect: string;
    actions: string[];
    notActions: string[];
    resources: string[];
    notResources: string[];
    principals: Principal[];
    notPrincipals: Principal[];
    condition: Condition[];
}

export interface Principal {
    kind: "AWS" | "Service" | "Federated" | "CanonicalUser" | "*";
    name: string;
}

export interface Condition {
    operator: string;
    key: string;
    values: string[];
}

/** What a role, user or group may do. */
export const IDENTITY_DOCUMENTS: Record<string, string> = {
    "aws:iam/rolePolicy:RolePolicy": "policy",
    "aws:iam/policy:Policy": "policy",
    "aws:iam/userPolicy:UserPolicy": "policy",
    "aws:iam/groupPolicy:GroupPolicy": "policy",
    "aws:iam/role:Role": "inlinePolicies",
};

/** Who may assume a role. */
export const TRUST_DOCUMENTS: Record<string, string> = { "aws:iam/role:Role": "assumeRolePolicy" };

/** Who may do what with a resource. */
export const RESOURCE_DOCUMENTS: Record<string, string> = {
    "aws:apigateway/restApi:RestApi": "policy",
    "aws:backup/vaultPolicy:VaultPolicy": "policy",
    "aws:cloudwatch/eventBusPolicy:EventBusPolicy": "policy",
    "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": "accessPolicy",
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "policyDocument",
    "aws:dynamodb/resourcePolicy:ResourcePolicy": "policy",
    "aws:ec2/vpcEndpoint:VpcEndpoint": "policy",
    "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
    "aws:efs/fileSystemPolicy:FileSystemPolicy": "policy",
    "aws:kms/key:Key": "policy",
    "aws:kms/keyPolicy:KeyPolicy": "policy",
    "aws:ecr/registryPolicy:RegistryPolicy": "policy",
    "aws:opensearch/domain:Domain": "accessPolicies",
    "aws:opensearch/domainPolicy:DomainPolicy": "accessPolicies",
    "aws:s3/accessPoint:AccessPoint": "policy",
    "aws:s3/bucket:Bucket": "policy",
    "aws:s3/bucketPolicy:BucketPolicy": "policy",
    "aws:s3/bucketV2:BucketV2": "policy",
    "aws:secretsmanager/secret:Secret": "policy",
    "aws:secretsmanager/secretPolicy:SecretPolicy": "policy",
    "aws:sns/topic:Topic": "policy",
    "aws:sns/topicPolicy:TopicPolicy": "policy",
    "aws:sqs/queue:Queue": "policy",
    "aws:sqs/queuePolicy:QueuePolicy": "policy",
};

/** The statements of a resource, from the property that the table names. Without a document there are none. */
export function statements(resource: Resource, documents: Record<string, string>): Statement[] {
    const property = documents[resource.type];
    const value: unknown = property === undefined ? undefined : resource.props[property];
    return property === "inlinePolicies"
        ? many<any>(value).flatMap((inline, at) => parse(inline.policy, `inlinePolicies[${at}].policy`))
        : parse(value, property ?? "");
}

/** Documents read before, by where they are and what they say: many roles have the same. */
const read = new Map<string, Statement[]>();

export function parse(document: unknown, path: string): Statement[] {
    if (typeof document !== "string") {
        return statementsIn(document, path);
    }
    const key = `${path} ${document}`;
    if (read.size > 5000) {
        read.clear();
    }
    const before = read.get(key) ?? statementsIn(document, path);
    read.set(key, before);
    return before;
}

function statementsIn(document: unknown, path: string): Statement[] {
    const parsed: any = typeof document === "string" ? jsonOf(document) : document;
    return many<any>(parsed?.Statement).map((statement, at) => ({
        path: `${path}.Statement[${at}]`,
        effect: statement.Effect,
        actions: many(statement.Action),
        notActions: many(statement.NotAction),
        resources: many(statement.Resource),
        notResources: many(statement.NotResource),
        principals: principals(statement.Principal),
        notPrincipals: principals(statement.NotPrincipal),
        condition: conditions(statement.Condition),
    }));
}

export function allows(statement: Statement): boolean {
    return statement.effect === "Allow";
}

/**
 * The conditions on a key that are only met where the key is there and has one of the values. Those that end in IfExists
 * or begin with ForAllValues are also met without the key, and those with Not by almost any value.
 */
export function conditionsOn(statement: Statement, key: RegExp): Condition[] {
    return statement.condition.filter(
        it =>
            key.test(it.key) &&
            /^(ForAnyValue:)?(StringEquals(IgnoreCase)?|StringLike|Arn(Equals|Like))$/i.test(it.operator),
    );
}

/** Whether such a condition binds a statement: each of its values names somebody or something. */
export function isBoundBy(statement: Statement, key: RegExp): boolean {
    return conditionsOn(statement, key).some(({ values }) => values.length > 0 && values.every(namesOne));
}

/** Whether a condition binds a statement to somebody's account, organization, role or resource. */
export function isBound(statement: Statement): boolean {
    return isBoundBy(
        statement,
        /^(aws:(Source(Arn|Account|OrgID|OrgPaths|Vpce?)|Principal(Arn|Account|OrgID|OrgPaths))|kms:CallerAccount|kms:EncryptionContext:.+|sts:ExternalId|sns:Endpoint|cloudfront:DistributionArn)$/i,
    );
}

/** `arn:aws:s3:::*`, `arn:aws:iam::*:role/*` and `o-*` name nobody: they are met in every account. */
function namesOne(value: string): boolean {
    const [arn, , , , account = "", ...resource] = value.split(":");
    if (arn !== "arn") {
        return /[\w-]{3}/.test(value) && !/^(o-|vpce?-)?[*?]/.test(value);
    }
    return account === "" ? /^[^*?]{3}/.test(resource.join(":")) : !/[*?]/.test(account);
}

function principals(principal: any): Principal[] {
    if (typeof principal === "string") {
        return [{ kind: "*", name: principal }];
    }
    return Object.entries(principal ?? {}).flatMap(([kind, names]) =>
        many<string>(names).map(name => ({ kind: kind as Principal["kind"], name })),
    );
}

function conditions(condition: any): Condition[] {
    return Object.entries(condition ?? {}).flatMap(([operator, keys]) =>
        Object.entries(keys as object).map(([key, values]) => ({ operator, key, values: many(values).map(String) })),
    );
}

function many<T = string>(value: unknown): T[] {
    if (value === undefined || value === null) {
        return [];
    }
    return Array.isArray(value) ? [...value] : [value as T];
}
