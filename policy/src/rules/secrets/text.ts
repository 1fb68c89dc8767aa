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

export const noSecretsInText = anyResourceRule("no-secrets-in-text", ({ inputs, type }, expect) => {
    const found: { path: string; what: string }[] = [];
    search(inputs, "", (path, text) => {
        const shape = PROGRAM.test(path) ? shapeInProgram : shapeOf;
        const what = takesSecrets(type, inputs, path) ? undefined : shape(text);
        if (what !== undefined) {
            found.push({ path, what });
        }
    });
    const [first] = found;
    expect(first?.path ?? "", `holds ${first?.what}`, () => first === undefined);
});

export const parametersAreSecure = resourceRule("secret-parameters-are-encrypted", [PARAMETER], ({ props }, expect) => {
    expect("type", "holds a secret's value as plain text", () => {
        const name = String(props["name"]).replace(/^.*\//, "").replaceAll("-", "_");
        const value = String(props["value"]);
        return props["type"] === "SecureString" || (value !== SEALED && (!isSecretName(name) || isReference(value)));
    });
    expect(
        "type",
        "is to be filled in by hand, and is not encrypted",
        () =>
            props["type"] === "SecureString" ||
            !/^(-|changeme|todo|fill-?me-?in|placeholder|unset)$/i.test(String(props["value"])),
    );
});

export const passwordsAreLong = resourceRule(
    "passwords-are-long",
    [RANDOM_PASSWORD, RDS_CLUSTER, RDS_INSTANCE, CACHE_GROUP],
    ({ type, props }, expect) => {
        if (type === RANDOM_PASSWORD) {
            expect("length", "generates fewer than 16 characters", () => (props["length"] ?? 0) >= 16);
            return;
        }
        for (const name of ["password", "masterPassword", "authToken"].filter(it => it in props)) {
            expect("is shorter than 12 characters", () => props[name] === SEALED || String(props[name]).length >= 12);
        }
    },
);

export const secretsCanBeRestored = resourceRule("secrets-can-be-restored", [SECRET], ({ props }, expect) => {
    expect("is deleted at once, without a recovery window", () => (props["recoveryWindowInDays"] ?? 30) >= 7);
});

/** A parameter takes them where it is encrypted. */
function takesSecrets(type: string, inputs: Record<string, unknown>, path: string): boolean {
    return TAKES_SECRETS.test(path) && (type !== PARAMETER || inputs["type"] === "SecureString");
}

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
