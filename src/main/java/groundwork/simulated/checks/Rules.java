package groundwork.simulated.checks;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import groundwork.simulated.Existing;
import groundwork.simulated.Finding;
import groundwork.simulated.World;
import groundwork.simulated.rules.ChoiceRules;
import groundwork.simulated.rules.NameOnceRules;
import groundwork.simulated.rules.NameRules;
import groundwork.simulated.rules.RangeRules;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.RequiredInputs;
import groundwork.simulated.rules.Rule;
import groundwork.simulated.rules.TagRules;
import groundwork.simulated.rules.compute.ContainerRules;
import groundwork.simulated.rules.compute.DeploymentRules;
import groundwork.simulated.rules.compute.RunnerRules;
import groundwork.simulated.rules.compute.ScalingRules;
import groundwork.simulated.rules.compute.ScheduleRules;
import groundwork.simulated.rules.compute.ServiceRules;
import groundwork.simulated.rules.compute.TaskRules;
import groundwork.simulated.rules.data.CacheRules;
import groundwork.simulated.rules.data.DatabaseRules;
import groundwork.simulated.rules.data.QueueRules;
import groundwork.simulated.rules.data.StorageRules;
import groundwork.simulated.rules.data.TableRules;
import groundwork.simulated.rules.data.VolumeRules;
import groundwork.simulated.rules.network.EdgeRules;
import groundwork.simulated.rules.network.FirewallRules;
import groundwork.simulated.rules.network.GatewayRules;
import groundwork.simulated.rules.network.ListenerRules;
import groundwork.simulated.rules.network.LoadBalancerRules;
import groundwork.simulated.rules.network.NetworkRules;
import groundwork.simulated.rules.network.SecurityGroupRules;
import groundwork.simulated.rules.operations.AlarmRules;
import groundwork.simulated.rules.operations.KeepingRules;
import groundwork.simulated.rules.permissions.PolicyRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The table of all rules. */
public final class Rules {
    private static final List<Rule> ALL = Stream.of(
                    NameRules.ALL,
                    NameOnceRules.ALL,
                    RangeRules.ALL,
                    ChoiceRules.ALL,
                    NetworkRules.ALL,
                    SecurityGroupRules.ALL,
                    LoadBalancerRules.ALL,
                    ListenerRules.ALL,
                    TaskRules.ALL,
                    ContainerRules.ALL,
                    ServiceRules.ALL,
                    RunnerRules.ALL,
                    ScalingRules.ALL,
                    DatabaseRules.ALL,
                    CacheRules.ALL,
                    QueueRules.ALL,
                    TableRules.ALL,
                    ScheduleRules.ALL,
                    PolicyRules.ALL,
                    AlarmRules.ALL,
                    EdgeRules.ALL,
                    GatewayRules.ALL,
                    FirewallRules.ALL,
                    KeepingRules.ALL,
                    StorageRules.ALL,
                    VolumeRules.ALL,
                    DeploymentRules.ALL)
            .flatMap(Collection::stream)
            .toList();

    private static final Map<String, List<Rule>> BY_TYPE = ALL.stream()
            .collect(flatMapping(
                    rule -> rule.types().stream().map(type -> Map.entry(type, rule)),
                    groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))));

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }

    /** Everything AWS would refuse, in a stable order. */
    public static SortedSet<Finding> judge(World world) {
        var found = new TreeSet<Finding>();
        world.all().stream()
                .filter(resource -> !resource.adopted())
                .forEach(resource -> found.addAll(judge(resource, world)));
        return found;
    }

    /** Everything AWS would refuse about one resource. */
    public static SortedSet<Finding> judge(Existing resource, World world) {
        var found = new TreeSet<Finding>();
        RequiredInputs.judge(resource, new Refusals(RequiredInputs.NAME, resource, found));
        TagRules.judge(resource, new Refusals(TagRules.NAME, resource, found));
        for (var rule : BY_TYPE.getOrDefault(resource.type(), List.of())) {
            rule.check().judge(resource, world, new Refusals(rule.name(), resource, found));
        }
        return found;
    }
}
