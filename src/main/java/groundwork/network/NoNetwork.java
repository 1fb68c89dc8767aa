package groundwork.network;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.plan.network.SubnetPlan.Tier;
import java.util.List;

/** Stands where there is no VPC, because nothing lives in one. */
final class NoNetwork implements Network {
    @Override
    public Output<String> vpcId() {
        throw missing();
    }

    @Override
    public Output<List<String>> subnets(Tier tier) {
        throw missing();
    }

    @Override
    public List<Output<String>> oneZone() {
        throw missing();
    }

    @Override
    public int taskZones() {
        return 0;
    }

    @Override
    public boolean tasksArePublic() {
        throw missing();
    }

    @Override
    public List<Resource> readyForTasks() {
        return List.of();
    }

    @Override
    public AwsEgress awsEgress() {
        return AwsEgress.overTheInternet();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("this stack has no VPC");
    }
}
