package groundwork.simulated.rules.network;

import static groundwork.aws.ResourceTypes.LB_LOAD_BALANCER;
import static groundwork.aws.ResourceTypes.LB_TARGET_GROUP;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;

/** What a load balancer and its target groups need. */
public final class LoadBalancerRules {

    public static final List<Rule> ALL = List.of(
            Rule.among("balancer-two-zones", LoadBalancerRules::twoZones, LB_LOAD_BALANCER),
            Rule.of("target-group-port", LoadBalancerRules::port, LB_TARGET_GROUP),
            Rule.of("target-group-timings", LoadBalancerRules::timings, LB_TARGET_GROUP),
            Rule.of("health-check", LoadBalancerRules::healthCheck, LB_TARGET_GROUP));

    private LoadBalancerRules() {}

    private static void twoZones(Existing balancer, World world, Refusals refusals) {
        if (!balancer.text("loadBalancerType").orElse("application").equals("application")
                || balancer.isUnknown("subnets")
                || !balancer.has("subnets")) {
            return;
        }
        var subnets = balancer.texts("subnets");
        if (subnets.size() < balancer.list("subnets").size()) {
            return;
        }
        int zones = Subnets.zones(subnets, world).map(found -> found.size()).orElse(subnets.size());
        refusals.unless(zones >= 2, "subnets", "are in %d zone; a load balancer needs at least two", zones);
        Subnets.zonesTwice(subnets, world)
                .forEach(zone -> refusals.add("subnets", "has two subnets in %s; one per zone is allowed", zone));
    }

    private static void port(Existing group, Refusals refusals) {
        if (group.text("targetType").filter("lambda"::equals).isPresent()) {
            refusals.unless(!group.has("port"), "port", "a target group of Lambda functions has no port");
            return;
        }
        refusals.unless(group.has("port"), "port", "is required unless the target type is lambda");
        refusals.unless(group.has("protocol"), "protocol", "is required unless the target type is lambda");
        refusals.unless(group.has("vpcId"), "vpcId", "is required unless the target type is lambda");
    }

    private static void timings(Existing group, Refusals refusals) {
        group.number("slowStart")
                .ifPresent(seconds -> refusals.unless(
                        seconds == 0 || seconds >= 30 && seconds <= 900,
                        "slowStart",
                        "is %d; AWS takes 0 or 30 to 900",
                        seconds));
    }

    private static void healthCheck(Existing group, Refusals refusals) {
        group.number("healthCheck.timeout")
                .ifPresent(timeout -> refusals.unless(
                        timeout < group.number("healthCheck.interval").orElse(30L),
                        "healthCheck.timeout",
                        "is %d; it must be shorter than the interval",
                        timeout));
        group.text("healthCheck.path")
                .ifPresent(path -> refusals.unless(
                        path.startsWith("/") && path.length() <= 1024,
                        "healthCheck.path",
                        "\"%s\" must start with / and have at most 1024 characters",
                        path));
        refusals.matches(
                "healthCheck.matcher",
                "[2-5]\\d\\d(?:[-,][2-5]\\d\\d)*",
                "\"%s\" is not a list of status codes such as 200-299");
    }
}
