package groundwork.network;

import com.pulumi.core.Output;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How tasks reach AWS: over the internet, or through endpoints in the VPC.
 *
 * @param endpointGroup the security group of the interface endpoints
 * @param prefixLists those of the gateway endpoints, by service
 */
public record AwsEgress(Optional<Output<String>> endpointGroup, SortedMap<String, Output<String>> prefixLists) {
    public AwsEgress {
        prefixLists = Collections.unmodifiableSortedMap(new TreeMap<>(prefixLists));
    }

    public static AwsEgress overTheInternet() {
        return new AwsEgress(Optional.empty(), new TreeMap<>());
    }

    public boolean isPrivate() {
        return endpointGroup.isPresent();
    }
}
