type Json = any;

export interface Rewrite {
    kind: string;
    document: Json;
}

const STRANGER = "arn:aws:iam::999999999999:root";

/** Every way in which a policy document is made worse, statement by statement. */
export function rewrites(document: Json, isTrust: boolean): Rewrite[] {
    const statements: Json[] = document.Statement;
    return statements.flatMap((statement, at) => {
        const withStatement = (kind: string, ...changed: Json[]): Rewrite => ({
            kind,
            document: { ...document, Statement: [...statements.slice(0, at), ...changed, ...statements.slice(at + 1)] },
        });
        return [
            withStatement(`${label(statement)} removed`),
            ...(statement.Effect === "Deny"
                ? ofDenial(statement, withStatement)
                : ofGrant(statement, withStatement, isTrust)),
        ];
    });
}

type Make = (kind: string, ...changed: Json[]) => Rewrite;

function ofDenial(statement: Json, make: Make): Rewrite[] {
    return [
        make("denial allows", { ...statement, Effect: "Allow" }),
        make("denial of one", { ...statement, Principal: { AWS: "arn:aws:iam::123456789012:role/one" } }),
        make("denial of reading", { ...statement, Action: ["s3:GetBucketLocation"] }),
        make("denial of TLS", { ...statement, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
        make("denial narrowed", {
            ...statement,
            Condition: { ...statement.Condition, StringEquals: { "aws:PrincipalAccount": "1" } },
        }),
    ];
}

function ofGrant(statement: Json, make: Make, isTrust: boolean): Rewrite[] {
    const service = String([statement.Action].flat()[0]).split(":")[0];
    const made: Rewrite[] = [];
    if (!isTrust) {
        const { Action: _, ...rest } = statement;
        const { Resource: __, ...anywhere } = statement;
        made.push(
            make("action *", { ...statement, Action: "*" }),
            make(`action service:*`, { ...statement, Action: [`${service}:*`] }),
            make("action prefix*", { ...statement, Action: [`${service}:Put*`] }),
            make("NotAction", { ...rest, NotAction: ["iam:*"] }),
            make("NotResource", { ...anywhere, NotResource: "arn:aws:s3:::other/*" }),
        );
        if (statement.Principal === undefined) {
            made.push(
                make("escalation", { ...statement, Action: [...[statement.Action].flat(), "iam:AttachRolePolicy"] }),
                make("PassRole *", statement, {
                    Effect: "Allow",
                    Action: "iam:PassRole",
                    Resource: "arn:aws:iam::123456789012:role/*",
                }),
                make("PassRole unbounded", statement, {
                    Effect: "Allow",
                    Action: "iam:PassRole",
                    Resource: "arn:aws:iam::123456789012:role/admin",
                }),
                make("AssumeRole *", statement, { Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }),
            );
            if (![statement.Resource].flat().includes("*")) {
                made.push(
                    make("resource *", { ...statement, Resource: "*" }),
                    make("resource kind", { ...statement, Resource: [statement.Resource].flat().map(kindOf) }),
                );
            }
        }
    }
    if (statement.Principal !== undefined) {
        const { Principal: _, ...rest } = statement;
        made.push(
            make("principal *", { ...statement, Principal: "*" }),
            make("principal AWS *", { ...statement, Principal: { AWS: "*" } }),
            make("principal * unconditioned", {
                Effect: "Allow",
                Action: statement.Action,
                Resource: statement.Resource,
                Principal: "*",
            }),
            make("stranger", { ...statement, Principal: { AWS: STRANGER }, Condition: undefined }),
            make("stranger beside", statement, {
                Effect: "Allow",
                Action: statement.Action,
                Resource: statement.Resource,
                Principal: { AWS: STRANGER },
            }),
            make("NotPrincipal", { ...rest, NotPrincipal: { AWS: STRANGER } }),
        );
    }
    if (statement.Condition !== undefined) {
        made.push(make(`${label(statement)} condition removed`, { ...statement, Condition: undefined }));
        for (const [operator, keys] of Object.entries<Json>(statement.Condition)) {
            for (const [key, value] of Object.entries<Json>(keys)) {
                if (/Source(Arn|Account)|PassedToService|EncryptionContext|ExternalId|:sub|:aud/.test(key)) {
                    const opened = { ...keys, [key]: Array.isArray(value) ? ["*"] : "*" };
                    made.push(
                        make(`condition ${key} opened`, {
                            ...statement,
                            Condition: { [operator.replace("Equals", "Like")]: opened },
                        }),
                    );
                }
            }
        }
    }
    return made;
}

/** The ARN of everything of the kind: `secret:*`, `role/*`, `arn:aws:s3:::*`. */
function kindOf(arn: string): string {
    const [, , service = "", region, account, ...rest] = arn.split(":");
    const [kind = ""] = rest.join(":").split(/[/:]/);
    const joint = rest.join(":").charAt(kind.length) || "";
    return `arn:aws:${service}:${region}:${account}:${["s3", "sqs", "sns"].includes(service) ? "*" : `${kind}${joint || "/"}*`}`;
}

function label(statement: Json): string {
    return `${statement.Effect} ${[statement.Action].flat()[0]}`;
}
