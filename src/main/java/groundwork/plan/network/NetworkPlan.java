package groundwork.plan.network;

import static java.util.Objects.requireNonNull;

import groundwork.plan.network.SubnetPlan.Tier;
import groundwork.settings.NetworkSettings;
import groundwork.settings.StackSettings;
import java.util.List;
import java.util.Optional;

/**
 * The VPC, its subnets, and the AWS services that tasks reach inside it where they have no other way to them.
 *
 * @param interfaces the services that need an interface endpoint
 */
public record NetworkPlan(NetworkSettings settings, SubnetPlan subnets, List<String> interfaces) {
    public NetworkPlan {
        requireNonNull(settings, "settings is null");
        requireNonNull(subnets, "subnets is null");
        interfaces = List.copyOf(interfaces);
    }

    /** None where nothing would live in it. */
    public static Optional<NetworkPlan> of(String region, StackSettings settings) {
        if (!settings.needsNetwork()) {
            return Optional.empty();
        }
        var network = settings.network();
        return Optional.of(new NetworkPlan(
                network,
                SubnetPlan.of(region, network),
                network.privateEndpoints() ? PrivateServices.interfaces(settings) : List.of()));
    }

    /** The subnets of tasks: public ones where there is no other way out for them. */
    public Tier taskTier() {
        return settings.tasksArePublic() ? Tier.PUBLIC : Tier.PRIVATE;
    }

    /** How many zones tasks run in; each has one of the subnets. */
    public int taskZones() {
        return (int) subnets.in(taskTier()).count();
    }
}
