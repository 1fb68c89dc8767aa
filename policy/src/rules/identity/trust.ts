import { allows, conditionsOn, isBound, isBoundBy, type Statement, statements, TRUST_DOCUMENTS } from "../../documents";
import { resourceRule, stackRule } from "../../rule";
import { APP_RUNNER, FUNCTION, ROLE, SCHEDULE, STATE_MACHINE, TASK_DEFINITION } from "../../types";

/** Services that say for which resource they assume a role, so that the role can insist on its own. */
const SAYS_SOURCE =
    /^(amplify|codebuild|codedeploy|codepipeline|ecs-tasks|events|firehose|fis|glue|pipes|scheduler|sns|states|transfer|vpc-flow-logs)\.amazonaws\.com$/;

/** Conditions that say who calls, rather than for whom; an external id alone is known to whoever was told it. */
const PROVES_CALLER = /^aws:Principal(Arn|Account|OrgID|OrgPaths)$/i;

/** The inputs by which resources take a role, and the service that assumes it for them. */
const ASSUMED_BY: { type: string; by: string; service: string }[] = [
    { type: TASK_DEFINITION, by: "taskRoleArn", service: "ecs-tasks.amazonaws.com" },
    { type: TASK_DEFINITION, by: "executionRoleArn", service: "ecs-tasks.amazonaws.com" },
    { type: FUNCTION, by: "role", service: "lambda.amazonaws.com" },
    { type: STATE_MACHINE, by: "roleArn", service: "states.amazonaws.com" },
    { type: SCHEDULE, by: "target", service: "scheduler.amazonaws.com" },
    { type: APP_RUNNER, by: "instanceConfiguration", service: "tasks.apprunner.amazonaws.com" },
];

export const trustNamesPrincipals = resourceRule("trust-names-principals", [ROLE], (role, expect) => {
    for (const statement of statements(role, TRUST_DOCUMENTS).filter(allows)) {
        const { path, principals, notPrincipals } = statement;
        expect(path, "trusts everybody but some (NotPrincipal)", () => notPrincipals.length === 0);
        expect(
            path,
            "may be assumed by anybody",
            () => !principals.some(({ name }) => name.includes("*")) || isBoundBy(statement, PROVES_CALLER),
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
            const named = statement.principals.filter(({ kind }) => kind === "AWS").map(({ name }) => name);
            const sources = conditionsOn(statement, /^aws:(Source|Principal)(Arn|Account)$/i).flatMap(it => it.values);
            for (const account of [...named, ...sources].map(it => /\d{12}/.exec(it)?.[0])) {
                expect(
                    statement.path,
                    `trusts account ${account}`,
                    () =>
                        account === undefined ||
                        account === topology.account ||
                        accounts.includes(account) ||
                        isBoundBy(statement, /^sts:ExternalId$/i),
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
        expect(statement.path, "accepts tokens for any audience", () => isBoundBy(statement, /:aud$/i));
        expect(statement.path, "accepts every subject of the identity provider", () =>
            conditionsOn(statement, /:sub$/i).some(({ values }) => values.every(isOneOwners)),
        );
        expect(
            statement.path,
            "accepts the pull requests of anybody",
            () => !conditionsOn(statement, /:sub$/i).some(it => it.values.some(sub => /:pull_request$/.test(sub))),
        );
    }
});

export const trustIsForItsUser = stackRule("trust-is-for-who-uses-the-role", [ROLE], (role, expect, topology) => {
    const services = ASSUMED_BY.filter(({ type, by }) =>
        topology.ofType(type).some(it => (it.references[by] ?? []).includes(role)),
    ).map(it => it.service);
    for (const { path, principals } of statements(role, TRUST_DOCUMENTS).filter(allows)) {
        for (const { name } of services.length === 0 ? [] : principals) {
            expect(path, `is also trusted to ${name}, which has no use for it`, () => services.includes(name));
        }
    }
    const trusted = statements(role, TRUST_DOCUMENTS)
        .filter(allows)
        .flatMap(({ principals }) => principals)
        .filter(({ kind, name }) => kind === "Service" && name !== "edgelambda.amazonaws.com")
        .map(({ name }) => name);
    expect("assumeRolePolicy", `is trusted to ${trusted.join(" and ")}`, () => new Set(trusted).size <= 1);
});

export const trustIsNotOfAll = resourceRule("trust-is-not-of-the-whole-account", [ROLE], (role, expect) => {
    for (const statement of statements(role, TRUST_DOCUMENTS).filter(allows)) {
        for (const { name } of statement.principals.filter(({ kind }) => kind === "AWS")) {
            expect(
                statement.path,
                `may be assumed by everybody in ${name} who may assume roles`,
                () =>
                    !/^(\d{12}|arn:[^:]*:iam::\d{12}:root)$/.test(name) ||
                    isBoundBy(statement, /^(sts:ExternalId|aws:PrincipalArn)$/i),
            );
        }
    }
});

function isFederated(statement: Statement): boolean {
    return allows(statement) && statement.principals.some(({ kind }) => kind === "Federated");
}

function isOneOwners(subject: string): boolean {
    return subject.startsWith("repo:") ? /^repo:[^*/]+\/[^*]/.test(subject) : /^[^*]{3}/.test(subject);
}
