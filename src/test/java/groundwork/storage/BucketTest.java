package groundwork.storage;

import static groundwork.aws.ResourceTypes.S3_BUCKET_CORS_CONFIGURATION_V2;
import static groundwork.aws.ResourceTypes.S3_BUCKET_LIFECYCLE_CONFIGURATION_V2;
import static groundwork.aws.ResourceTypes.S3_BUCKET_OWNERSHIP_CONTROLS;
import static groundwork.aws.ResourceTypes.S3_BUCKET_POLICY;
import static groundwork.aws.ResourceTypes.S3_BUCKET_PUBLIC_ACCESS_BLOCK;
import static groundwork.aws.ResourceTypes.S3_BUCKET_SERVER_SIDE_ENCRYPTION_CONFIGURATION_V2;
import static groundwork.aws.ResourceTypes.S3_BUCKET_V2;
import static groundwork.aws.ResourceTypes.S3_BUCKET_VERSIONING_V2;
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

    @Test
    void isOneBucketWithItsRulesAround() {
        var recording = run("production", Access.READ_WRITE);

        var component = recording.named("groundwork:storage:Bucket", "assets");
        var files = recording.named("groundwork:storage:PrivateBucket", "assets-files");
        assertThat(recording.childrenOf(component.urn())).containsExactly(files);
        assertThat(recording.childrenOf(files.urn()))
                .extracting(Recorded::type, Recorded::name)
                .containsExactlyInAnyOrder(
                        tuple(S3_BUCKET_V2, "assets-files-bucket"),
                        tuple(S3_BUCKET_PUBLIC_ACCESS_BLOCK, "assets-files-closed"),
                        tuple(S3_BUCKET_OWNERSHIP_CONTROLS, "assets-files-ownership"),
                        tuple(S3_BUCKET_SERVER_SIDE_ENCRYPTION_CONFIGURATION_V2, "assets-files-encryption"),
                        tuple(S3_BUCKET_VERSIONING_V2, "assets-files-versioning"),
                        tuple(S3_BUCKET_LIFECYCLE_CONFIGURATION_V2, "assets-files-lifecycle"),
                        tuple(S3_BUCKET_CORS_CONFIGURATION_V2, "assets-files-cors"),
                        tuple(S3_BUCKET_POLICY, "assets-files-policy"));
    }

    @Test
    void isEmptiedOnDeletionOnlyOutsideProduction() {
        var staging = run("staging", Access.READ).named(S3_BUCKET_V2, "assets-files-bucket");
        var production = run("production", Access.READ).named(S3_BUCKET_V2, "assets-files-bucket");

        assertThat(staging.text("bucketPrefix")).isEqualTo("shop-test-assets-files-");
        assertThat(staging.flag("forceDestroy")).isTrue();
        assertThat(production.flag("forceDestroy")).isFalse();
    }

    @Test
    void isClosedToThePublicAndToPlainText() {
        var recording = run("staging", Access.READ);

        assertThat(recording
                        .named(S3_BUCKET_PUBLIC_ACCESS_BLOCK, "assets-files-closed")
                        .inputs())
                .containsEntry("blockPublicAcls", true)
                .containsEntry("blockPublicPolicy", true)
                .containsEntry("ignorePublicAcls", true)
                .containsEntry("restrictPublicBuckets", true);
        assertThat(recording
                        .named(S3_BUCKET_OWNERSHIP_CONTROLS, "assets-files-ownership")
                        .get("rule.objectOwnership"))
                .isEqualTo("BucketOwnerEnforced");
        var policy = recording.named(S3_BUCKET_POLICY, "assets-files-policy");
        var arn = arn(recording);
        assertThat(Policies.lines(policy.text("policy")))
                .containsExactly(
                        "Deny s3:* on %s, %s/* by AWS * when Bool aws:SecureTransport false".formatted(arn, arn));
        assertThat(policy.dependencies())
                .contains(recording
                        .named(S3_BUCKET_PUBLIC_ACCESS_BLOCK, "assets-files-closed")
                        .urn());
    }

    @Test
    void encryptsWithTheStacksOwnKeyWhereThereIsOne() {
        var production = run("production", Access.READ);
        var own = production.named(S3_BUCKET_SERVER_SIDE_ENCRYPTION_CONFIGURATION_V2, "assets-files-encryption");
        var aws = run("staging", Access.READ)
                .named(S3_BUCKET_SERVER_SIDE_ENCRYPTION_CONFIGURATION_V2, "assets-files-encryption");

        assertThat(own.map("rules[0].applyServerSideEncryptionByDefault"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("sseAlgorithm", "aws:kms", "kmsMasterKeyId", keyArn(production)));
        assertThat(own.flag("rules[0].bucketKeyEnabled")).isTrue();
        assertThat(aws.map("rules[0].applyServerSideEncryptionByDefault"))
                .containsExactly(Map.entry("sseAlgorithm", "AES256"));
    }

    @Test
    void dropsUnfinishedUploadsEarlierVersionsAndOldObjects() {
        var lifecycle =
                run("production", Access.READ).named(S3_BUCKET_LIFECYCLE_CONFIGURATION_V2, "assets-files-lifecycle");

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

        var lifecycle = recording.named(S3_BUCKET_LIFECYCLE_CONFIGURATION_V2, "files-files-lifecycle");
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

        var rules = recording
                .named(S3_BUCKET_LIFECYCLE_CONFIGURATION_V2, "files-files-lifecycle")
                .list("rules");
        assertThat(rules).hasSize(2);
        assertThat(recording
                        .named(S3_BUCKET_LIFECYCLE_CONFIGURATION_V2, "files-files-lifecycle")
                        .list("rules[1].transitions"))
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

        assertThat(recording
                        .named(S3_BUCKET_CORS_CONFIGURATION_V2, "files-files-cors")
                        .map("corsRules[0]"))
                .containsEntry("allowedOrigins", List.of("https://a.example", "https://b.example"))
                .containsEntry("allowedMethods", List.of("GET", "DELETE"))
                .containsEntry("allowedHeaders", List.of("X-Trace"))
                .containsEntry("exposeHeaders", List.of("ETag", "X-Id"))
                .containsEntry("maxAgeSeconds", 600L);
    }

    @Test
    void answersOnlyToNamedOrigins() {
        var cors = run("staging", Access.READ).named(S3_BUCKET_CORS_CONFIGURATION_V2, "assets-files-cors");

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
                        .named(S3_BUCKET_SERVER_SIDE_ENCRYPTION_CONFIGURATION_V2, "assets-logs-encryption")
                        .text("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"))
                .isEqualTo("AES256");
        assertThat(recording
                        .named(S3_BUCKET_LIFECYCLE_CONFIGURATION_V2, "assets-logs-lifecycle")
                        .number("rules[1].expiration.days"))
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
        return recording.named(S3_BUCKET_V2, "assets-files-bucket").id().orElseThrow();
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
