import { allows, boundTo, isBound, type Statement, statements, TRUST_DOCUMENTS } from "../../documents";
import { resourceRule, stackRule } from "../../rule";
import { ROLE } from "../../types";

/** Services that say for which resource they assume a role, so that the role can insist on its own. */
const SAYS_SOURCE =
    /^(amplify|codebuild|codedeploy|codepipeline|ecs-tasks|events|firehose|fis|glue|pipes|scheduler|sns|states|transfer|vpc-flow-logs)\.amazonaws\.com$/;

/** Conditions that say who calls, rather than for whom. */
const PROVES_CALLER = /^(aws:Principal(Arn|Account|OrgID|OrgPaths)|sts:ExternalId)$/i;

export const trustNamesPrincipals = resourceRule({
    id: "trust-names-principals",
    controls: ["FSBP IAM.21", "WA SEC03-BP07"],
    description: "A role says who may assume it.",
    remedy: "Name the service, the account or the role that may assume it.",
    types: [ROLE],
    check(role, expect) {
        for (const statement of statements(role, TRUST_DOCUMENTS).filter(allows)) {
            const { path, principals, notPrincipals } = statement;
            expect(() => notPrincipals.length === 0, "trusts everybody but some (NotPrincipal)", path);
            expect(
                () =>
                    !principals.some(({ name }) => name.includes("*")) || boundTo(statement, PROVES_CALLER).length > 0,
                "may be assumed by anybody",
                path,
            );
            expect(() => statement.actions.every(it => !it.includes("*")), "trusts with a wildcard action", path);
        }
        expect(() => statements(role, TRUST_DOCUMENTS).some(allows), "may be assumed by nobody", "assumeRolePolicy");
    },
});

export const trustStaysInAccount = stackRule<{ accounts: string[] }>({
    id: "trust-stays-in-the-account",
    controls: ["WA SEC03-BP07"],
    description: "No role trusts another account, unless that proves itself by an external id.",
    remedy: "Trust a role of this account, set the condition sts:ExternalId, or add the account to `accounts`.",
    parameters: {
        accounts: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Further accounts that roles and resources may trust.",
        },
    },
    types: [ROLE],
    check(role, expect, topology, { accounts }) {
        for (const statement of statements(role, TRUST_DOCUMENTS).filter(allows)) {
            for (const { name } of statement.principals.filter(({ kind }) => kind === "AWS")) {
                const account = /\d{12}/.exec(name)?.[0];
                expect(
                    () =>
                        account === undefined ||
                        account === topology.account ||
                        accounts.includes(account) ||
                        boundTo(statement, /^sts:ExternalId$/).length > 0,
                    `trusts account ${account}`,
                    statement.path,
                );
            }
        }
    },
});

export const trustProvesSource = resourceRule({
    id: "trust-proves-its-source",
    controls: ["WA SEC03-BP07"],
    description: "A role that a service assumes says for whose resources: aws:SourceArn or aws:SourceAccount.",
    remedy: "Set the condition aws:SourceAccount or aws:SourceArn; without it, the service can be used from another account.",
    types: [ROLE],
    check(role, expect) {
        for (const statement of statements(role, TRUST_DOCUMENTS).filter(allows)) {
            for (const { name } of statement.principals.filter(({ name }) => SAYS_SOURCE.test(name))) {
                expect(() => isBound(statement), `trusts ${name} on behalf of any account`, statement.path);
            }
        }
    },
});

export const trustOfFederation = resourceRule({
    id: "trust-of-federation-is-narrow",
    controls: ["WA SEC02-BP04", "WA SEC03-BP07"],
    description: "A role for an identity provider is bound to an audience and to one owner's subjects.",
    remedy: "Set conditions on the provider's :aud and :sub; for GitHub, repo:OWNER/REPOSITORY:ref:refs/heads/main.",
    types: [ROLE],
    check(role, expect) {
        for (const statement of statements(role, TRUST_DOCUMENTS).filter(isFederated)) {
            expect(() => boundTo(statement, /:aud$/i).length > 0, "accepts tokens for any audience", statement.path);
            expect(
                () => boundTo(statement, /:sub$/i).some(isOneOwners),
                "accepts every subject of the identity provider",
                statement.path,
            );
        }
    },
});

function isFederated(statement: Statement): boolean {
    return allows(statement) && statement.principals.some(({ kind }) => kind === "Federated");
}

function isOneOwners(subject: string): boolean {
    return subject.startsWith("repo:") ? /^repo:[^*/]+\/[^*]/.test(subject) : /^[^*]{3}/.test(subject);
}
