import { UNKNOWN } from "../../reading";
import { anyResourceRule, resourceRule } from "../../rule";
import { isReference, isSecretName, shapeInProgram, shapeOf } from "../../secretShapes";
import { CACHE_GROUP, PARAMETER, RANDOM_PASSWORD, RDS_CLUSTER, RDS_INSTANCE, SECRET } from "../../types";

/** Inputs that are there to take a secret: the engine keeps them encrypted. */
const TAKES_SECRETS =
    /^(secretString|secretBinary|password|masterPassword|authToken|accessToken|oauthToken|secureValue|value)$/;
/** Texts that are programs. */
const PROGRAM = /^(code|definition|buildSpec|queryString)/;
/** What a recording has in place of a value that the program says is a secret. */
const SEALED = "[secret]";
/** Judged by a rule of its own, name by name. */
const ENVIRONMENT = /(^|\.)(environment|runtimeEnvironmentVariables|environmentVariables|variables)(\.|\[|$)/;

export const noSecretsInText = anyResourceRule({
    id: "no-secrets-in-text",
    controls: ["FSBP AutoScaling.5", "FSBP ECS.8", "WA SEC02-BP03"],
    description:
        "No input of any resource holds a secret: no command line, label, user data, tag, description or document.",
    remedy: "Keep the value in Secrets Manager or Parameter Store, and refer to it.",
    check({ inputs, type }, expect) {
        const found: { path: string; what: string }[] = [];
        search(inputs, "", (path, text) => {
            const shape = PROGRAM.test(path) ? shapeInProgram : shapeOf;
            const what = type === PARAMETER || !TAKES_SECRETS.test(path) ? shape(text) : undefined;
            if (what !== undefined) {
                found.push({ path, what });
            }
        });
        const [first] = found;
        expect(() => first === undefined, `holds ${first?.what}`, first?.path ?? "");
    },
});

export const parametersAreSecure = resourceRule({
    id: "secret-parameters-are-encrypted",
    controls: ["WA SEC08-BP02"],
    description: "A parameter with the name of a secret is a SecureString, and so is one that is to be filled in.",
    remedy: "Set the parameter's type to SecureString.",
    types: [PARAMETER],
    check({ props }, expect) {
        expect(
            () => {
                const name = String(props["name"]).replace(/^.*\//, "").replaceAll("-", "_");
                const value = String(props["value"]);
                return (
                    props["type"] === "SecureString" ||
                    (value !== SEALED && (!isSecretName(name) || isReference(value)))
                );
            },
            "holds a secret's value as plain text",
            "type",
        );
        expect(
            () =>
                props["type"] === "SecureString" ||
                !/^(-|changeme|todo|fill-?me-?in|placeholder|unset)$/i.test(String(props["value"])),
            "is to be filled in by hand, and is not encrypted",
            "type",
        );
    },
});

export const passwordsAreLong = resourceRule({
    id: "passwords-are-long",
    controls: ["FSBP IAM.7", "CIS 1.8", "WA SEC02-BP01"],
    description: "Generated passwords have at least 16 characters, given ones at least 12.",
    remedy: "Make the password longer, or let it be generated.",
    types: [RANDOM_PASSWORD, RDS_CLUSTER, RDS_INSTANCE, CACHE_GROUP],
    check({ type, props }, expect) {
        if (type === RANDOM_PASSWORD) {
            expect(() => (props["length"] ?? 0) >= 16, "generates fewer than 16 characters", "length");
            return;
        }
        for (const name of ["password", "masterPassword", "authToken"].filter(it => it in props)) {
            expect(() => props[name] === SEALED || String(props[name]).length >= 12, "is shorter than 12 characters");
        }
    },
});

export const secretsCanBeRestored = resourceRule({
    id: "secrets-can-be-restored",
    controls: ["WA SEC08-BP04"],
    description: "A deleted secret of production can be restored for at least 7 days.",
    remedy: "Set recoveryWindowInDays to 7 or more; 0 deletes at once.",
    environments: ["production"],
    types: [SECRET],
    check({ props }, expect) {
        expect(() => (props["recoveryWindowInDays"] ?? 30) >= 7, "is deleted at once, without a recovery window");
    },
});

function search(value: unknown, path: string, see: (path: string, text: string) => void): void {
    if (typeof value === "string") {
        if (!ENVIRONMENT.test(path)) {
            see(path, value);
        }
    } else if (Array.isArray(value)) {
        value.forEach((inner, at) => search(inner, `${path}[${at}]`, see));
    } else if (value !== null && typeof value === "object" && (value as unknown) !== UNKNOWN) {
        for (const [key, inner] of Object.entries(value)) {
            search(inner, path === "" ? key : `${path}.${key}`, see);
        }
    }
}
