package groundwork.edge;

import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.permissions.Statement;
import groundwork.storage.BucketPlan;
import groundwork.storage.PrivateBucket;
import java.time.Duration;
import java.util.Map;

/** Every request that the load balancer answered, in a bucket that only it can write to. */
final class AccessLogs extends Component {
    private final PrivateBucket bucket;
    private final BucketPolicy policy;

    AccessLogs(String suffix, Duration kept, Component balancer) {
        super("edge:AccessLogs", suffix, balancer);
        bucket = new PrivateBucket("files", BucketPlan.forAwsServices().withExpiry(kept), this);
        policy = bucket.admit(delivery());
        outputs(Map.of("bucket", bucket.bucketName()));
    }

    LoadBalancerAccessLogsArgs arguments() {
        return LoadBalancerAccessLogsArgs.builder()
                .bucket(bucket.bucketName())
                .enabled(true)
                .build();
    }

    BucketPolicy ready() {
        return policy;
    }

    private Statement delivery() {
        var account = stack().providers().account();
        return Statement.allow("s3:PutObject")
                .on(account.apply(id -> bucket.objects("AWSLogs/" + id + "/*")))
                .by("Service", Output.of("logdelivery.elasticloadbalancing.amazonaws.com"))
                .when("ArnLike", "aws:SourceArn", stack().arn("elasticloadbalancing", "loadbalancer/*"));
    }
}
