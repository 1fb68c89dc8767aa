package groundwork.network;

import com.pulumi.core.Output;
import java.util.Optional;

/** Over the internet, or through endpoints in the VPC: their security group, and S3's prefix list for image layers. */
public record AwsEgress(Optional<Output<String>> endpointGroup, Optional<Output<String>> s3PrefixList) {
    public static AwsEgress overTheInternet() {
        return new AwsEgress(Optional.empty(), Optional.empty());
    }

    public boolean isPrivate() {
        return endpointGroup.isPresent();
    }
}
