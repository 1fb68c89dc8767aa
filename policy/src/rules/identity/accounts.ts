import { RESOURCE_DOCUMENTS, TRUST_DOCUMENTS } from "../../documents";
import { UNKNOWN } from "../../reading";
import { ANY, resourceRule, stackRule } from "../../rule";
import { APP_RUNNER, FUNCTION, ROLE, TASK_DEFINITION } from "../../types";

/** Accounts of AWS itself, which give out layers, images and agents. */
const OF_AWS = ["580247275435", "906394416424", "602401143452", "901920570463", "763104351884", "336392948345"];
/** Inputs that are the number of an account. */
const ACCOUNT_INPUT =
    /(^|\.)(account|accountId|ownerId|peerOwnerId|sourceAccount|sourceOwner|principal|referencedSecurityGroupId)$/i;
/** Made of their inputs alone; that other accounts are named there is what they are about. */
const IS_ABOUT_ACCOUNTS = /^(pulumi:providers:|aws:cloudwatch\/dashboard:)/;

export const nothingLeadsElsewhere = stackRule<{ accounts: string[] }>(
    "nothing-leads-to-another-account",
    [ANY],
    (resource, expect, topology, { accounts }) => {
        const { inputs, type } = resource;
        const own = topology.account;
        if (own === undefined || IS_ABOUT_ACCOUNTS.test(type)) {
            return;
        }
        const documents = [RESOURCE_DOCUMENTS[type], TRUST_DOCUMENTS[type]];
        for (const [property, value] of Object.entries(inputs).filter(([name]) => !documents.includes(name))) {
            for (const { path, account } of accountsIn(value, property)) {
                expect(
                    path,
                    `refers to account ${account}`,
                    () => account === own || accounts.includes(account) || OF_AWS.includes(account),
                );
            }
        }
    },
);

/** How each kind of resource names the role that it acts by. */
const ROLES: Record<string, string[]> = {
    [TASK_DEFINITION]: ["taskRoleArn", "executionRoleArn"],
    [FUNCTION]: ["role"],
    [APP_RUNNER]: ["instanceConfiguration"],
};

export const rolesAreJudged = stackRule("roles-are-of-the-stack", Object.keys(ROLES), (resource, expect, topology) => {
    for (const property of topology.ofType(ROLE).length === 0 ? [] : (ROLES[resource.type] ?? [])) {
        const role = () => {
            const value = resource.props[property];
            return typeof value === "object" ? value?.instanceRoleArn : value;
        };
        expect(
            property,
            "acts by a role that the stack does not create, so that nothing is known of its rights",
            () =>
                (resource.references[property] ?? []).some(({ type }) => type === ROLE) ||
                role() === undefined ||
                topology.ofType(ROLE).some(it => it.identities.includes(role())),
        );
    }
});

/** Inputs by which a resource is given to everybody, or to whom another account chooses, and what they then are. */
const GIVEN_AWAY: Record<string, { path: string; to: RegExp }[]> = {
    "aws:ram/resourceShare:ResourceShare": [{ path: "allowExternalPrincipals", to: /^true$/ }],
    "aws:rds/snapshot:Snapshot": [{ path: "sharedAccounts", to: /\ball\b/ }],
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": [{ path: "sharedAccounts", to: /\ball\b/ }],
    "aws:ec2/amiLaunchPermission:AmiLaunchPermission": [{ path: "group", to: /^all$/ }],
    "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": [{ path: "accountId", to: /^all$/ }],
    "aws:lambda/layerVersionPermission:LayerVersionPermission": [{ path: "principal", to: /^\*$/ }],
    "aws:cloudwatch/eventPermission:EventPermission": [{ path: "principal", to: /^\*$/ }],
    "aws:s3/bucketObject:BucketObject": [{ path: "acl", to: /public|authenticated/ }],
    "aws:s3/bucketObjectv2:BucketObjectv2": [{ path: "acl", to: /public|authenticated/ }],
    "aws:s3/bucketV2:BucketV2": [{ path: "grants", to: /AllUsers|AuthenticatedUsers/ }],
    "aws:s3/bucket:Bucket": [{ path: "grants", to: /AllUsers|AuthenticatedUsers/ }],
    "aws:s3/bucketAclV2:BucketAclV2": [{ path: "accessControlPolicy", to: /AllUsers|AuthenticatedUsers/ }],
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": [
        { path: "blockPublicAcls", to: /^(false|)$/ },
        { path: "blockPublicPolicy", to: /^(false|)$/ },
        { path: "ignorePublicAcls", to: /^(false|)$/ },
        { path: "restrictPublicBuckets", to: /^(false|)$/ },
    ],
    "aws:ecrpublic/repository:Repository": [{ path: "repositoryName", to: /./ }],
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": [
        { path: "url", to: /^http:/ },
        { path: "clientIdLists", to: /\*/ },
    ],
};

export const nothingIsGivenAway = resourceRule(
    "nothing-is-given-to-everybody",
    Object.keys(GIVEN_AWAY),
    ({ type, props, inputs }, expect) => {
        for (const { path, to } of GIVEN_AWAY[type] ?? []) {
            const value = () => (props[path], inputs[path]);
            expect(path, `is open to everybody by ${path}`, () => !to.test(text(value())));
        }
    },
);

function accountsIn(value: unknown, path: string): { path: string; account: string }[] {
    if (typeof value === "string") {
        const arns = [...value.matchAll(/arn:aws[\w-]*:[\w-]+:[\w-]*:(\d{12}):/g)];
        const images = [...value.matchAll(/\b(\d{12})\.dkr\.ecr\./g)];
        const plain = ACCOUNT_INPUT.test(path) ? [...value.matchAll(/^(\d{12})(?=\/|$)/g)] : [];
        return [...arns, ...images, ...plain].map(([, account = ""]) => ({ path, account }));
    }
    if (Array.isArray(value)) {
        return value.flatMap((inner, at) => accountsIn(inner, `${path}[${at}]`));
    }
    return value !== null && typeof value === "object"
        ? Object.entries(value).flatMap(([key, inner]) => accountsIn(inner, `${path}.${key}`))
        : [];
}

function text(value: unknown): string {
    return typeof value === "object"
        ? JSON.stringify(value, (_, inner) => (inner === UNKNOWN ? "?" : inner))
        : String(value ?? "");
}
