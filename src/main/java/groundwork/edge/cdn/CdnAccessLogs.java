package groundwork.edge.cdn;

import com.pulumi.aws.cloudwatch.LogDelivery;
import com.pulumi.aws.cloudwatch.LogDeliveryArgs;
import com.pulumi.aws.cloudwatch.LogDeliveryDestination;
import com.pulumi.aws.cloudwatch.LogDeliveryDestinationArgs;
import com.pulumi.aws.cloudwatch.LogDeliverySource;
import com.pulumi.aws.cloudwatch.LogDeliverySourceArgs;
import com.pulumi.aws.cloudwatch.inputs.LogDeliveryDestinationDeliveryDestinationConfigurationArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.base.Component;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.storage.BucketPlan;
import groundwork.storage.PrivateBucket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every request that the edges answered, in a bucket that only the delivery of logs can write to. */
final class CdnAccessLogs extends Component {
    /** All that CloudFront logs but for the cookies, with which visitors sign in. */
    private static final List<String> FIELDS = List.of(
            "date",
            "time",
            "x-edge-location",
            "sc-bytes",
            "c-ip",
            "cs-method",
            "cs(Host)",
            "cs-uri-stem",
            "sc-status",
            "cs(Referer)",
            "cs(User-Agent)",
            "cs-uri-query",
            "x-edge-result-type",
            "x-edge-request-id",
            "x-host-header",
            "cs-protocol",
            "cs-bytes",
            "time-taken",
            "x-forwarded-for",
            "ssl-protocol",
            "ssl-cipher",
            "x-edge-response-result-type",
            "cs-protocol-version",
            "c-port",
            "time-to-first-byte",
            "x-edge-detailed-result-type",
            "sc-content-type",
            "sc-content-len");

    private final PrivateBucket bucket;

    CdnAccessLogs(String suffix, Duration kept, Output<String> distributionArn, Component cdn) {
        super("edge:CdnAccessLogs", suffix, cdn);
        bucket = new PrivateBucket("files", BucketPlan.forAwsServices().withExpiry(kept), this);
        var source = createSource(distributionArn);
        createDelivery(source, createDestination(), admit(source));
        outputs(Map.of("bucket", bucket.bucketName()));
    }

    private LogDeliverySource createSource(Output<String> distributionArn) {
        return new LogDeliverySource(
                child("source"),
                LogDeliverySourceArgs.builder()
                        .name(physicalName())
                        .resourceArn(distributionArn)
                        .logType("ACCESS_LOGS")
                        .build(),
                insideGlobalRegion());
    }

    private LogDeliveryDestination createDestination() {
        return new LogDeliveryDestination(
                child("destination"),
                LogDeliveryDestinationArgs.builder()
                        .name(physicalName())
                        .outputFormat("json")
                        .deliveryDestinationConfiguration(
                                LogDeliveryDestinationDeliveryDestinationConfigurationArgs.builder()
                                        .destinationResourceArn(bucket.arn())
                                        .build())
                        .build(),
                insideGlobalRegion());
    }

    /** AWS would write a policy of its own into a bucket that does not admit the delivery yet. */
    private void createDelivery(LogDeliverySource source, LogDeliveryDestination destination, BucketPolicy admitted) {
        new LogDelivery(
                child("delivery"),
                LogDeliveryArgs.builder()
                        .deliverySourceName(source.name())
                        .deliveryDestinationArn(destination.arn())
                        .recordFields(FIELDS)
                        .build(),
                CustomResourceOptions.merge(insideGlobalRegion(), after(admitted)));
    }

    private BucketPolicy admit(LogDeliverySource source) {
        var account = stack().providers().account();
        return bucket.admit(Statement.allow("s3:PutObject")
                .on(account.apply(id -> bucket.objects("AWSLogs/" + id + "/*")))
                .by("Service", Output.of("delivery.logs.amazonaws.com"))
                .when("StringEquals", "aws:SourceAccount", account)
                .when("StringEquals", "s3:x-amz-acl", Output.of("bucket-owner-full-control"))
                .when("ArnLike", "aws:SourceArn", source.arn()));
    }

    private String physicalName() {
        return stack().names().of(NameRule.LOG_DELIVERY, name());
    }
}
