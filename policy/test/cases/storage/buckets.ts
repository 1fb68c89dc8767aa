import * as aws from "../../../src/types";
import { type Cases, document, type Given, GONE } from "../case";

const [BUCKET = "", OLD_BUCKET = ""] = aws.BUCKETS;
const of = (more: object) => ({ bucket: "${files}", ...more });
const files: Record<string, Given> = { files: [BUCKET] };
const logs: Record<string, Given> = {
    ...files,
    balancer: [aws.LOAD_BALANCERS[0]!, { accessLogs: { bucket: "${files}" } }],
};
const tidy = {
    status: "Enabled",
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    noncurrentVersionExpiration: { noncurrentDays: 30 },
    expiration: { days: 90 },
};

export const cases: Cases = {
    "buckets-are-blocked": {
        sound: {
            ...files,
            block: [
                aws.BUCKET_BLOCK,
                of({
                    ...{ blockPublicAcls: true, blockPublicPolicy: true },
                    ...{ ignorePublicAcls: true, restrictPublicBuckets: true },
                }),
            ],
        },
        faults: [
            ["block", GONE, "has no public access block", "files"],
            ["block.blockPublicAcls", false, "blockPublicAcls is not on"],
            ["block.restrictPublicBuckets", GONE, "restrictPublicBuckets is not on"],
        ],
    },
    "buckets-have-one-owner": {
        sound: { ...files, owner: [aws.BUCKET_OWNERSHIP, of({ rule: { objectOwnership: "BucketOwnerEnforced" } })] },
        faults: [
            ["owner", GONE, "has no ownership controls", "files"],
            ["owner.rule.objectOwnership", "ObjectWriter", "lets access control lists open objects"],
            ["files.acl", "public-read", "is opened by the access control list public-read"],
            [
                "list",
                [aws.BUCKET_ACLS[0]!, { acl: "public-read-write" }],
                "is opened by the access control list public-read-write",
                "list.acl",
            ],
        ],
    },
    "buckets-say-how-they-are-encrypted": {
        sound: {
            ...files,
            encryption: [
                aws.BUCKET_ENCRYPTION,
                of({
                    rules: [
                        {
                            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "key" },
                            bucketKeyEnabled: true,
                        },
                    ],
                }),
            ],
        },
        faults: [
            ["encryption", GONE, "does not say how it is encrypted", "files"],
            ["encryption.rules", [], "has no rule"],
            [
                "encryption.rules[0].applyServerSideEncryptionByDefault.sseAlgorithm",
                "none",
                "names no algorithm",
                "encryption.rules",
            ],
            [
                "encryption.rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId",
                GONE,
                "has AWS's key rather than one of the account",
                "encryption.rules",
            ],
            [
                "encryption.rules[0].bucketKeyEnabled",
                false,
                "asks KMS for each object: no bucket key",
                "encryption.rules",
            ],
        ],
        harmless: [["encryption.rules[0]", { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }]],
    },
    "buckets-are-versioned": {
        sound: { ...files, versions: [aws.BUCKET_VERSIONING, of({ versioningConfiguration: { status: "Enabled" } })] },
        faults: [
            ["versions", GONE, "does not keep earlier versions", "files"],
            ["versions.versioningConfiguration.status", "Suspended", "does not keep earlier versions"],
        ],
    },
    "buckets-have-a-lifecycle": {
        sound: {
            ...logs,
            versions: [aws.BUCKET_VERSIONING, of({})],
            lifecycle: [aws.BUCKET_LIFECYCLE, of({ rules: [tidy] })],
        },
        faults: [
            ["lifecycle", GONE, "has no lifecycle", "files"],
            [
                "lifecycle.rules[0].status",
                "Disabled",
                ["has no rule that is enabled", "has a rule that is not enabled"].map(it => `lifecycle.rules: ${it}`),
            ],
            ["lifecycle.rules[0].abortIncompleteMultipartUpload", GONE, "keeps unfinished uploads", "lifecycle.rules"],
            [
                "lifecycle.rules[0].noncurrentVersionExpiration",
                GONE,
                "keeps earlier versions for ever",
                "lifecycle.rules",
            ],
            [
                "lifecycle.rules[0].noncurrentVersionExpiration.noncurrentDays",
                1,
                "removes earlier versions within a week",
                "lifecycle.rules",
            ],
            ["lifecycle.rules[0].expiration", GONE, "keeps logs for ever", "lifecycle.rules"],
        ],
    },
    "logs-in-buckets-are-kept": {
        sound: {
            ...logs,
            proof: [BUCKET],
            trail: [aws.TRAIL, { s3BucketName: "${proof}" }],
            lifecycle: [aws.BUCKET_LIFECYCLE, of({ rules: [{ expiration: { days: 7 } }] })],
            proofs: [aws.BUCKET_LIFECYCLE, { bucket: "${proof}", rules: [{ expiration: { days: 90 } }] }],
        },
        faults: [
            ["lifecycle.rules[0].expiration.days", 6, "keeps logs for less than 7 days", "lifecycle.rules"],
            ["proofs.rules[0].expiration.days", 89, "keeps logs for less than 90 days", "proofs.rules"],
        ],
        harmless: [
            [
                "balancer",
                [
                    aws.BUCKET_POLICY,
                    of({
                        policy: document({
                            Action: "s3:PutObject",
                            Principal: { Service: "delivery.logs.amazonaws.com" },
                        }),
                    }),
                ],
            ],
        ],
    },
    "cors-names-origins": {
        sound: {
            files: [
                aws.BUCKET_CORS,
                { corsRules: [{ allowedOrigins: ["https://app.acme.dev", "http://localhost:3000"] }] },
            ],
            call: [aws.FUNCTION_URL, { cors: { allowOrigins: ["https://app.acme.dev"] } }],
            api: ["aws:apigatewayv2/api:Api", { corsConfiguration: { allowOrigins: ["https://app.acme.dev"] } }],
        },
        faults: [
            ["files.corsRules[0].allowedOrigins[0]", "*", "lets the pages of any site in", "files.corsRules"],
            [
                "files.corsRules[0].allowedOrigins[0]",
                "http://app.acme.dev",
                "lets pages in that come without TLS",
                "files.corsRules",
            ],
            ["call.cors.allowOrigins", ["*"], "lets the pages of any site in", "call.cors"],
            ["api.corsConfiguration.allowOrigins", ["*"], "lets the pages of any site in", "api.corsConfiguration"],
        ],
    },
    "buckets-are-not-emptied": {
        sound: { files: [BUCKET, { forceDestroy: false }], vault: ["aws:backup/vault:Vault"] },
        faults: [
            ["files.forceDestroy", true, "is deleted with all that is in it"],
            ["vault.forceDestroy", true, "is deleted with all that is in it"],
        ],
    },
    "buckets-are-no-websites": {
        sound: files,
        faults: [
            ["site", [aws.BUCKET_WEBSITE, of({})], "is a website, public and without TLS", "site"],
            [
                "files",
                [OLD_BUCKET, { website: { indexDocument: "index.html" } }],
                "is a website, public and without TLS",
                "files.website",
            ],
        ],
    },
};
