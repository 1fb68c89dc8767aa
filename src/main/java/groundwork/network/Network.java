package groundwork.network;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.plan.network.NetworkPlan;
import groundwork.plan.network.SubnetPlan.Tier;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.List;

/** A VPC with three tiers of subnets, whoever builds it. */
public interface Network extends Watchable {
    NetworkPlan plan();

    Output<String> vpcId();

    Output<List<String>> subnets(Tier tier);

    /** The ARNs of one zone's subnets of tasks, for whoever wants to see what happens without it. */
    List<Output<String>> oneZone();

    /** Whether tasks run in public subnets, because there is no other way out for them. */
    default boolean tasksArePublic() {
        return plan().taskTier() == Tier.PUBLIC;
    }

    /** What must exist before a task can reach the services that it needs to start. */
    List<Resource> readyForTasks();

    /** How tasks reach AWS itself: image pulls, logs, secrets. */
    AwsEgress awsEgress();

    /** How many zones tasks run in; each has one of the subnets. */
    default int taskZones() {
        return plan().taskZones();
    }

    /** The NAT gateways, where this program creates them itself. */
    @Override
    default List<Watched> watched(WatchRules rules) {
        return List.of();
    }

    default Output<List<String>> taskSubnets() {
        return subnets(plan().taskTier());
    }
}
