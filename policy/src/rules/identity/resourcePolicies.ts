import {
    allows,
    conditionsOn,
    isBound,
    isBoundBy,
    RESOURCE_DOCUMENTS,
    type Statement,
    statements,
} from "../../documents";
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

export const resourcePolicyNamesPrincipals = resourceRule(
    "resource-policy-names-principals",
    types,
    (resource, expect) => {
        for (const statement of statements(resource, RESOURCE_DOCUMENTS).filter(allows)) {
            const { path, principals, notPrincipals } = statement;
            expect(path, "allows everybody but some (NotPrincipal)", () => notPrincipals.length === 0);
            expect(
                path,
                "allows anybody",
                () => !principals.some(({ name }) => name.includes("*")) || isOfKnown(statement),
            );
            expect(
                path,
                "allows somebody by an id that no account is seen in, or the users of an identity provider",
                () => principals.every(({ kind }) => kind !== "CanonicalUser" && kind !== "Federated"),
            );
        }
    },
);

export const resourcePolicyNamesActions = resourceRule("resource-policy-names-actions", types, (resource, expect) => {
    for (const statement of statements(resource, RESOURCE_DOCUMENTS).filter(allows)) {
        const { path, actions, notActions } = statement;
        expect(
            path,
            `allows ${actions.find(it => it.includes("*"))}`,
            () => actions.every(it => !it.includes("*") || USES_KEY.test(it)) || isOwnersOfKey(statement),
        );
        expect(path, "allows every action but some (NotAction)", () => notActions.length === 0);
        expect(path, "allows every resource but some (NotResource)", () => statement.notResources.length === 0);
    }
});

export const resourcePolicyStaysInAccount = stackRule<{ accounts: string[] }>(
    "resource-policy-stays-in-the-account",
    types,
    (resource, expect, topology, { accounts }) => {
        for (const statement of statements(resource, RESOURCE_DOCUMENTS).filter(allows)) {
            const { path, principals } = statement;
            const named = [
                ...principals.filter(({ kind }) => kind === "AWS").map(({ name }) => name),
                ...conditionsOn(statement, /(Account|aws:(Principal|Source)Arn)$/i).flatMap(({ values }) => values),
            ];
            for (const account of named.map(name => /\d{12}/.exec(name)?.[0]).filter(it => it !== undefined)) {
                expect(
                    path,
                    `is open to account ${account}`,
                    () => account === topology.account || accounts.includes(account),
                );
            }
        }
    },
);

export const resourcePolicyProvesSource = resourceRule(
    "resource-policy-proves-its-source",
    types,
    (resource, expect) => {
        for (const statement of statements(resource, RESOURCE_DOCUMENTS).filter(allows)) {
            for (const { name } of statement.principals.filter(({ kind }) => kind === "Service")) {
                expect(
                    statement.path,
                    `lets ${name} act on behalf of any account`,
                    () => isBound(statement) || statement.actions.every(action => saysNoSource(name, action)),
                );
            }
        }
    },
);

export const endpointPolicy = resourceRule("vpc-endpoint-policy-is-narrow", [VPC_ENDPOINT], (endpoint, expect) => {
    for (const statement of statements(endpoint, RESOURCE_DOCUMENTS).filter(allows)) {
        const { path, principals, resources } = statement;
        expect(
            path,
            "allows everything to everybody",
            () => isBound(statement) || !principals.some(({ name }) => name === "*") || !resources.includes("*"),
        );
    }
});

/** For everybody: bound to who calls, or for messages between topics and queues to what they come from. */
function isOfKnown(statement: Statement): boolean {
    const isMessage = statement.actions.every(it => /^(sqs:SendMessage|sns:Publish)$/i.test(it));
    return (
        isBoundBy(
            statement,
            /^(aws:(Principal(Arn|Account|OrgID|OrgPaths)|SourceVpce?|SourceOrgID)|kms:CallerAccount)$/i,
        ) ||
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
