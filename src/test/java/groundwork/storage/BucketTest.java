package groundwork.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.Policies;
import groundwork.Stacks;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.values.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
    private static final String CLOSED = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    private static final String CORS = "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2";
    private static final String ENCRYPTION =
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
    private static final String LIFECYCLE = "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";
    private static final String OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";
    private static final String VERSIONING = "aws:s3/bucketVersioningV2:BucketVersioningV2";

    @Test
    void isOneBucketWithItsRulesAround() {
        var recording = run("production", Access.READ_WRITE);

        var component = recording.named("groundwork:storage:Bucket", "assets");
        var files = recording.named("groundwork:storage:PrivateBucket", "assets-files");
        assertThat(recording.childrenOf(component.urn())).containsExactly(files);
        assertThat(recording.childrenOf(files.urn()))
                .extracting(Recorded::type, Recorded::name)
                .containsExactlyInAnyOrder(
                        tuple(BUCKET, "assets-files-bucket"),
                        tuple(CLOSED, "assets-files-closed"),
                        tuple(OWNERSHIP, "assets-files-ownership"),
                        tuple(ENCRYPTION, "assets-files-encryption"),
                        tuple(VERSIONING, "assets-files-versioning"),
                        tuple(LIFECYCLE, "assets-files-lifecycle"),
                        tuple(CORS, "assets-files-cors"),
                        tuple(POLICY, "assets-files-policy"));
    }

    @Test
    void isEmptiedOnDeletionOnlyOutsideProduction() {
        var staging = run("staging", Access.READ).named(BUCKET, "assets-files-bucket");
        var production = run("production", Access.READ).named(BUCKET, "assets-files-bucket");

        assertThat(staging.text("bucketPrefix")).isEqualTo("shop-test-assets-files-");
        assertThat(staging.flag("forceDestroy")).isTrue();
        assertThat(production.flag("forceDestroy")).isFalse();
    }

    @Test
    void isClosedToThePublicAndToPlainText() {
        var recording = run("staging", Access.READ);

        assertThat(recording.named(CLOSED, "assets-files-closed").inputs())
                .containsEntry("blockPublicAcls", true)
                .containsEntry("blockPublicPolicy", true)
                .containsEntry("ignorePublicAcls", true)
                .containsEntry("restrictPublicBuckets", true);
        assertThat(recording.named(OWNERSHIP, "assets-files-ownership").get("rule.objectOwnership"))
                .isEqualTo("BucketOwnerEnforced");
        var policy = recording.named(POLICY, "assets-files-policy");
        var arn = arn(recording);
        assertThat(Policies.lines(policy.text("policy")))
                .containsExactly(
                        "Deny s3:* on %s, %s/* by AWS * when Bool aws:SecureTransport false".formatted(arn, arn));
        assertThat(policy.dependencies())
                .contains(recording.named(CLOSED, "assets-files-closed").urn());
    }

    @Test
    void encryptsWithTheStacksOwnKeyWhereThereIsOne() {
        var production = run("production", Access.READ);
        var own = production.named(ENCRYPTION, "assets-files-encryption");
        var aws = run("staging", Access.READ).named(ENCRYPTION, "assets-files-encryption");

        assertThat(own.map("rules[0].applyServerSideEncryptionByDefault"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("sseAlgorithm", "aws:kms", "kmsMasterKeyId", keyArn(production)));
        assertThat(own.flag("rules[0].bucketKeyEnabled")).isTrue();
        assertThat(aws.map("rules[0].applyServerSideEncryptionByDefault"))
                .containsExactly(Map.entry("sseAlgorithm", "AES256"));
    }

    @Test
    void dropsUnfinishedUploadsEarlierVersionsAndOldObjects() {
        var lifecycle = run("production", Access.READ).named(LIFECYCLE, "assets-files-lifecycle");

        assertThat(lifecycle.list("rules")).hasSize(3);
        assertThat(lifecycle.number("rules[0].abortIncompleteMultipartUpload.daysAfterInitiation"))
                .isEqualTo(7);
        assertThat(lifecycle.number("rules[1].noncurrentVersionExpiration.noncurrentDays"))
                .isEqualTo(30);
        assertThat(lifecycle.number("rules[2].expiration.days")).isEqualTo(90);
    }

    @Test
    void keepsNoncurrentVersionsAsLongAsTheStackFileSays() {
        var recording = Stacks.of("production")
                .with("buckets", "{ files: { noncurrent: 5d } }")
                .record();

        var lifecycle = recording.named(LIFECYCLE, "files-files-lifecycle");
        assertThat(lifecycle.text("rules[1].id")).isEqualTo("earlier-versions");
        assertThat(lifecycle.number("rules[1].noncurrentVersionExpiration.noncurrentDays"))
                .isEqualTo(5);
    }

    @Test
    void movesObjectsToCheaperStorageClasses() {
        var recording = Stacks.of("staging")
                .with(
                        "buckets",
                        "{ files: { transitions: [{ to: standard-ia, after: 30d }, { to: glacier-ir, after: 90d }] } }")
                .record();

        var rules = recording.named(LIFECYCLE, "files-files-lifecycle").list("rules");
        assertThat(rules).hasSize(2);
        assertThat(recording.named(LIFECYCLE, "files-files-lifecycle").list("rules[1].transitions"))
                .containsExactly(
                        Map.of("storageClass", "STANDARD_IA", "days", 30L),
                        Map.of("storageClass", "GLACIER_IR", "days", 90L));
    }

    @Test
    void answersOnlyTheMethodsAndHeadersThatItLists() {
        var recording = Stacks.of("staging")
                .with(
                        "buckets",
                        "{ files: { cors: { origins: [https://a.example, https://b.example], methods: [GET, DELETE],"
                                + " headers: [X-Trace], expose: [ETag, X-Id], maxAge: 10m } } }")
                .record();

        assertThat(recording.named(CORS, "files-files-cors").map("corsRules[0]"))
                .containsEntry("allowedOrigins", List.of("https://a.example", "https://b.example"))
                .containsEntry("allowedMethods", List.of("GET", "DELETE"))
                .containsEntry("allowedHeaders", List.of("X-Trace"))
                .containsEntry("exposeHeaders", List.of("ETag", "X-Id"))
                .containsEntry("maxAgeSeconds", 600L);
    }

    @Test
    void answersOnlyToNamedOrigins() {
        var cors = run("staging", Access.READ).named(CORS, "assets-files-cors");

        assertThat(cors.list("corsRules[0].allowedOrigins")).containsExactly("https://example.com");
        assertThat(cors.list("corsRules[0].allowedMethods")).containsExactly("GET", "HEAD", "PUT", "POST");
    }

    @Test
    void letsAReaderListAndGet() {
        var recording = run("production", Access.READ);

        assertThat(permissions(recording))
                .containsExactly(
                        "Allow s3:ListBucket on " + arn(recording),
                        "Allow s3:GetObject on " + arn(recording) + "/*",
                        "Allow kms:Decrypt on " + keyArn(recording));
    }

    @Test
    void letsAWriterPutAndDelete() {
        var recording = run("production", Access.WRITE);

        assertThat(permissions(recording))
                .containsExactly(
                        "Allow s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload on " + arn(recording) + "/*",
                        "Allow kms:GenerateDataKey, kms:Decrypt on " + keyArn(recording));
    }

    @Test
    void letsALinkThatSaysNothingDoBoth() {
        var recording = run("staging", Ids.KNOWN, Optional.empty());

        assertThat(permissions(recording))
                .containsExactly(
                        "Allow s3:ListBucket on " + arn(recording),
                        "Allow s3:GetObject on " + arn(recording) + "/*",
                        "Allow s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload on " + arn(recording) + "/*");
        assertThat(recording.outputs())
                .containsEntry("variable name", bucketName(recording))
                .containsEntry("variable region", "us-east-1");
    }

    @Test
    void keepsFilesOfAwsServicesUnderTheKeysOfS3() {
        var recording = Topologies.of(settings("production"), (stack, plan, context) -> {
            var whole = new Bucket("assets", plan.settings().buckets().get("assets"), stack);
            new PrivateBucket("logs", BucketPlan.forAwsServices().withExpiry(Duration.ofDays(14)), whole).admit();
        });

        assertThat(recording
                        .named(ENCRYPTION, "assets-logs-encryption")
                        .text("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"))
                .isEqualTo("AES256");
        assertThat(recording.named(LIFECYCLE, "assets-logs-lifecycle").number("rules[1].expiration.days"))
                .isEqualTo(14);
    }

    @Test
    void hasNoArnWhileItIsOnlyPreviewed() {
        var recording = run("staging", Ids.UNKNOWN, Optional.of(Access.READ));

        assertThat(recording.outputs()).containsEntry("permissions", Unknown.UNKNOWN);
        assertThat(recording.resources())
                .hasSameSizeAs(run("staging", Access.READ).resources());
    }

    private static Recording run(String environment, Access access) {
        return run(environment, Ids.KNOWN, Optional.of(access));
    }

    private static Recording run(String environment, Ids ids, Optional<Access> access) {
        return Topologies.of(settings(environment), ids, (stack, plan, context) -> {
            var bucket = new Bucket("assets", plan.settings().buckets().get("assets"), stack);
            Topologies.export(bucket.connect(access), context);
        });
    }

    private static String settings(String environment) {
        return """
                groundwork:environment: %s
                groundwork:buckets:
                  assets: { expiry: 90d, cors: [https://example.com] }
                """
                .formatted(environment);
    }

    private static String bucketName(Recording recording) {
        return recording.named(BUCKET, "assets-files-bucket").id().orElseThrow();
    }

    private static String arn(Recording recording) {
        return "arn:aws:s3:::" + bucketName(recording);
    }

    private static String keyArn(Recording recording) {
        return recording.named("aws:kms/key:Key", "key-key").text("arn");
    }

    private static List<String> permissions(Recording recording) {
        return Policies.lines(recording.outputs().get("permissions"));
    }
}
