import { UNKNOWN } from "../../reading";
import { anyResourceRule, resourceRule, stackRule } from "../../rule";
import { isPass, isReference, isSecretName, shapeInProgram, shapeOf } from "../../secretShapes";
import type { Topology } from "../../topology";
import {
    ACCOUNT_PASSWORDS,
    AMPLIFY_BRANCH,
    CACHE_GROUP,
    DISTRIBUTION,
    LISTENER_RULES,
    PARAMETER,
    RANDOM_PASSWORD,
    RDS_CLUSTER,
    RDS_INSTANCE,
    SECRET,
    SECRET_VERSION,
    USER_POOL,
} from "../../types";

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
    search(inputs, "", (path, written) => {
        const text = /userData(Base64)?$/.test(path) ? decoded(written) : written;
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
    [RANDOM_PASSWORD, RDS_CLUSTER, RDS_INSTANCE, CACHE_GROUP, ACCOUNT_PASSWORDS, USER_POOL],
    ({ type, props }, expect) => {
        if (type === ACCOUNT_PASSWORDS || type === USER_POOL) {
            const least = type === USER_POOL ? 8 : 14;
            const policy = () => (type === USER_POOL ? (props["passwordPolicy"] ?? {}) : props);
            const length = () => policy()["minimumLength"] ?? policy()["minimumPasswordLength"];
            expect(`takes passwords of fewer than ${least} characters`, () => (length() ?? 8) >= least);
            return;
        }
        if (type === RANDOM_PASSWORD) {
            expect("length", "generates fewer than 16 characters", () => (props["length"] ?? 0) >= 16);
            return;
        }
        for (const name of ["password", "masterPassword", "authToken"].filter(it => it in props)) {
            expect("is shorter than 12 characters", () => props[name] === SEALED || String(props[name]).length >= 12);
        }
    },
);

/** Inputs that are secrets, whatever is in them. */
const SECRET_INPUTS: Record<string, string> = {
    [SECRET_VERSION]: "secretString",
    [RDS_INSTANCE]: "password",
    [RDS_CLUSTER]: "masterPassword",
    [CACHE_GROUP]: "authToken",
    [AMPLIFY_BRANCH]: "basicAuthCredentials",
};

export const secretsAreMarked = stackRule(
    "secrets-are-marked",
    Object.keys(SECRET_INPUTS),
    ({ type, props }, expect, topology) => {
        const name = SECRET_INPUTS[type]!;
        expect(
            name,
            "is in the state in plain text",
            () => !isSealed(topology) || !(name in props) || props[name] === SEALED,
        );
    },
);

export const passesAreMarked = stackRule(
    "origin-pass-is-marked",
    [DISTRIBUTION, ...LISTENER_RULES],
    ({ type, props }, expect, topology) => {
        const headers: { name: string; value: () => unknown }[] =
            type === DISTRIBUTION
                ? [...(props["origins"] ?? [])]
                      .flatMap(it => [...(it.customHeaders ?? [])])
                      .map(it => ({ name: it.name, value: () => it.value }))
                : [...(props["conditions"] ?? [])]
                      .filter(it => it.httpHeader !== undefined)
                      .map(({ httpHeader: it }) => ({ name: it.httpHeaderName, value: () => it.values }));
        for (const { name, value } of headers.filter(it => isPass(it.name))) {
            expect(
                type === DISTRIBUTION ? "origins" : "conditions",
                `shows ${name} to whoever reads the state`,
                () => !isSealed(topology) || String(value()) === SEALED,
            );
        }
    },
);

/** Whether what the program says is a secret is left out here; the engine hands all of it over in plain text. */
function isSealed(topology: Topology): boolean {
    return topology
        .ofType(...Object.keys(SECRET_INPUTS))
        .some(({ type, inputs }) => inputs[SECRET_INPUTS[type]!] === SEALED);
}

export const secretsCanBeRestored = resourceRule("secrets-can-be-restored", [SECRET], ({ props }, expect) => {
    expect("is deleted at once, without a recovery window", () => (props["recoveryWindowInDays"] ?? 30) >= 7);
});

/** A parameter takes them where it is encrypted. */
function takesSecrets(type: string, inputs: Record<string, unknown>, path: string): boolean {
    return TAKES_SECRETS.test(path) && (type !== PARAMETER || inputs["type"] === "SecureString");
}

function decoded(text: string): string {
    return /^[A-Za-z0-9+/\s]{16,}=*\s*$/.test(text) ? Buffer.from(text, "base64").toString() : text;
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
