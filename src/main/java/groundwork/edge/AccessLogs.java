package groundwork.edge;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import groundwork.base.Component;
import groundwork.identity.Statement;
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
        var objects = account().apply(account -> bucket.objects("AWSLogs/" + account + "/*"));
        return Statement.allow("s3:PutObject")
                .on(objects)
                .by("Service", Output.of("logdelivery.elasticloadbalancing.amazonaws.com"));
    }

    private Output<String> account() {
        var options =
                InvokeOptions.builder().provider(site().providers().home()).build();
        return AwsFunctions.getCallerIdentity(GetCallerIdentityArgs.builder().build(), options)
                .applyValue(identity -> identity.accountId());
    }
}
