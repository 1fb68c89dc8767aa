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

export const bucketsAreBlocked = stackRule({
    id: "buckets-are-blocked",
    controls: ["FSBP S3.1", "FSBP S3.8", "CIS 2.1.4"],
    description: "Every bucket blocks public access in all four ways.",
    remedy: "Give the bucket a BucketPublicAccessBlock with its four flags on.",
    types: [...BUCKETS, BUCKET_BLOCK],
    check(resource, expect, topology) {
        if (resource.type === BUCKET_BLOCK) {
            for (const flag of FLAGS) {
                expect(() => resource.props[flag] === true, `${flag} is not on`, flag);
            }
        } else {
            expect(
                () => topology.pointingAt(resource, "bucket", BUCKET_BLOCK).length > 0,
                "has no public access block",
                "",
            );
        }
    },
});

export const bucketsHaveOneOwner = stackRule({
    id: "buckets-have-one-owner",
    controls: ["FSBP S3.12"],
    description: "All objects of a bucket are its owner's, and no access control list opens one.",
    remedy: "Set objectOwnership to BucketOwnerEnforced, and no acl.",
    types: [...BUCKETS, ...BUCKET_ACLS, BUCKET_OWNERSHIP],
    check(resource, expect, topology) {
        const { props, type } = resource;
        if (type === BUCKET_OWNERSHIP) {
            expect(
                () => props["rule"]?.objectOwnership === "BucketOwnerEnforced",
                "lets access control lists open objects",
                "rule.objectOwnership",
            );
            return;
        }
        expect(
            () => ["private", undefined].includes(props["acl"]),
            `is opened by the access control list ${props["acl"]}`,
            "acl",
        );
        if (BUCKETS.includes(type)) {
            expect(
                () => topology.pointingAt(resource, "bucket", BUCKET_OWNERSHIP).length > 0,
                "has no ownership controls",
                "",
            );
        }
    },
});

export const bucketsAreEncrypted = stackRule({
    id: "buckets-say-how-they-are-encrypted",
    controls: ["FSBP S3.17", "CIS 2.1.1", "WA SEC08-BP02"],
    description: "Every bucket says how its objects are encrypted.",
    remedy: "Add a BucketServerSideEncryptionConfigurationV2 with an algorithm.",
    types: [...BUCKETS, BUCKET_ENCRYPTION],
    check(resource, expect, topology) {
        const { props, type } = resource;
        if (type !== BUCKET_ENCRYPTION) {
            expect(
                () =>
                    "serverSideEncryptionConfiguration" in props ||
                    topology.pointingAt(resource, "bucket", BUCKET_ENCRYPTION).length > 0,
                "does not say how it is encrypted",
                "",
            );
            return;
        }
        expect(() => (props["rules"] ?? []).length > 0, "has no rule", "rules");
        for (const rule of [...(props["rules"] ?? [])]) {
            const algorithm = () => rule.applyServerSideEncryptionByDefault?.sseAlgorithm;
            expect(() => ["AES256", "aws:kms", "aws:kms:dsse"].includes(algorithm()), "names no algorithm", "rules");
            expect(
                () => algorithm() !== "aws:kms" || "kmsMasterKeyId" in rule.applyServerSideEncryptionByDefault,
                "has AWS's key rather than one of the account",
                "rules",
            );
            expect(
                () => algorithm() !== "aws:kms" || rule.bucketKeyEnabled === true,
                "asks KMS for each object: no bucket key",
                "rules",
            );
        }
    },
});

export const bucketsAreVersioned = stackRule({
    id: "buckets-are-versioned",
    controls: ["FSBP S3.14", "WA REL09-BP01"],
    description: "A bucket keeps earlier versions, unless it only takes logs.",
    remedy: "Add a BucketVersioningV2 with the status Enabled.",
    setting: "buckets.*.versioning",
    environments: ["production"],
    types: [...BUCKETS, BUCKET_VERSIONING],
    check(resource, expect, topology) {
        if (resource.type === BUCKET_VERSIONING) {
            expect(
                () => resource.props["versioningConfiguration"]?.status === "Enabled",
                "does not keep earlier versions",
                "versioningConfiguration.status",
            );
            return;
        }
        expect(
            () =>
                isForLogs(resource, topology) || topology.pointingAt(resource, "bucket", BUCKET_VERSIONING).length > 0,
            "does not keep earlier versions",
            "",
        );
    },
});

export const bucketsForget = stackRule({
    id: "buckets-have-a-lifecycle",
    level: "advisory",
    controls: ["FSBP S3.10", "FSBP S3.13", "WA COST04-BP05"],
    description: "A bucket removes unfinished uploads and earlier versions.",
    remedy: "Add a BucketLifecycleConfigurationV2 with abortIncompleteMultipartUpload, and with versions noncurrentVersionExpiration.",
    types: [...BUCKETS, BUCKET_LIFECYCLE],
    check(resource, expect, topology) {
        const { props, type } = resource;
        if (type !== BUCKET_LIFECYCLE) {
            expect(
                () => "lifecycleRules" in props || topology.pointingAt(resource, "bucket", BUCKET_LIFECYCLE).length > 0,
                "has no lifecycle",
                "",
            );
            return;
        }
        const rules: any[] = [...(props["rules"] ?? [])];
        expect(() => rules.some(it => it.status === "Enabled"), "has no rule that is enabled", "rules");
        expect(() => rules.every(it => it.status === "Enabled"), "has a rule that is not enabled", "rules");
        expect(
            () => rules.some(it => it.abortIncompleteMultipartUpload?.daysAfterInitiation > 0),
            "keeps unfinished uploads",
            "rules",
        );
        const [bucket] = topology.pointedAt(resource, "bucket", ...BUCKETS);
        expect(
            () =>
                bucket === undefined ||
                topology.pointingAt(bucket, "bucket", BUCKET_VERSIONING).length === 0 ||
                rules.some(it => it.noncurrentVersionExpiration?.noncurrentDays > 0),
            "keeps earlier versions for ever",
            "rules",
        );
        expect(
            () => rules.every(it => (it.noncurrentVersionExpiration?.noncurrentDays ?? 7) >= 7),
            "removes earlier versions within a week",
            "rules",
        );
        expect(
            () => bucket === undefined || !takesLogs(bucket, topology) || rules.some(it => it.expiration?.days > 0),
            "keeps logs for ever",
            "rules",
        );
    },
});

export const logsAreKept = stackRule({
    id: "logs-in-buckets-are-kept",
    controls: ["WA SEC04-BP02"],
    description: "Logs in a bucket are kept for a week at least, trails for 90 days.",
    remedy: "Set the days of the expiration.",
    environments: ["production"],
    types: [BUCKET_LIFECYCLE],
    check(lifecycle, expect, topology) {
        const [bucket] = topology.pointedAt(lifecycle, "bucket", ...BUCKETS);
        if (bucket === undefined || !takesLogs(bucket, topology)) {
            return;
        }
        const least = topology.pointingAt(bucket, "s3BucketName", TRAIL).length > 0 ? 90 : 7;
        for (const rule of [...(lifecycle.props["rules"] ?? [])]) {
            expect(() => (rule.expiration?.days ?? least) >= least, `keeps logs for less than ${least} days`, "rules");
        }
    },
});

export const corsNamesOrigins = resourceRule({
    id: "cors-names-origins",
    controls: ["WA SEC05-BP03"],
    description: "Pages of other sites read a bucket or an address only where they are named.",
    remedy: "Name the origins.",
    setting: "buckets.*.cors",
    types: [BUCKET_CORS, "aws:apigatewayv2/api:Api", "aws:lambda/functionUrl:FunctionUrl"],
    check({ props }, expect) {
        const rules: any[] = [...(props["corsRules"] ?? [props["corsConfiguration"] ?? props["cors"]])];
        for (const rule of rules.filter(it => it !== undefined)) {
            const origins = () => [...(rule.allowedOrigins ?? rule.allowOrigins ?? [])];
            expect(() => origins().every(it => !/\*/.test(it)), "lets the pages of any site in", "corsRules");
            expect(
                () => origins().every(it => !/^http:\/\/(?!localhost)/.test(it)),
                "lets pages in that come without TLS",
                "corsRules",
            );
        }
    },
});

export const bucketsOutliveTheStack = resourceRule({
    id: "buckets-are-not-emptied",
    controls: ["WA REL09-BP01"],
    description: "A production bucket or vault with something in it is not deleted.",
    remedy: "Set forceDestroy to false.",
    setting: "buckets.*.protect",
    environments: ["production"],
    types: [...BUCKETS, "aws:backup/vault:Vault"],
    check({ props }, expect) {
        expect(() => props["forceDestroy"] !== true, "is deleted with all that is in it", "forceDestroy");
    },
});

export const noBucketWebsites = resourceRule({
    id: "buckets-are-no-websites",
    controls: ["WA SEC09-BP02"],
    description: "Buckets are not websites, which are public and without TLS: CloudFront serves them.",
    remedy: "Serve the bucket by a CloudFront distribution with an origin access control.",
    types: [BUCKET_WEBSITE, ...BUCKETS],
    check({ type, props }, expect) {
        expect(
            () => type !== BUCKET_WEBSITE && !("website" in props),
            "is a website, public and without TLS",
            "website",
        );
    },
});

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
