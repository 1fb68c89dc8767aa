package groundwork.edge.cdn;

import com.pulumi.aws.cloudfront.OriginAccessControl;
import com.pulumi.aws.cloudfront.OriginAccessControlArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.storage.BucketPlan;
import groundwork.storage.PrivateBucket;
import java.util.Map;

/** Files that the CDN serves, in a bucket that only it can read. */
final class StaticFiles extends Component {
    private final PrivateBucket bucket;
    private final OriginAccessControl access;

    StaticFiles(String suffix, Component cdn) {
        super("edge:StaticFiles", suffix, cdn);
        bucket = new PrivateBucket("bucket", BucketPlan.forAwsServices(), this);
        access = createAccess();
        outputs(Map.of("bucket", bucketName()));
    }

    Output<String> bucketName() {
        return bucket.bucketName();
    }

    Output<String> host() {
        return bucket.regionalHost();
    }

    Output<String> accessId() {
        return access.id();
    }

    /** Who may not list a bucket hears 403 of a file that is missing, as if it were forbidden. */
    void admit(Output<String> distributionArn) {
        bucket.admit(
                forCdn("s3:GetObject", bucket.objects("*"), distributionArn),
                forCdn("s3:ListBucket", bucket.arn(), distributionArn));
    }

    private static Statement forCdn(String action, Output<String> resource, Output<String> distributionArn) {
        return Statement.allow(action)
                .on(resource)
                .by("Service", Output.of("cloudfront.amazonaws.com"))
                .when("StringEquals", "aws:SourceArn", distributionArn);
    }

    private OriginAccessControl createAccess() {
        return new OriginAccessControl(
                child("access"),
                OriginAccessControlArgs.builder()
                        .name(stack().names().of(NameRule.ORIGIN_ACCESS, name()))
                        .originAccessControlOriginType("s3")
                        .signingBehavior("always")
                        .signingProtocol("sigv4")
                        .build(),
                inside());
    }
}
