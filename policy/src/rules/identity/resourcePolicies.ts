import { allows, boundTo, isBound, RESOURCE_DOCUMENTS, type Statement, statements } from "../../documents";
import { resourceRule, stackRule } from "../../rule";
import { VPC_ENDPOINT } from "../../types";

const types = Object.keys(RESOURCE_DOCUMENTS).filter(type => type !== VPC_ENDPOINT);

/** What logs and others do with a key: the kinds of one action. */
const USES_KEY = /^kms:(Encrypt|Decrypt|ReEncrypt|GenerateDataKey|Describe|DescribeKey)\*$/;

/** What these services do without saying for which resource: a condition would refuse all of it. */
const SAYS_NO_SOURCE = [
    { service: "events.amazonaws.com", action: /^sns:Publish$/ },
    { service: /^(events|delivery\.logs)\.amazonaws\.com$/, action: /^logs:CreateLogStream$/ },
    { service: "autoscaling.amazonaws.com", action: /./ },
];

export const resourcePolicyNamesPrincipals = resourceRule({
    id: "resource-policy-names-principals",
    controls: ["FSBP S3.2", "FSBP SQS.3", "FSBP SNS.4", "FSBP KMS.5", "FSBP Lambda.1", "WA SEC03-BP07"],
    description: "What others may do with a resource is allowed to somebody by name.",
    remedy: "Name the principals, or bind the statement to an account, organization or resource by a condition.",
    types,
    check(resource, expect) {
        for (const statement of statements(resource, RESOURCE_DOCUMENTS).filter(allows)) {
            const { path, principals, notPrincipals } = statement;
            expect(() => notPrincipals.length === 0, "allows everybody but some (NotPrincipal)", path);
            expect(
                () => !principals.some(({ name }) => name.includes("*")) || isOfKnown(statement),
                "allows anybody",
                path,
            );
        }
    },
});

export const resourcePolicyNamesActions = resourceRule({
    id: "resource-policy-names-actions",
    controls: ["FSBP S3.6", "WA SEC03-BP02"],
    description: "What others may do with a resource is listed action by action; only a key's own account has all.",
    remedy: "List the actions.",
    types,
    check(resource, expect) {
        for (const statement of statements(resource, RESOURCE_DOCUMENTS).filter(allows)) {
            const { path, actions, notActions } = statement;
            expect(
                () => actions.every(it => !it.includes("*") || USES_KEY.test(it)) || isOwnersOfKey(statement),
                `allows ${actions.find(it => it.endsWith("*"))}`,
                path,
            );
            expect(() => notActions.length === 0, "allows every action but some (NotAction)", path);
            expect(() => statement.notResources.length === 0, "allows every resource but some (NotResource)", path);
        }
    },
});

export const resourcePolicyStaysInAccount = stackRule<{ accounts: string[] }>({
    id: "resource-policy-stays-in-the-account",
    controls: ["FSBP S3.6", "WA SEC03-BP07"],
    description: "No resource is opened to another account.",
    remedy: "Name principals of this account, or add the account to `accounts`.",
    parameters: {
        accounts: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Further accounts that may be named.",
        },
    },
    types,
    check(resource, expect, topology, { accounts }) {
        for (const { path, principals, condition } of statements(resource, RESOURCE_DOCUMENTS).filter(allows)) {
            const named = [
                ...principals.filter(({ kind }) => kind === "AWS").map(({ name }) => name),
                ...condition.filter(({ key }) => /Account$/i.test(key)).flatMap(({ values }) => values),
            ];
            for (const account of named.map(name => /\d{12}/.exec(name)?.[0]).filter(it => it !== undefined)) {
                expect(
                    () => account === topology.account || accounts.includes(account),
                    `is open to account ${account}`,
                    path,
                );
            }
        }
    },
});

export const resourcePolicyProvesSource = resourceRule({
    id: "resource-policy-proves-its-source",
    controls: ["FSBP Lambda.1", "WA SEC03-BP07"],
    description: "Where a service is allowed something, the policy says for whose resources.",
    remedy: "Set the condition aws:SourceArn or aws:SourceAccount; without it, the service can be used from any account.",
    types,
    check(resource, expect) {
        for (const statement of statements(resource, RESOURCE_DOCUMENTS).filter(allows)) {
            for (const { name } of statement.principals.filter(({ kind }) => kind === "Service")) {
                expect(
                    () => isBound(statement) || statement.actions.every(action => saysNoSource(name, action)),
                    `lets ${name} act on behalf of any account`,
                    statement.path,
                );
            }
        }
    },
});

export const endpointPolicy = resourceRule({
    id: "vpc-endpoint-policy-is-narrow",
    controls: ["WA SEC05-BP02"],
    description: "Where an endpoint has a policy, it does not allow everything to everybody.",
    remedy: "Name the resources, or bind the statement to the account by aws:PrincipalAccount; or leave the policy out.",
    types: [VPC_ENDPOINT],
    check(endpoint, expect) {
        for (const statement of statements(endpoint, RESOURCE_DOCUMENTS).filter(allows)) {
            const { path, principals, resources } = statement;
            expect(
                () => isBound(statement) || !principals.some(({ name }) => name === "*") || !resources.includes("*"),
                "allows everything to everybody",
                path,
            );
        }
    },
});

/** For everybody: bound to who calls, or for messages between topics and queues to what they come from. */
function isOfKnown(statement: Statement): boolean {
    const isMessage = statement.actions.every(it => /^(sqs:SendMessage|sns:Publish)$/i.test(it));
    return (
        boundTo(statement, /^(aws:(Principal(Arn|Account|OrgID|OrgPaths)|SourceVpce?|SourceOrgID)|kms:CallerAccount)$/i)
            .length > 0 ||
        (isMessage && isBound(statement))
    );
}

function saysNoSource(service: string, action: string): boolean {
    return SAYS_NO_SOURCE.some(it => service.search(it.service) === 0 && it.action.test(action));
}

function isOwnersOfKey({ principals, actions }: Statement): boolean {
    return (
        actions.every(it => it.startsWith("kms:")) &&
        principals.every(({ name }) => /^(\d{12}|arn:.*:root)$/.test(name))
    );
}
