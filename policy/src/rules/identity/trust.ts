import { allows, boundTo, isBound, type Statement, statements, TRUST_DOCUMENTS } from "../../documents";
import { resourceRule, stackRule } from "../../rule";
import { ROLE } from "../../types";

/** Services that say for which resource they assume a role, so that the role can insist on its own. */
const SAYS_SOURCE =
    /^(amplify|codebuild|codedeploy|codepipeline|ecs-tasks|events|firehose|fis|glue|pipes|scheduler|sns|states|transfer|vpc-flow-logs)\.amazonaws\.com$/;

/** Conditions that say who calls, rather than for whom. */
const PROVES_CALLER = /^(aws:Principal(Arn|Account|OrgID|OrgPaths)|sts:ExternalId)$/i;

export const trustNamesPrincipals = resourceRule("trust-names-principals", [ROLE], (role, expect) => {
    for (const statement of statements(role, TRUST_DOCUMENTS).filter(allows)) {
        const { path, principals, notPrincipals } = statement;
        expect(path, "trusts everybody but some (NotPrincipal)", () => notPrincipals.length === 0);
        expect(
            path,
            "may be assumed by anybody",
            () => !principals.some(({ name }) => name.includes("*")) || boundTo(statement, PROVES_CALLER).length > 0,
        );
        expect(path, "trusts with a wildcard action", () => statement.actions.every(it => !it.includes("*")));
    }
    expect("assumeRolePolicy", "may be assumed by nobody", () => statements(role, TRUST_DOCUMENTS).some(allows));
});

export const trustStaysInAccount = stackRule<{ accounts: string[] }>(
    "trust-stays-in-the-account",
    [ROLE],
    (role, expect, topology, { accounts }) => {
        for (const statement of statements(role, TRUST_DOCUMENTS).filter(allows)) {
            for (const { name } of statement.principals.filter(({ kind }) => kind === "AWS")) {
                const account = /\d{12}/.exec(name)?.[0];
                expect(
                    statement.path,
                    `trusts account ${account}`,
                    () =>
                        account === undefined ||
                        account === topology.account ||
                        accounts.includes(account) ||
                        boundTo(statement, /^sts:ExternalId$/).length > 0,
                );
            }
        }
    },
);

export const trustProvesSource = resourceRule("trust-proves-its-source", [ROLE], (role, expect) => {
    for (const statement of statements(role, TRUST_DOCUMENTS).filter(allows)) {
        for (const { name } of statement.principals.filter(({ name }) => SAYS_SOURCE.test(name))) {
            expect(statement.path, `trusts ${name} on behalf of any account`, () => isBound(statement));
        }
    }
});

export const trustOfFederation = resourceRule("trust-of-federation-is-narrow", [ROLE], (role, expect) => {
    for (const statement of statements(role, TRUST_DOCUMENTS).filter(isFederated)) {
        expect(statement.path, "accepts tokens for any audience", () => boundTo(statement, /:aud$/i).length > 0);
        expect(statement.path, "accepts every subject of the identity provider", () =>
            boundTo(statement, /:sub$/i).some(isOneOwners),
        );
    }
});

function isFederated(statement: Statement): boolean {
    return allows(statement) && statement.principals.some(({ kind }) => kind === "Federated");
}

function isOneOwners(subject: string): boolean {
    return subject.startsWith("repo:") ? /^repo:[^*/]+\/[^*]/.test(subject) : /^[^*]{3}/.test(subject);
}
