import { ifKnown } from "../../reading";
import { resourceRule, stackRule } from "../../rule";
import { DISTRIBUTION, HEADERS_POLICY, LOG_DELIVERY, LOG_DELIVERY_SOURCE, ORIGIN_ACCESS, RECORD } from "../../types";

const MODERN = ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"];
/** Cache policies of AWS for files: they leave cookies and Authorization out of what tells answers apart. */
const OPTIMIZED = ["658327ea-f89d-4fab-a63d-7e88639e58f6", "b2884449-e4de-46a7-ac36-70bc7f1ddd6d"];
/** Response header policies of AWS that have no Strict-Transport-Security: they only set CORS. */
const CORS_ONLY = ["60669652-455b-4ae9-85a4-c4c02393f86c", "5cc3b908-e619-4b99-88e5-2cf7f45965bd"];

export const cdnTls = resourceRule("cdn-tls", [DISTRIBUTION], ({ props }, expect) => {
    const certificate = () => props["viewerCertificate"];
    const isOwn = () => certificate()?.cloudfrontDefaultCertificate !== true;
    expect(
        "viewerCertificate.minimumProtocolVersion",
        "lets viewers speak TLS below 1.2",
        () => !isOwn() || MODERN.includes(certificate()?.minimumProtocolVersion),
    );
    expect(
        "viewerCertificate.sslSupportMethod",
        "has an address of its own for clients without SNI",
        () => !isOwn() || certificate()?.sslSupportMethod === "sni-only",
    );
    expect(
        "viewerCertificate",
        "has names that its certificate is not for",
        () => [...(props["aliases"] ?? [])].length === 0 || isOwn(),
    );
    for (const { path, behavior } of behaviors(props)) {
        expect(`${path}.viewerProtocolPolicy`, "serves viewers over plain HTTP", () =>
            ["redirect-to-https", "https-only"].includes(behavior.viewerProtocolPolicy),
        );
    }
});

export const originTls = resourceRule("cdn-origin-tls", [DISTRIBUTION], ({ props }, expect) => {
    for (const [at, origin] of [...(props["origins"] ?? [])].entries()) {
        const custom = origin.customOriginConfig;
        const path = `origins[${at}].customOriginConfig`;
        expect(
            `${path}.originProtocolPolicy`,
            "speaks plain HTTP to an origin",
            () => custom === undefined || custom.originProtocolPolicy === "https-only",
        );
        expect(
            `${path}.originSslProtocols`,
            "speaks TLS below 1.2 to an origin",
            () =>
                custom === undefined ||
                ((custom.originSslProtocols ?? []).length > 0 &&
                    [...custom.originSslProtocols].every(it => it === "TLSv1.2")),
        );
    }
});

export const originsAreClosed = resourceRule(
    "cdn-signs-requests-to-buckets",
    [DISTRIBUTION, ORIGIN_ACCESS],
    ({ type, props }, expect) => {
        if (type === ORIGIN_ACCESS) {
            expect("signingBehavior", "does not always sign", () => props["signingBehavior"] === "always");
            expect("signingProtocol", "does not sign", () => props["signingProtocol"] === "sigv4");
            expect("originAccessControlOriginType", "is for no origin", () =>
                ["s3", "lambda", "mediastore", "mediapackagev2"].includes(props["originAccessControlOriginType"]),
            );
            return;
        }
        const origins: any[] = [...(props["origins"] ?? [])];
        for (const [at, origin] of origins.entries()) {
            expect(
                `origins[${at}].originAccessControlId`,
                "asks a bucket without signing",
                () =>
                    "originAccessControlId" in origin ||
                    (isNoBucket(origin) && !/\.s3[.-]/.test(origin.domainName)) ||
                    !!origin.s3OriginConfig?.originAccessIdentity,
            );
        }
        const ids = origins.map(it => it.originId);
        for (const { path, behavior } of behaviors(props)) {
            const groups = [...(props["originGroups"] ?? [])].map(it => it.originId);
            expect(`${path}.targetOriginId`, "asks an origin that is not there", () =>
                [...ids, ...groups].includes(behavior.targetOriginId),
            );
        }
    },
);

export const rootIsAnswered = resourceRule("cdn-answers-for-its-root", [DISTRIBUTION], ({ props }, expect) => {
    const origin = () =>
        [...(props["origins"] ?? [])].find(it => it.originId === props["defaultCacheBehavior"]?.targetOriginId);
    expect(
        "defaultRootObject",
        "has no page for its root",
        () => origin() === undefined || origin().customOriginConfig !== undefined || !!props["defaultRootObject"],
    );
    expect("enabled", "is switched off", () => props["enabled"] === true);
    expect("staging", "only answers requests with a header for tests", () => props["staging"] !== true);
    for (const [at, error] of [...(props["customErrorResponses"] ?? [])].entries()) {
        expect(
            `customErrorResponses[${at}].responseCode`,
            "says that an error is none",
            () => error.errorCode < 500 || !((error.responseCode ?? error.errorCode) < 400),
        );
    }
});

export const cdnSendsHeaders = resourceRule("cdn-sends-security-headers", [DISTRIBUTION], ({ props }, expect) => {
    for (const { path, behavior } of behaviors(props)) {
        expect(
            `${path}.responseHeadersPolicyId`,
            "sends no security headers",
            () => !("responseHeadersPolicyId" in behavior) || !CORS_ONLY.includes(behavior.responseHeadersPolicyId),
        );
        expect(
            `${path}.responseHeadersPolicyId`,
            "sends no security headers",
            () => "responseHeadersPolicyId" in behavior,
        );
    }
});

export const headersProtect = resourceRule("security-headers-protect", [HEADERS_POLICY], ({ props }, expect) => {
    const security = () => props["securityHeadersConfig"];
    expect(
        "securityHeadersConfig.strictTransportSecurity",
        "tells browsers to stay with HTTPS for less than half a year",
        () => (security()?.strictTransportSecurity?.accessControlMaxAgeSec ?? 0) >= 15552000,
    );
    expect(
        "securityHeadersConfig.strictTransportSecurity.includeSubdomains",
        "leaves subdomains on HTTP",
        () => security()?.strictTransportSecurity?.includeSubdomains === true,
    );
    expect(
        "securityHeadersConfig.contentTypeOptions",
        "lets browsers guess types",
        () => security()?.contentTypeOptions !== undefined,
    );
    expect("securityHeadersConfig.frameOptions", "lets other sites frame its pages", () =>
        /^(DENY|SAMEORIGIN)$/.test(security()?.frameOptions?.frameOption ?? ""),
    );
    expect(
        "securityHeadersConfig.referrerPolicy",
        "tells other sites whole addresses",
        () =>
            !["", "unsafe-url", "no-referrer-when-downgrade"].includes(
                security()?.referrerPolicy?.referrerPolicy ?? "",
            ),
    );
    for (const name of ["strictTransportSecurity", "contentTypeOptions", "frameOptions", "referrerPolicy"]) {
        expect(
            `securityHeadersConfig.${name}.override`,
            `lets the origin take ${name} back`,
            () => security()?.[name]?.override !== false,
        );
    }
    const policy = () => security()?.contentSecurityPolicy?.contentSecurityPolicy ?? "";
    expect(
        "securityHeadersConfig.contentSecurityPolicy",
        "has a content security policy that allows anything",
        () => !/unsafe-eval|(^|[\s;])\*([\s;]|$)/.test(policy()),
    );
    const cors = () => props["corsConfig"];
    expect(
        "corsConfig.accessControlAllowOrigins",
        "lets the pages of any site in",
        () => cors() === undefined || [...(cors().accessControlAllowOrigins?.items ?? [])].every(it => it !== "*"),
    );
    expect(
        "corsConfig.accessControlAllowHeaders",
        "takes any header, with cookies",
        () =>
            cors()?.accessControlAllowCredentials !== true ||
            [...(cors().accessControlAllowHeaders?.items ?? [])].every(it => it !== "*"),
    );
});

export const cdnLogs = stackRule("cdn-logs-requests", [DISTRIBUTION], (distribution, expect, topology) => {
    expect(
        "",
        "logs no requests",
        () =>
            !!distribution.props["loggingConfig"]?.bucket ||
            topology
                .pointingAt(distribution, "resourceArn", LOG_DELIVERY_SOURCE)
                .some(it => topology.pointingAt(it, "deliverySourceName", LOG_DELIVERY).length > 0),
    );
});

export const cookiesReachTheService = resourceRule(
    "cdn-caches-what-is-everybodys",
    [DISTRIBUTION],
    ({ props }, expect) => {
        for (const { path, behavior } of behaviors(props)) {
            expect(`${path}.cachedMethods`, "caches what changes things", () =>
                [...(behavior.cachedMethods ?? [])].every(it => ["GET", "HEAD", "OPTIONS"].includes(it)),
            );
            expect(
                `${path}.cachePolicyId`,
                "does not say what it caches",
                () => "cachePolicyId" in behavior || "forwardedValues" in behavior,
            );
            expect(
                `${path}.cachePolicyId`,
                "caches the answers of a program, whoever asks",
                () =>
                    ![...(behavior.allowedMethods ?? [])].includes("POST") ||
                    !OPTIMIZED.includes(behavior.cachePolicyId),
            );
        }
    },
);

export const originsAreKnown = stackRule(
    "cdn-asks-names-of-the-stack",
    [DISTRIBUTION],
    (distribution, expect, topology) => {
        const names = topology
            .ofType(RECORD)
            .map(it => String(ifKnown(() => it.props["name"]) ?? "").replace(/\.$/, ""));
        for (const [at, origin] of [...(distribution.props["origins"] ?? [])].entries()) {
            expect(
                `origins[${at}].domainName`,
                `asks ${origin.domainName}, which is no name of the stack`,
                () =>
                    names.length === 0 ||
                    /\.(amazonaws\.com|awsapprunner\.com|on\.aws|amplifyapp\.com)(\.cn)?$/.test(origin.domainName) ||
                    names.includes(origin.domainName),
            );
        }
    },
);

function isNoBucket(origin: any): boolean {
    return origin.customOriginConfig !== undefined || origin.vpcOriginConfig !== undefined;
}

function behaviors(props: Record<string, any>): { path: string; behavior: any }[] {
    const ordered = [...(props["orderedCacheBehaviors"] ?? [])];
    return [
        { path: "defaultCacheBehavior", behavior: props["defaultCacheBehavior"] ?? {} },
        ...ordered.map((behavior, at) => ({ path: `orderedCacheBehaviors[${at}]`, behavior })),
    ];
}
