package groundwork.resilience.chaos;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What experiments may touch.
 *
 * @param services by their names in the stack file
 * @param zone the ARNs of at most five subnets, all of one zone
 * @param stop the alarm that ends an experiment
 */
public record ExperimentTargets(
        Output<String> clusterArn,
        SortedMap<String, Service> services,
        List<Output<String>> zone,
        Optional<Output<String>> stop) {
    private static final int MOST_SUBNETS = 5;

    /** The name that ECS has for a service, and the fewest tasks that it runs. */
    public record Service(Output<String> name, int tasks) {
        public Service {
            requireNonNull(name, "name is null");
        }
    }

    public ExperimentTargets {
        requireNonNull(clusterArn, "clusterArn is null");
        requireNonNull(stop, "stop is null");
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        zone = List.copyOf(zone);
        if (zone.size() > MOST_SUBNETS) {
            throw new IllegalArgumentException("an experiment names at most five subnets");
        }
    }

    /** Every task of the cluster. */
    Output<String> tasks() {
        return clusterArn.applyValue(arn -> arn.replace(":cluster/", ":task/") + "/*");
    }

    /** The beginning of ARNs in this account and region. */
    Output<String> ec2() {
        return clusterArn.applyValue(
                arn -> arn.substring(0, arn.lastIndexOf(':') + 1).replace(":ecs:", ":ec2:"));
    }
}
