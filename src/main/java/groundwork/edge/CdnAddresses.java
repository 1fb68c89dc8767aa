package groundwork.edge;

import com.pulumi.aws.ec2.Ec2Functions;
import com.pulumi.aws.ec2.inputs.GetManagedPrefixListArgs;
import com.pulumi.aws.ec2.outputs.GetManagedPrefixListResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import groundwork.base.StackContext;

/** Where CloudFront's requests come from, in a list that AWS keeps. */
public final class CdnAddresses {
    private static final String LIST = "com.amazonaws.global.cloudfront.origin-facing";

    private CdnAddresses() {}

    public static Output<String> prefixList(StackContext stack) {
        return Ec2Functions.getManagedPrefixList(
                        GetManagedPrefixListArgs.builder().name(LIST).build(),
                        InvokeOptions.builder()
                                .provider(stack.providers().home())
                                .build())
                .applyValue(GetManagedPrefixListResult::id);
    }
}
