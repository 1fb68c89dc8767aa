package groundwork.network;

import groundwork.base.StackContext;
import groundwork.plan.network.SubnetPlan;

/** The network that the stack file asks for; none where nothing would live in it. */
public final class Networks {
    private Networks() {}

    public static Network create(String name, SubnetPlan plan, StackContext stack) {
        if (!stack.settings().needsNetwork()) {
            return new NoNetwork();
        }
        return switch (stack.settings().network().builder()) {
            case GROUNDWORK -> new GroundworkNetwork(name, plan, stack);
            case AWSX -> new AwsxNetwork(name, plan, stack);
        };
    }
}
