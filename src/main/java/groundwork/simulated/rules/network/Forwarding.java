package groundwork.simulated.rules.network;

import static groundwork.aws.ResourceTypes.LB_LISTENER;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which target groups listeners and their rules send requests to. */
public final class Forwarding {
    private static final Map<String, String> ACTIONS =
            Map.of(LB_LISTENER, "defaultActions", LB_LISTENER_RULE, "actions");

    private Forwarding() {}

    /** The target groups a listener or rule forwards to; none for anything else. */
    public static Set<String> targets(Existing resource) {
        var targets = new TreeSet<String>();
        Optional.ofNullable(ACTIONS.get(resource.type()))
                .ifPresent(actions -> indices(resource, actions).forEach(action -> {
                    resource.text(action + ".targetGroupArn").ifPresent(targets::add);
                    indices(resource, action + ".forward.targetGroups")
                            .forEach(group -> resource.text(group + ".arn").ifPresent(targets::add));
                }));
        return targets;
    }

    /** How many target groups each load balancer sends requests to. */
    public static SortedMap<String, Integer> targetGroups(World world) {
        var byBalancer = new TreeMap<String, Set<String>>();
        Stream.concat(world.ofType(LB_LISTENER).stream(), world.ofType(LB_LISTENER_RULE).stream())
                .forEach(resource -> balancer(resource, world).ifPresent(balancer -> byBalancer
                        .computeIfAbsent(balancer, key -> new TreeSet<>())
                        .addAll(targets(resource))));
        var counts = new TreeMap<String, Integer>();
        byBalancer.forEach((balancer, targets) -> counts.put("on " + balancer, targets.size()));
        return counts;
    }

    private static Optional<String> balancer(Existing resource, World world) {
        return resource.text("loadBalancerArn").or(() -> resource.text("listenerArn")
                .flatMap(arn -> world.identified(LB_LISTENER, arn))
                .flatMap(listener -> listener.text("loadBalancerArn")));
    }

    private static Stream<String> indices(Existing resource, String property) {
        return IntStream.range(0, resource.list(property).size()).mapToObj(index -> property + "[" + index + "]");
    }
}
