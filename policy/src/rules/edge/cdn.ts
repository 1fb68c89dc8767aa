import { resourceRule, stackRule } from "../../rule";
import { DISTRIBUTION, HEADERS_POLICY, LOG_DELIVERY, LOG_DELIVERY_SOURCE, ORIGIN_ACCESS } from "../../types";

const MODERN = ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"];
/** Response header policies of AWS that have no Strict-Transport-Security: they only set CORS. */
const CORS_ONLY = ["60669652-455b-4ae9-85a4-c4c02393f86c", "5cc3b908-e619-4b99-88e5-2cf7f45965bd"];

export const cdnTls = resourceRule({
    id: "cdn-tls",
    controls: ["FSBP CloudFront.3", "FSBP CloudFront.7", "FSBP CloudFront.8", "FSBP CloudFront.15", "WA SEC09-BP02"],
    description: "A distribution speaks TLS 1.2 or later with viewers, and no plain HTTP.",
    remedy: "Set minimumProtocolVersion TLSv1.2_2021, and viewerProtocolPolicy redirect-to-https.",
    types: [DISTRIBUTION],
    check({ props }, expect) {
        const certificate = () => props["viewerCertificate"];
        const isOwn = () => certificate()?.cloudfrontDefaultCertificate !== true;
        expect(
            () => !isOwn() || MODERN.includes(certificate()?.minimumProtocolVersion),
            "lets viewers speak TLS below 1.2",
            "viewerCertificate.minimumProtocolVersion",
        );
        expect(
            () => !isOwn() || certificate()?.sslSupportMethod === "sni-only",
            "has an address of its own for clients without SNI",
            "viewerCertificate.sslSupportMethod",
        );
        expect(
            () => [...(props["aliases"] ?? [])].length === 0 || isOwn(),
            "has names that its certificate is not for",
            "viewerCertificate",
        );
        for (const { path, behavior } of behaviors(props)) {
            expect(
                () => ["redirect-to-https", "https-only"].includes(behavior.viewerProtocolPolicy),
                "serves viewers over plain HTTP",
                `${path}.viewerProtocolPolicy`,
            );
        }
    },
});

export const originTls = resourceRule({
    id: "cdn-origin-tls",
    controls: ["FSBP CloudFront.9", "FSBP CloudFront.10", "WA SEC09-BP02"],
    description: "A distribution speaks TLS 1.2 with its origins, and nothing else.",
    remedy: "Set originProtocolPolicy to https-only and originSslProtocols to TLSv1.2.",
    types: [DISTRIBUTION],
    check({ props }, expect) {
        for (const [at, origin] of [...(props["origins"] ?? [])].entries()) {
            const custom = origin.customOriginConfig;
            const path = `origins[${at}].customOriginConfig`;
            expect(
                () => custom === undefined || custom.originProtocolPolicy === "https-only",
                "speaks plain HTTP to an origin",
                `${path}.originProtocolPolicy`,
            );
            expect(
                () =>
                    custom === undefined ||
                    ((custom.originSslProtocols ?? []).length > 0 &&
                        [...custom.originSslProtocols].every(it => it === "TLSv1.2")),
                "speaks TLS below 1.2 to an origin",
                `${path}.originSslProtocols`,
            );
        }
    },
});

export const originsAreClosed = resourceRule({
    id: "cdn-signs-requests-to-buckets",
    controls: ["FSBP CloudFront.13", "FSBP CloudFront.12"],
    description: "A distribution signs what it asks of a bucket, and the bucket need not be public.",
    remedy: "Give the origin an origin access control that always signs.",
    types: [DISTRIBUTION, ORIGIN_ACCESS],
    check({ type, props }, expect) {
        if (type === ORIGIN_ACCESS) {
            expect(() => props["signingBehavior"] === "always", "does not always sign", "signingBehavior");
            expect(() => props["signingProtocol"] === "sigv4", "does not sign", "signingProtocol");
            expect(
                () => ["s3", "lambda", "mediastore", "mediapackagev2"].includes(props["originAccessControlOriginType"]),
                "is for no origin",
                "originAccessControlOriginType",
            );
            return;
        }
        const origins: any[] = [...(props["origins"] ?? [])];
        for (const [at, origin] of origins.entries()) {
            expect(
                () =>
                    "originAccessControlId" in origin ||
                    (isNoBucket(origin) && !/\.s3[.-]/.test(origin.domainName)) ||
                    !!origin.s3OriginConfig?.originAccessIdentity,
                "asks a bucket without signing",
                `origins[${at}].originAccessControlId`,
            );
        }
        const ids = origins.map(it => it.originId);
        for (const { path, behavior } of behaviors(props)) {
            const groups = [...(props["originGroups"] ?? [])].map(it => it.originId);
            expect(
                () => [...ids, ...groups].includes(behavior.targetOriginId),
                "asks an origin that is not there",
                `${path}.targetOriginId`,
            );
        }
    },
});

export const rootIsAnswered = resourceRule({
    id: "cdn-answers-for-its-root",
    controls: ["FSBP CloudFront.1"],
    description: "A distribution in front of a bucket has a page for its root: without, it may list the bucket.",
    remedy: "Set defaultRootObject.",
    types: [DISTRIBUTION],
    check({ props }, expect) {
        const origin = () =>
            [...(props["origins"] ?? [])].find(it => it.originId === props["defaultCacheBehavior"]?.targetOriginId);
        expect(
            () => origin() === undefined || origin().customOriginConfig !== undefined || !!props["defaultRootObject"],
            "has no page for its root",
            "defaultRootObject",
        );
        expect(() => props["enabled"] === true, "is switched off", "enabled");
    },
});

export const cdnSendsHeaders = resourceRule({
    id: "cdn-sends-security-headers",
    controls: ["WA SEC05-BP03"],
    description: "Each behavior of a distribution sends the headers that browsers protect with.",
    remedy: "Set responseHeadersPolicyId.",
    setting: "cdn.headers",
    types: [DISTRIBUTION],
    check({ props }, expect) {
        for (const { path, behavior } of behaviors(props)) {
            expect(
                () => !("responseHeadersPolicyId" in behavior) || !CORS_ONLY.includes(behavior.responseHeadersPolicyId),
                "sends no security headers",
                `${path}.responseHeadersPolicyId`,
            );
            expect(
                () => "responseHeadersPolicyId" in behavior,
                "sends no security headers",
                `${path}.responseHeadersPolicyId`,
            );
        }
    },
});

export const headersProtect = resourceRule({
    id: "security-headers-protect",
    controls: ["WA SEC05-BP03"],
    description: "A response headers policy keeps browsers on HTTPS, their guesses off, and other sites out.",
    remedy: "Set strictTransportSecurity for half a year or more, contentTypeOptions, frameOptions, referrerPolicy, and named CORS origins.",
    setting: "cdn.headers",
    types: [HEADERS_POLICY],
    check({ props }, expect) {
        const security = () => props["securityHeadersConfig"];
        expect(
            () => (security()?.strictTransportSecurity?.accessControlMaxAgeSec ?? 0) >= 15552000,
            "tells browsers to stay with HTTPS for less than half a year",
            "securityHeadersConfig.strictTransportSecurity",
        );
        expect(
            () => security()?.strictTransportSecurity?.includeSubdomains === true,
            "leaves subdomains on HTTP",
            "securityHeadersConfig.strictTransportSecurity.includeSubdomains",
        );
        expect(
            () => security()?.contentTypeOptions !== undefined,
            "lets browsers guess types",
            "securityHeadersConfig.contentTypeOptions",
        );
        expect(
            () => /^(DENY|SAMEORIGIN)$/.test(security()?.frameOptions?.frameOption ?? ""),
            "lets other sites frame its pages",
            "securityHeadersConfig.frameOptions",
        );
        expect(
            () =>
                !["", "unsafe-url", "no-referrer-when-downgrade"].includes(
                    security()?.referrerPolicy?.referrerPolicy ?? "",
                ),
            "tells other sites whole addresses",
            "securityHeadersConfig.referrerPolicy",
        );
        for (const name of ["strictTransportSecurity", "contentTypeOptions", "frameOptions", "referrerPolicy"]) {
            expect(
                () => security()?.[name]?.override !== false,
                `lets the origin take ${name} back`,
                `securityHeadersConfig.${name}.override`,
            );
        }
        const policy = () => security()?.contentSecurityPolicy?.contentSecurityPolicy ?? "";
        expect(
            () => !/unsafe-eval|(^|[\s;])\*([\s;]|$)/.test(policy()),
            "has a content security policy that allows anything",
            "securityHeadersConfig.contentSecurityPolicy",
        );
        const cors = () => props["corsConfig"];
        expect(
            () => cors() === undefined || [...(cors().accessControlAllowOrigins?.items ?? [])].every(it => it !== "*"),
            "lets the pages of any site in",
            "corsConfig.accessControlAllowOrigins",
        );
        expect(
            () =>
                cors()?.accessControlAllowCredentials !== true ||
                [...(cors().accessControlAllowHeaders?.items ?? [])].every(it => it !== "*"),
            "takes any header, with cookies",
            "corsConfig.accessControlAllowHeaders",
        );
    },
});

export const cdnLogs = stackRule({
    id: "cdn-logs-requests",
    controls: ["FSBP CloudFront.5", "WA SEC04-BP01"],
    description: "A distribution logs the requests that it gets.",
    remedy: "Add a LogDeliverySource of the distribution with a LogDelivery, or set loggingConfig.",
    types: [DISTRIBUTION],
    check(distribution, expect, topology) {
        expect(
            () =>
                !!distribution.props["loggingConfig"]?.bucket ||
                topology
                    .pointingAt(distribution, "resourceArn", LOG_DELIVERY_SOURCE)
                    .some(it => topology.pointingAt(it, "deliverySourceName", LOG_DELIVERY).length > 0),
            "logs no requests",
            "",
        );
    },
});

export const cookiesReachTheService = resourceRule({
    id: "cdn-caches-what-is-everybodys",
    controls: ["WA SEC05-BP03"],
    description: "Only GET and HEAD are cached, and nothing that a cookie or a header of a user decides.",
    remedy: "Set cachedMethods to GET and HEAD.",
    types: [DISTRIBUTION],
    check({ props }, expect) {
        for (const { path, behavior } of behaviors(props)) {
            expect(
                () => [...(behavior.cachedMethods ?? [])].every(it => ["GET", "HEAD", "OPTIONS"].includes(it)),
                "caches what changes things",
                `${path}.cachedMethods`,
            );
            expect(
                () => "cachePolicyId" in behavior || "forwardedValues" in behavior,
                "does not say what it caches",
                `${path}.cachePolicyId`,
            );
        }
    },
});

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
