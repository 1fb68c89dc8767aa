package groundwork.network;

import groundwork.base.StackContext;
import groundwork.plan.network.NetworkPlan;
import java.util.Optional;

/** The network that the stack file asks for; none where nothing would live in it. */
public final class Networks {
    private Networks() {}

    public static Optional<Network> create(String name, Optional<NetworkPlan> plan, StackContext stack) {
        return plan.map(it -> create(name, it, stack));
    }

    private static Network create(String name, NetworkPlan plan, StackContext stack) {
        return switch (plan.settings().builder()) {
            case GROUNDWORK -> new GroundworkNetwork(name, plan, stack);
            case AWSX -> new AwsxNetwork(name, plan, stack);
        };
    }
}
