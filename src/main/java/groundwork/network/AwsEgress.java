package groundwork.network;

import com.pulumi.core.Output;
import java.util.Optional;

/**
 * Over the internet, or through endpoints in the VPC: their security group, S3's prefix list for image layers, and
 * DynamoDB's where a service links to a table.
 */
public record AwsEgress(
        Optional<Output<String>> endpointGroup,
        Optional<Output<String>> s3PrefixList,
        Optional<Output<String>> dynamoDbPrefixList) {
    public static AwsEgress overTheInternet() {
        return new AwsEgress(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean isPrivate() {
        return endpointGroup.isPresent();
    }
}
