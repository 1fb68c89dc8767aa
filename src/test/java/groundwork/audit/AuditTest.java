package groundwork.audit;

import static groundwork.aws.ResourceTypes.CLOUDTRAIL_TRAIL;
import static groundwork.aws.ResourceTypes.KMS_KEY;
import static groundwork.aws.ResourceTypes.S3_BUCKET_LIFECYCLE_CONFIGURATION_V2;
import static groundwork.aws.ResourceTypes.S3_BUCKET_POLICY;
import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import groundwork.Rows;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTest {
    private static final String TRAIL_ARN = "arn:aws:cloudtrail:us-east-1:123456789012:trail/shop-test";
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:shop-test-alerts";

    @ParameterizedTest
    @EnumSource(Ids.class)
    void trailRecordsEveryRegionAndProvesItsRecords(Ids ids) {
        var recording = run("production", "{}", ids);
        var trail = recording.named(CLOUDTRAIL_TRAIL, "audit-trail");

        assertThat(trail.inputs())
                .containsEntry("name", "shop-test")
                .containsEntry("isMultiRegionTrail", true)
                .containsEntry("includeGlobalServiceEvents", true)
                .containsEntry("enableLogFileValidation", true);
        assertThat(trail.dependencies())
                .contains(recording
                        .named(S3_BUCKET_POLICY, "audit-records-policy")
                        .urn());
        assertThat(recording
                        .named(S3_BUCKET_LIFECYCLE_CONFIGURATION_V2, "audit-records-lifecycle")
                        .number("rules[2].expiration.days"))
                .isEqualTo(365);
    }

    @Test
    void onlyThisTrailWritesToTheBucket() {
        var recording = run("staging", "{}", Ids.KNOWN);
        var bucket = recording
                .named("aws:s3/bucketV2:BucketV2", "audit-records-bucket")
                .text("arn");

        assertThat(recording.named(S3_BUCKET_POLICY, "audit-records-policy").text("policy"))
                .contains(
                        """
                        {"Effect":"Allow","Action":["s3:GetBucketAcl"],"Resource":["%s"],\
                        "Principal":{"Service":"cloudtrail.amazonaws.com"},"Condition":{"StringEquals":\
                        {"aws:SourceArn":"arn:aws:cloudtrail:us-east-1:123456789012:trail/shop-test"}}}"""
                                .formatted(bucket))
                .contains(
                        """
                        {"Effect":"Allow","Action":["s3:PutObject"],"Resource":["%s/AWSLogs/123456789012/*"],\
                        "Principal":{"Service":"cloudtrail.amazonaws.com"},"Condition":{"StringEquals":\
                        {"aws:SourceArn":"arn:aws:cloudtrail:us-east-1:123456789012:trail/shop-test",\
                        "s3:x-amz-acl":"bucket-owner-full-control"}}}"""
                                .formatted(bucket));
        assertThat(recording.named(CLOUDTRAIL_TRAIL, "audit-trail").has("kmsKeyId"))
                .isFalse();
    }

    @Test
    void ownKeyLetsTheTrailAndTheFindingsUseIt() {
        var recording = run("production", "{ guardDuty: true }", Ids.KNOWN);
        var key = recording.named(KMS_KEY, "key-key");

        assertThat(recording.named(CLOUDTRAIL_TRAIL, "audit-trail").text("kmsKeyId"))
                .isEqualTo(key.text("arn"));
        assertThat(key.text("policy"))
                .contains(
                        """
                        {"Effect":"Allow","Action":["kms:GenerateDataKey*"],"Resource":["*"],\
                        "Principal":{"Service":"cloudtrail.amazonaws.com"},\
                        "Condition":{"StringEquals":{"aws:SourceArn":"%1$s","kms:EncryptionContext:aws:cloudtrail:arn":"%1$s"}}}"""
                                .formatted(TRAIL_ARN))
                .contains(
                        """
                        {"Effect":"Allow","Action":["kms:DescribeKey"],"Resource":["*"],\
                        "Principal":{"Service":"cloudtrail.amazonaws.com"},\
                        "Condition":{"StringEquals":{"aws:SourceArn":"%s"}}}"""
                                .formatted(TRAIL_ARN))
                .contains(
                        """
                        {"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey*"],"Resource":["*"],\
                        "Principal":{"Service":"events.amazonaws.com"},\
                        "Condition":{"ArnLike":{"kms:EncryptionContext:aws:sns:topicArn":"arn:aws:sns:us-east-1:123456789012:*"}}}""");
    }

    @Test
    void withoutAnAuditNobodyElseUsesTheKey() {
        var recording = Topologies.of("groundwork:environment: production", (stack, plan, context) -> {});

        assertThat(recording.named(KMS_KEY, "key-key").text("policy")).doesNotContain("cloudtrail", "events.amazonaws");
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void findingsOfMediumSeverityAreToldToPeople(Ids ids) {
        var recording = Topologies.of(
                "groundwork:audit: { guardDuty: true }",
                ids,
                (stack, plan, context) -> new IntrusionWatch("intrusions", Optional.of(Output.of(TOPIC)), stack));

        assertThat(recording
                        .named("aws:guardduty/detector:Detector", "intrusions-detector")
                        .inputs())
                .containsEntry("enable", true)
                .containsEntry("findingPublishingFrequency", "FIFTEEN_MINUTES");
        assertThat(recording
                        .named("aws:cloudwatch/eventRule:EventRule", "intrusions-findings")
                        .inputs())
                .containsEntry("name", "shop-test-intrusions")
                .containsEntry(
                        "eventPattern",
                        "{\"source\":[\"aws.guardduty\"],\"detail-type\":[\"GuardDuty Finding\"],"
                                + "\"detail\":{\"severity\":[{\"numeric\":[\">=\",4]}]}}");
        assertThat(recording
                        .named("aws:cloudwatch/eventTarget:EventTarget", "intrusions-alert")
                        .inputs())
                .containsEntry("rule", "shop-test-intrusions")
                .containsEntry("arn", TOPIC)
                .containsEntry(
                        "inputTransformer",
                        Map.of(
                                "inputPaths",
                                Map.of(
                                        "severity", "$.detail.severity",
                                        "region", "$.region",
                                        "title", "$.detail.title"),
                                "inputTemplate",
                                "\"GuardDuty, severity <severity> in <region>: <title>\""));
        assertThat(recording.refusals()).isEmpty();
    }

    @Test
    void withNobodyToTellThereIsOnlyTheDetector() {
        var recording = Topologies.of(
                "groundwork:audit: {}",
                (stack, plan, context) -> new IntrusionWatch("intrusions", Optional.empty(), stack));

        assertThat(recording.ofType("aws:cloudwatch/eventRule:EventRule")).isEmpty();
    }

    @Rows(
            """
            { trail: false }                   | audit: does nothing with both off; turn on trail or guardDuty, or remove it
            { kept: 36h }                      | audit.kept: retention is in whole days
            """)
    void whatCannotBeIsTold(String audit, String problem) {
        assertThat(problems("groundwork:audit: " + audit)).containsExactly(problem);
    }

    private static Recording run(String environment, String audit, Ids ids) {
        var settings = "groundwork:environment: %s\ngroundwork:audit: %s".formatted(environment, audit);
        var recording = Topologies.of(
                settings,
                ids,
                (stack, plan, context) ->
                        new AuditTrail("audit", plan.settings().audit().orElseThrow(), stack));
        assertThat(recording.refusals()).isEmpty();
        return recording;
    }
}
