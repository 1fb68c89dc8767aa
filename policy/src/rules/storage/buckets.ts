import { RESOURCE_DOCUMENTS, statements } from "../../documents";
import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import type { Topology } from "../../topology";
import {
    BUCKET_ACLS,
    BUCKET_BLOCK,
    BUCKET_CORS,
    BUCKET_ENCRYPTION,
    BUCKET_LIFECYCLE,
    BUCKET_OWNERSHIP,
    BUCKET_POLICY,
    BUCKET_VERSIONING,
    BUCKET_WEBSITE,
    BUCKETS,
    LOAD_BALANCERS,
    TRAIL,
} from "../../types";

const LOG_DESTINATION = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
const FLAGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

export const bucketsAreBlocked = stackRule(
    "buckets-are-blocked",
    [...BUCKETS, BUCKET_BLOCK],
    (resource, expect, topology) => {
        if (resource.type === BUCKET_BLOCK) {
            for (const flag of FLAGS) {
                expect(flag, `${flag} is not on`, () => resource.props[flag] === true);
            }
        } else {
            expect(
                "",
                "has no public access block",
                () => topology.pointingAt(resource, "bucket", BUCKET_BLOCK).length > 0,
            );
        }
    },
);

export const bucketsHaveOneOwner = stackRule(
    "buckets-have-one-owner",
    [...BUCKETS, ...BUCKET_ACLS, BUCKET_OWNERSHIP],
    (resource, expect, topology) => {
        const { props, type } = resource;
        if (type === BUCKET_OWNERSHIP) {
            expect(
                "rule.objectOwnership",
                "lets access control lists open objects",
                () => props["rule"]?.objectOwnership === "BucketOwnerEnforced",
            );
            return;
        }
        expect("acl", `is opened by the access control list ${props["acl"]}`, () =>
            ["private", undefined].includes(props["acl"]),
        );
        if (BUCKETS.includes(type)) {
            expect(
                "",
                "has no ownership controls",
                () => topology.pointingAt(resource, "bucket", BUCKET_OWNERSHIP).length > 0,
            );
        }
    },
);

export const bucketsAreEncrypted = stackRule(
    "buckets-say-how-they-are-encrypted",
    [...BUCKETS, BUCKET_ENCRYPTION],
    (resource, expect, topology) => {
        const { props, type } = resource;
        if (type !== BUCKET_ENCRYPTION) {
            expect(
                "",
                "does not say how it is encrypted",
                () =>
                    "serverSideEncryptionConfiguration" in props ||
                    topology.pointingAt(resource, "bucket", BUCKET_ENCRYPTION).length > 0,
            );
            return;
        }
        expect("rules", "has no rule", () => (props["rules"] ?? []).length > 0);
        for (const rule of [...(props["rules"] ?? [])]) {
            const algorithm = () => rule.applyServerSideEncryptionByDefault?.sseAlgorithm;
            expect("rules", "names no algorithm", () => ["AES256", "aws:kms", "aws:kms:dsse"].includes(algorithm()));
            expect(
                "rules",
                "has AWS's key rather than one of the account",
                () => algorithm() !== "aws:kms" || "kmsMasterKeyId" in rule.applyServerSideEncryptionByDefault,
            );
            expect(
                "rules",
                "asks KMS for each object: no bucket key",
                () => algorithm() !== "aws:kms" || rule.bucketKeyEnabled === true,
            );
        }
    },
);

export const bucketsAreVersioned = stackRule(
    "buckets-are-versioned",
    [...BUCKETS, BUCKET_VERSIONING],
    (resource, expect, topology) => {
        if (resource.type === BUCKET_VERSIONING) {
            expect(
                "versioningConfiguration.status",
                "does not keep earlier versions",
                () => resource.props["versioningConfiguration"]?.status === "Enabled",
            );
            return;
        }
        expect(
            "",
            "does not keep earlier versions",
            () =>
                isForLogs(resource, topology) || topology.pointingAt(resource, "bucket", BUCKET_VERSIONING).length > 0,
        );
    },
);

export const bucketsForget = stackRule(
    "buckets-have-a-lifecycle",
    [...BUCKETS, BUCKET_LIFECYCLE],
    (resource, expect, topology) => {
        const { props, type } = resource;
        if (type !== BUCKET_LIFECYCLE) {
            expect(
                "",
                "has no lifecycle",
                () => "lifecycleRules" in props || topology.pointingAt(resource, "bucket", BUCKET_LIFECYCLE).length > 0,
            );
            return;
        }
        const rules: any[] = [...(props["rules"] ?? [])];
        expect("rules", "has no rule that is enabled", () => rules.some(it => it.status === "Enabled"));
        expect("rules", "has a rule that is not enabled", () => rules.every(it => it.status === "Enabled"));
        expect("rules", "keeps unfinished uploads", () =>
            rules.some(it => it.abortIncompleteMultipartUpload?.daysAfterInitiation > 0),
        );
        const [bucket] = topology.pointedAt(resource, "bucket", ...BUCKETS);
        expect(
            "rules",
            "keeps earlier versions for ever",
            () =>
                bucket === undefined ||
                topology.pointingAt(bucket, "bucket", BUCKET_VERSIONING).length === 0 ||
                rules.some(it => it.noncurrentVersionExpiration?.noncurrentDays > 0),
        );
        expect("rules", "removes earlier versions within a week", () =>
            rules.every(it => (it.noncurrentVersionExpiration?.noncurrentDays ?? 7) >= 7),
        );
        expect(
            "rules",
            "keeps logs for ever",
            () => bucket === undefined || !takesLogs(bucket, topology) || rules.some(it => it.expiration?.days > 0),
        );
    },
);

export const logsAreKept = stackRule("logs-in-buckets-are-kept", [BUCKET_LIFECYCLE], (lifecycle, expect, topology) => {
    const [bucket] = topology.pointedAt(lifecycle, "bucket", ...BUCKETS);
    if (bucket === undefined || !takesLogs(bucket, topology)) {
        return;
    }
    const least = topology.pointingAt(bucket, "s3BucketName", TRAIL).length > 0 ? 90 : 7;
    for (const rule of [...(lifecycle.props["rules"] ?? [])]) {
        expect("rules", `keeps logs for less than ${least} days`, () => (rule.expiration?.days ?? least) >= least);
    }
});

export const corsNamesOrigins = resourceRule(
    "cors-names-origins",
    [BUCKET_CORS, "aws:apigatewayv2/api:Api", "aws:lambda/functionUrl:FunctionUrl"],
    ({ props }, expect) => {
        const property = ["corsRules", "corsConfiguration", "cors"].find(it => it in props) ?? "corsRules";
        const said = props[property] ?? [];
        for (const rule of Array.isArray(said) ? [...said] : [said]) {
            const origins = () => [...(rule.allowedOrigins ?? rule.allowOrigins ?? [])];
            expect(property, "lets the pages of any site in", () => origins().every(it => !/\*/.test(it)));
            expect(property, "lets pages in that come without TLS", () =>
                origins().every(it => !/^http:\/\/(?!localhost)/.test(it)),
            );
        }
    },
);

export const bucketsOutliveTheStack = resourceRule(
    "buckets-are-not-emptied",
    [...BUCKETS, "aws:backup/vault:Vault"],
    ({ props }, expect) => {
        expect("forceDestroy", "is deleted with all that is in it", () => props["forceDestroy"] !== true);
    },
);

export const noBucketWebsites = resourceRule(
    "buckets-are-no-websites",
    [BUCKET_WEBSITE, ...BUCKETS],
    ({ type, props }, expect) => {
        expect(
            type === BUCKET_WEBSITE ? "" : "website",
            "is a website, public and without TLS",
            () => type !== BUCKET_WEBSITE && !("website" in props),
        );
    },
);

/** Logs of requests may be lost; those of a trail are proof. */
function isForLogs(bucket: Resource, topology: Topology): boolean {
    return takesLogs(bucket, topology) && topology.pointingAt(bucket, "s3BucketName", TRAIL).length === 0;
}

/** Whether AWS delivers logs into a bucket: by its policy, they are what comes in. */
function takesLogs(bucket: Resource, topology: Topology): boolean {
    if (topology.ofType(...LOAD_BALANCERS, LOG_DESTINATION, TRAIL).some(it => writesInto(it, bucket))) {
        return true;
    }
    return topology
        .pointingAt(bucket, "bucket", BUCKET_POLICY)
        .flatMap(policy => statements(policy, RESOURCE_DOCUMENTS))
        .some(
            ({ effect, actions, principals }) =>
                effect === "Allow" &&
                actions.some(it => it.startsWith("s3:PutObject")) &&
                principals.some(({ name }) =>
                    /^(delivery\.logs|logdelivery\.\w+|cloudtrail|logging\.s3|vpc-flow-logs)\./.test(name),
                ),
        );
}

function writesInto({ references }: Resource, bucket: Resource): boolean {
    return ["accessLogs", "deliveryDestinationConfiguration", "s3BucketName"].some(property =>
        (references[property] ?? []).some(({ urn }) => urn === bucket.urn),
    );
}
