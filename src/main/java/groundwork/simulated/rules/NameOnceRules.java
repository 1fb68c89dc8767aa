package groundwork.simulated.rules;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What AWS knows by a name it has once: in a region, in an account, or within whatever the name lies in. */
final class NameOnceRules {
    private static final String DATABASE = "aws:rds/instance:Instance";
    private static final String MEMBER = "aws:rds/clusterInstance:ClusterInstance";
    private static final Set<String> SERVERS = Set.of(DATABASE, MEMBER);

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("aws:cloudwatch/dashboard:Dashboard", "dashboardName"),
            Map.entry("aws:cloudwatch/logGroup:LogGroup", "name"),
            Map.entry("aws:cloudwatch/metricAlarm:MetricAlarm", "name"),
            Map.entry("aws:ec2/securityGroup:SecurityGroup", "name"),
            Map.entry("aws:ecr/repository:Repository", "name"),
            Map.entry("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId"),
            Map.entry("aws:iam/role:Role", "name"),
            Map.entry("aws:lb/loadBalancer:LoadBalancer", "name"),
            Map.entry("aws:lb/targetGroup:TargetGroup", "name"),
            Map.entry("aws:rds/cluster:Cluster", "clusterIdentifier"),
            Map.entry("aws:secretsmanager/secret:Secret", "name"),
            Map.entry("aws:sns/topic:Topic", "name"),
            Map.entry("aws:sqs/queue:Queue", "name"),
            Map.entry("aws:ssm/parameter:Parameter", "name"),
            Map.entry(DATABASE, "identifier"),
            Map.entry(MEMBER, "identifier"));

    static final List<Rule> ALL =
            List.of(Rule.among("name-once", NameOnceRules::judge, NAMES.keySet().toArray(String[]::new)));

    private NameOnceRules() {}

    private static void judge(Existing resource, World world, Refusals refusals) {
        var property = NAMES.get(resource.type());
        resource.text(property).ifPresent(name -> namesakes(resource, property, name, world)
                .filter(other -> other.urn().compareTo(resource.urn()) < 0 && isBeside(other, resource))
                .map(Existing::name)
                .sorted()
                .findFirst()
                .ifPresent(other -> refusals.add(property, "\"%s\" is the name of %s already", name, other)));
    }

    private static Stream<Existing> namesakes(Existing resource, String property, String name, World world) {
        var types = SERVERS.contains(resource.type()) ? SERVERS : Set.of(resource.type());
        return types.stream().flatMap(type -> world.sharing(type, property, name).stream());
    }

    private static boolean isBeside(Existing one, Existing other) {
        return Objects.equals(one.place().region(), other.place().region())
                && one.value("vpcId").equals(other.value("vpcId"));
    }
}
