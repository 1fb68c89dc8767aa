import { DISTRIBUTION, HEADERS_POLICY, LOG_DELIVERY, LOG_DELIVERY_SOURCE, ORIGIN_ACCESS } from "../../../src/types";
import { type Cases, GONE } from "../case";

const SECURITY = "policy.securityHeadersConfig";

export const cases: Cases = {
    "cdn-tls": {
        sound: {
            cdn: [
                DISTRIBUTION,
                {
                    aliases: ["acme.dev"],
                    viewerCertificate: { minimumProtocolVersion: "TLSv1.2_2021", sslSupportMethod: "sni-only" },
                    defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https" },
                    orderedCacheBehaviors: [{ viewerProtocolPolicy: "https-only" }],
                },
            ],
        },
        faults: [
            ["cdn.viewerCertificate.minimumProtocolVersion", "TLSv1", "lets viewers speak TLS below 1.2"],
            ["cdn.viewerCertificate.sslSupportMethod", "vip", "has an address of its own for clients without SNI"],
            [
                "cdn.viewerCertificate",
                { cloudfrontDefaultCertificate: true },
                "has names that its certificate is not for",
            ],
            ["cdn.defaultCacheBehavior.viewerProtocolPolicy", "allow-all", "serves viewers over plain HTTP"],
            ["cdn.orderedCacheBehaviors[0].viewerProtocolPolicy", "allow-all", "serves viewers over plain HTTP"],
        ],
    },
    "cdn-origin-tls": {
        sound: {
            cdn: [
                DISTRIBUTION,
                {
                    origins: [
                        { customOriginConfig: { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] } },
                    ],
                },
            ],
        },
        faults: [
            ["cdn.origins[0].customOriginConfig.originProtocolPolicy", "http-only", "speaks plain HTTP to an origin"],
            [
                "cdn.origins[0].customOriginConfig.originSslProtocols",
                ["TLSv1.1", "TLSv1.2"],
                "speaks TLS below 1.2 to an origin",
            ],
        ],
        harmless: [["cdn.origins[0]", { s3OriginConfig: {} }]],
    },
    "cdn-signs-requests-to-buckets": {
        sound: {
            access: [
                ORIGIN_ACCESS,
                { signingBehavior: "always", signingProtocol: "sigv4", originAccessControlOriginType: "s3" },
            ],
            cdn: [
                DISTRIBUTION,
                {
                    origins: [
                        { originId: "files", domainName: "files.s3.amazonaws.com", originAccessControlId: "${access}" },
                        { originId: "web", domainName: "lb.acme.dev", customOriginConfig: {} },
                    ],
                    defaultCacheBehavior: { targetOriginId: "web" },
                },
            ],
        },
        faults: [
            ["access.signingBehavior", "never", "does not always sign"],
            ["access.signingProtocol", GONE, "does not sign"],
            ["access.originAccessControlOriginType", "ftp", "is for no origin"],
            ["cdn.origins[0].originAccessControlId", GONE, "asks a bucket without signing"],
            ["cdn.defaultCacheBehavior.targetOriginId", "other", "asks an origin that is not there"],
        ],
    },
    "cdn-answers-for-its-root": {
        sound: {
            cdn: [
                DISTRIBUTION,
                {
                    ...{ enabled: true, defaultRootObject: "index.html", origins: [{ originId: "files" }] },
                    defaultCacheBehavior: { targetOriginId: "files" },
                },
            ],
        },
        faults: [
            ["cdn.staging", true, "only answers requests with a header for tests"],
            [
                "cdn.customErrorResponses",
                [{ errorCode: 500, responseCode: 200 }],
                "says that an error is none",
                "cdn.customErrorResponses[0].responseCode",
            ],
            ["cdn.defaultRootObject", GONE, "has no page for its root"],
            ["cdn.enabled", false, "is switched off"],
        ],
    },
    "cdn-sends-security-headers": {
        sound: {
            cdn: [
                DISTRIBUTION,
                {
                    defaultCacheBehavior: { responseHeadersPolicyId: "own" },
                    orderedCacheBehaviors: [{ responseHeadersPolicyId: "own" }],
                },
            ],
        },
        faults: [
            ["cdn.defaultCacheBehavior.responseHeadersPolicyId", GONE, "sends no security headers"],
            [
                "cdn.orderedCacheBehaviors[0].responseHeadersPolicyId",
                "60669652-455b-4ae9-85a4-c4c02393f86c",
                "sends no security headers",
            ],
        ],
    },
    "security-headers-protect": {
        sound: {
            policy: [
                HEADERS_POLICY,
                {
                    securityHeadersConfig: {
                        strictTransportSecurity: { accessControlMaxAgeSec: 15552000, includeSubdomains: true },
                        contentTypeOptions: { override: true },
                        frameOptions: { frameOption: "DENY" },
                        referrerPolicy: { referrerPolicy: "strict-origin" },
                        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self' https://*.acme.dev" },
                    },
                    corsConfig: {
                        accessControlAllowOrigins: { items: ["https://app.acme.dev"] },
                        accessControlAllowCredentials: true,
                        accessControlAllowHeaders: { items: ["authorization"] },
                    },
                },
            ],
        },
        faults: [
            [
                `${SECURITY}.strictTransportSecurity.accessControlMaxAgeSec`,
                86400,
                "tells browsers to stay with HTTPS for less than half a year",
                `${SECURITY}.strictTransportSecurity`,
            ],
            [`${SECURITY}.strictTransportSecurity.includeSubdomains`, false, "leaves subdomains on HTTP"],
            [`${SECURITY}.contentTypeOptions`, GONE, "lets browsers guess types"],
            [
                `${SECURITY}.frameOptions.frameOption`,
                "ALLOWALL",
                "lets other sites frame its pages",
                `${SECURITY}.frameOptions`,
            ],
            [
                `${SECURITY}.referrerPolicy.referrerPolicy`,
                "unsafe-url",
                "tells other sites whole addresses",
                `${SECURITY}.referrerPolicy`,
            ],
            [`${SECURITY}.frameOptions.override`, false, "lets the origin take frameOptions back"],
            [
                `${SECURITY}.contentSecurityPolicy.contentSecurityPolicy`,
                "default-src *",
                "has a content security policy that allows anything",
                `${SECURITY}.contentSecurityPolicy`,
            ],
            [
                "policy.corsConfig.accessControlAllowOrigins.items",
                ["*"],
                "lets the pages of any site in",
                "policy.corsConfig.accessControlAllowOrigins",
            ],
            [
                "policy.corsConfig.accessControlAllowHeaders.items",
                ["*"],
                "takes any header, with cookies",
                "policy.corsConfig.accessControlAllowHeaders",
            ],
        ],
    },
    "cdn-logs-requests": {
        sound: {
            cdn: [DISTRIBUTION],
            source: [LOG_DELIVERY_SOURCE, { name: "cdn", resourceArn: "${cdn}" }],
            delivery: [LOG_DELIVERY, { deliverySourceName: "${source}" }],
        },
        faults: [
            ["delivery", GONE, "logs no requests", "cdn"],
            ["source", GONE, "logs no requests", "cdn"],
        ],
        harmless: [["cdn", [DISTRIBUTION, { loggingConfig: { bucket: "logs.s3.amazonaws.com" } }]]],
    },
    "cdn-caches-what-is-everybodys": {
        sound: {
            cdn: [
                DISTRIBUTION,
                { defaultCacheBehavior: { cachedMethods: ["GET", "HEAD"], cachePolicyId: "disabled" } },
            ],
        },
        faults: [
            [
                "cdn.defaultCacheBehavior",
                {
                    ...{ allowedMethods: ["GET", "POST"], cachedMethods: ["GET"] },
                    cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
                },
                "caches the answers of a program, whoever asks",
                "cdn.defaultCacheBehavior.cachePolicyId",
            ],
            ["cdn.defaultCacheBehavior.cachedMethods", ["GET", "POST"], "caches what changes things"],
            ["cdn.defaultCacheBehavior.cachePolicyId", GONE, "does not say what it caches"],
        ],
    },
    "cdn-asks-names-of-the-stack": {
        sound: {
            cdn: ["aws:cloudfront/distribution:Distribution", { origins: [{ domainName: "origin.acme.dev" }] }],
            name: ["aws:route53/record:Record", { name: "origin.acme.dev" }],
        },
        faults: [["cdn.origins[0].domainName", "evil.example", "asks evil.example, which is no name of the stack"]],
        harmless: [["cdn.origins[0].domainName", "files.s3.us-east-1.amazonaws.com"]],
    },
};
