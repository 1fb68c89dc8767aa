package groundwork.network;

import groundwork.base.Site;
import groundwork.plan.network.SubnetPlan;

/** The network that the stack file asks for; none where nothing would live in it. */
public final class Networks {
    private Networks() {}

    public static Network create(String name, SubnetPlan plan, Site site) {
        if (!site.settings().needsNetwork()) {
            return new NoNetwork();
        }
        return switch (site.settings().network().builder()) {
            case GROUNDWORK -> new GroundworkNetwork(name, plan, site);
            case AWSX -> new AwsxNetwork(name, plan, site);
        };
    }
}
