package groundwork.audit;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudtrail.TrailArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.settings.audit.AuditSettings;
import groundwork.storage.BucketPlan;
import groundwork.storage.PrivateBucket;
import java.util.Map;

/** Every change to the account in any region, recorded so that a changed record shows. */
public final class AuditTrail extends Component {
    private final String physicalName;
    private final PrivateBucket records;
    private final Trail trail;

    public AuditTrail(String name, AuditSettings settings, StackContext stack) {
        super("audit:AuditTrail", name, stack);
        physicalName = stack.names().of(NameRule.TRAIL);
        // The digests that prove the records are written with the key of S3, whatever key the records have.
        records = new PrivateBucket(
                "records", BucketPlan.forAwsServices().versioned().withExpiry(settings.kept()), this);
        trail = createTrail(admitTrail());
        outputs(Map.of("arn", arn()));
    }

    public Output<String> arn() {
        return trail.arn();
    }

    private BucketPolicy admitTrail() {
        var account = stack().providers().account();
        var source = stack().arn("cloudtrail", "trail/" + physicalName);
        var folder = Output.tuple(records.arn(), account)
                .applyValue(known -> "%s/AWSLogs/%s/*".formatted(known.t1, known.t2));
        var service = Output.of("cloudtrail.amazonaws.com");
        return records.admit(
                Statement.allow("s3:GetBucketAcl")
                        .on(records.arn())
                        .by("Service", service)
                        .when("StringEquals", "aws:SourceArn", source),
                Statement.allow("s3:PutObject")
                        .on(folder)
                        .by("Service", service)
                        .when("StringEquals", "aws:SourceArn", source)
                        .when("StringEquals", "s3:x-amz-acl", Output.of("bucket-owner-full-control")));
    }

    private Trail createTrail(BucketPolicy admitted) {
        var arguments = TrailArgs.builder()
                .name(physicalName)
                .s3BucketName(records.bucketName())
                .isMultiRegionTrail(true)
                .includeGlobalServiceEvents(true)
                .enableLogFileValidation(true);
        stack().keyArn().ifPresent(arguments::kmsKeyId);
        return new Trail(child("trail"), arguments.build(), after(admitted));
    }
}
