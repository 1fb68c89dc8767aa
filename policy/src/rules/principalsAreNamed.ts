import { resourceRule } from "../rule";
import { parse, type Statement } from "../statements";

const DOCUMENTS: Record<string, string> = {
    "aws:iam/role:Role": "assumeRolePolicy",
    "aws:sqs/queuePolicy:QueuePolicy": "policy",
    "aws:sns/topicPolicy:TopicPolicy": "policy",
    "aws:s3/bucketPolicy:BucketPolicy": "policy",
    "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
    "aws:secretsmanager/secretPolicy:SecretPolicy": "policy",
};

export const principalsAreNamed = resourceRule({
    id: "principals-are-named",
    controls: [],
    description: "Resource and trust policies say who they are for.",
    remedy: "Name the principal or narrow it by a condition; a CI role is bound to its repository and branch.",
    types: Object.keys(DOCUMENTS),
    check({ type, props }, expect) {
        const statements = parse(props[DOCUMENTS[type] ?? "policy"], expect);
        for (const statement of statements.filter(statement => statement.effect === "Allow")) {
            expect(
                () => !statement.principals.includes("*") || Object.keys(statement.condition).length > 0,
                "allows anyone, without a condition",
            );
            expect(
                () => !trustsGitHub(statement) || isBoundToARepository(statement),
                "trusts every repository on GitHub: the subject is not narrowed to one owner's",
            );
        }
    },
});

function trustsGitHub(statement: Statement): boolean {
    return statement.principals.some(principal =>
        principal.endsWith("oidc-provider/token.actions.githubusercontent.com"),
    );
}

function isBoundToARepository(statement: Statement): boolean {
    return Object.values(statement.condition)
        .flatMap(keys => Object.entries(keys))
        .filter(([key]) => key.endsWith(":sub"))
        .flatMap(([, value]) => value)
        .some(subject => /^repo:[^*/]+\/[^*]/.test(String(subject)));
}
