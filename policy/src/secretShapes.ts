/** Values that are secrets by their shape, wherever they stand. */
export const SECRET_SHAPES: [RegExp, string][] = [
    [/:\/\/[^/\s:@"']*:[^/\s@"'$<{]{2,}@/, "a URL with a password"],
    [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key"],
    [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
    [/\b(ghp|gho|ghu|ghs|ghr|github_pat)_\w{20,}/, "a GitHub token"],
    [/\bglpat-[\w-]{16,}/, "a GitLab token"],
    [/\b(sk|rk)_(live|test)_\w{10,}/, "a Stripe key"],
    [/\bsk-(proj-|ant-)?[\w-]{20,}/, "an API key of an AI provider"],
    [/\bxox[abeoprs]-[\w-]{10,}/, "a Slack token"],
    [/\bhooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/, "a Slack webhook"],
    [/\bSG\.[\w-]{16,}\.[\w-]{16,}/, "a SendGrid key"],
    [/\bAIza[\w-]{30,}/, "a Google API key"],
    [/\bnpm_\w{30,}/, "an npm token"],
    [/\bkey-[0-9a-f]{32}\b/, "a Mailgun key"],
    [/\b\d{8,10}:[\w-]{33,36}\b/, "a Telegram token"],
    [/\bdiscord(app)?\.com\/api\/webhooks\/\d+\/[\w-]+/, "a Discord webhook"],
    [/\bAccountKey=[\w+/]{20,}/, "an Azure key"],
    [/"auths"\s*:\s*\{.*"auth"\s*:\s*"[\w+/]{4,}/, "credentials of a registry"],
    [/LS0tLS1CRUdJTi/, "a private key in Base64"],
    [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/, "a JSON web token"],
];

/** What is a secret in a setting, and may be the name of one in a program. */
const LOOSE_SHAPES: [RegExp, string][] = [
    [
        /(?<![:.\/-])(password|passwd|pwd|secret|api[_-]?key|token)["']?\s*[=:]\s*["']?(?!\s*(\$|<|\{|%|arn:|true|false|null|none|\*))[^\s"'&;,${}<>]{6,}/i,
        "a password",
    ],
    [/"--?[\w-]*(password|passwd|secret|token|api-?key)"\s*,\s*"(?![-$])[^"]{4,}/i, "a password on a command line"],
    [/--?(password|passwd|pass|token|secret|api-key)[= ](?!\$)[^\s$"']{4,}/i, "a password on a command line"],
    [/\b(Authorization|Proxy-Authorization):\s*(Bearer|Basic)\s+(?!\$)[\w.+/=-]{8,}/i, "credentials in a header"],
];

/** Names that only secrets have. */
const SECRET_NAME =
    /(^|[_.-]|[a-z](?=[A-Z]))(PASS(WORDS?|WD|PHRASE)?|PWD|SECRETS?(_KEY(_BASE)?)?|(API|APP|ACCESS|PRIVATE|SIGNING|ENCRYPTION|MASTER|LICENSE|SERVICE|ACCOUNT|AUTH|WEBHOOK|CRYPT|JWT|SESSION|COOKIE|CIPHER|HMAC|AES)_?KEYS?|(AUTH|ACCESS|REFRESH|BEARER|API|BOT|SESSION|ID)?_?TOKEN|CREDENTIALS?|SALT|PEPPER|COOKIE_SECRET|DSN|KEY_BASE)(_?(VALUE|BASE64|B64|[0-9]+))?$/i;
/** Names that end as those of secrets do, and say where one is or how it is handled. */
const NO_SECRET_NAME =
    /(_|^)(PUBLIC|PUBLISHABLE)_|(_|^)(FILE|PATH|ARN|NAME|ID|TTL|URL|URI|HOST|ROTATION|LENGTH|EXPIR\w*)_?(DAYS|SECONDS)?$/i;

/** What a text has been found to hold: one topology repeats most of its texts. */
const found = new Map<string, string | undefined>();

export function shapeOf(text: string): string | undefined {
    if (!found.has(text)) {
        if (found.size > 20_000) {
            found.clear();
        }
        found.set(
            text,
            text.length < 8 ? undefined : [...SECRET_SHAPES, ...LOOSE_SHAPES].find(([shape]) => shape.test(text))?.[1],
        );
    }
    return found.get(text);
}

/** The same of the text of a program. */
export function shapeInProgram(text: string): string | undefined {
    return SECRET_SHAPES.find(([shape]) => shape.test(text))?.[1];
}

/** Whether a value is a secret under a name that may also stand for a kind: `SMTP_AUTH` is `plain`, or is `user:hunter2`. */
export function isSuspect(name: string, value: string): boolean {
    return (
        (/(^|_)AUTH$/i.test(name) && /^(?=.*[\d:])[^\s/]{8,}$/.test(value)) ||
        (/_PIN$/i.test(name) && /^\d{4,}$/.test(value))
    );
}

/** Whether a header of a request is there to prove where it comes from. */
export function isPass(header: string): boolean {
    return /^x-.*(pass|secret|token|key|verify|origin)/i.test(header);
}

export function isSecretName(name: string): boolean {
    return SECRET_NAME.test(name) && !NO_SECRET_NAME.test(name);
}

/** Whether a value under such a name says where the secret is, or says nothing. */
export function isReference(value: string): boolean {
    return (
        value === "" || /^(arn:aws|\/run\/secrets\/|\/etc\/secrets\/|true$|false$|\d{1,5}$|\$\{?\w+\}?$)/i.test(value)
    );
}
