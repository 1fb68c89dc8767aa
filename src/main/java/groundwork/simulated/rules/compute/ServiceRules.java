package groundwork.simulated.rules.compute;

import static groundwork.aws.ResourceTypes.ECS_CLUSTER_CAPACITY_PROVIDERS;
import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Json;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import groundwork.simulated.rules.network.Forwarding;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What an ECS service needs before it can start. */
public final class ServiceRules {
    private static final String STRATEGIES = "capacityProviderStrategies";

    public static final List<Rule> ALL = List.of(
            Rule.of("launch-type-or-strategy", ServiceRules::launch, ECS_SERVICE),
            Rule.of("strategy-weights", (service, refusals) -> weights(service, STRATEGIES, refusals), ECS_SERVICE),
            Rule.of(
                    "cluster-strategy-weights",
                    (cluster, refusals) -> weights(cluster, "defaultCapacityProviderStrategies", refusals),
                    ECS_CLUSTER_CAPACITY_PROVIDERS),
            Rule.of("deployment-percentages", ServiceRules::percentages, ECS_SERVICE),
            Rule.of("zone-rebalancing", ServiceRules::rebalancing, ECS_SERVICE),
            Rule.of("grace-needs-balancer", ServiceRules::grace, ECS_SERVICE),
            Rule.among("exec-needs-disk", ServiceRules::exec, ECS_SERVICE),
            Rule.among("service-container", ServiceRules::container, ECS_SERVICE),
            Rule.among("service-connect-ports", ServiceRules::connect, ECS_SERVICE),
            Rule.among("service-network", ServiceRules::network, ECS_SERVICE),
            Rule.among("target-group-has-listener", ServiceRules::listener, ECS_SERVICE));

    private ServiceRules() {}

    private static void launch(Existing service, Refusals refusals) {
        refusals.unless(
                !service.has("launchType") || service.list(STRATEGIES).isEmpty(),
                "launchType",
                "excludes a capacity provider strategy; leave launchType out");
    }

    private static void weights(Existing resource, String property, Refusals refusals) {
        int strategies = resource.list(property).size();
        long based = count(resource, property, "base");
        refusals.unless(based <= 1, property, "has a base on %d providers; AWS takes one", based);
        refusals.unless(
                strategies == 0 || count(resource, property, "weight") > 0,
                property,
                "gives every provider the weight 0; one must have more");
    }

    private static long count(Existing resource, String property, String part) {
        return IntStream.range(0, resource.list(property).size())
                .filter(index -> resource.number("%s[%d].%s".formatted(property, index, part))
                                        .orElse(0L)
                                > 0
                        || resource.isUnknown("%s[%d].%s".formatted(property, index, part)))
                .count();
    }

    private static void percentages(Existing service, Refusals refusals) {
        long least = service.number("deploymentMinimumHealthyPercent").orElse(100L);
        long most = service.number("deploymentMaximumPercent").orElse(200L);
        refusals.unless(
                most > least,
                "deploymentMaximumPercent",
                "%d leaves a deployment no room above the minimum of %d",
                most,
                least);
    }

    private static void rebalancing(Existing service, Refusals refusals) {
        refusals.unless(
                service.text("availabilityZoneRebalancing")
                                .filter("ENABLED"::equals)
                                .isEmpty()
                        || service.number("deploymentMaximumPercent").orElse(200L) > 100,
                "availabilityZoneRebalancing",
                "needs a deploymentMaximumPercent above 100");
    }

    private static void grace(Existing service, Refusals refusals) {
        refusals.unless(
                !service.has("healthCheckGracePeriodSeconds") || service.has("loadBalancers"),
                "healthCheckGracePeriodSeconds",
                "only goes with a load balancer");
    }

    /** The agent that opens shells writes to the disk of the container. */
    private static void exec(Existing service, World world, Refusals refusals) {
        var essential = task(service, world).stream()
                .flatMap(task -> Json.objects(task.text("containerDefinitions")).stream())
                .filter(container -> Json.text(container, "essential")
                        .filter("false"::equals)
                        .isEmpty())
                .toList();
        refusals.unless(
                !service.flag("enableExecuteCommand")
                        || essential.isEmpty()
                        || essential.stream().anyMatch(container -> Json.text(container, "readonlyRootFilesystem")
                                .filter("true"::equals)
                                .isEmpty()),
                "enableExecuteCommand",
                "needs a container with a writable root file system");
    }

    private static void container(Existing service, World world, Refusals refusals) {
        var task = task(service, world);
        if (task.isEmpty()) {
            return;
        }
        var containers = Json.objects(task.get().text("containerDefinitions"));
        IntStream.range(0, service.list("loadBalancers").size()).forEach(index -> {
            String balancer = "loadBalancers[" + index + "]";
            String name = service.text(balancer + ".containerName").orElse("");
            var port = service.number(balancer + ".containerPort");
            var container = containers.stream()
                    .filter(each -> Json.text(each, "name").filter(name::equals).isPresent())
                    .findFirst();
            refusals.unless(
                    containers.isEmpty() || container.isPresent(),
                    balancer + ".containerName",
                    "%s is not a container of the task",
                    name);
            container.ifPresent(found -> refusals.unless(
                    port.isEmpty()
                            || Json.objects(found, "portMappings").stream()
                                    .anyMatch(mapping -> Json.number(mapping, "containerPort")
                                            .equals(port)),
                    balancer + ".containerPort",
                    "%s does not map port %d",
                    name,
                    port.orElse(0L)));
        });
    }

    private static void connect(Existing service, World world, Refusals refusals) {
        String offers = "serviceConnectConfiguration.services";
        var names = task(service, world).stream()
                .flatMap(task -> Json.objects(task.text("containerDefinitions")).stream())
                .flatMap(container -> Json.objects(container, "portMappings").stream())
                .flatMap(mapping -> Json.text(mapping, "name").stream())
                .toList();
        IntStream.range(0, names.isEmpty() ? 0 : service.list(offers).size()).forEach(index -> {
            String path = offers + "[" + index + "].portName";
            service.text(path)
                    .ifPresent(name ->
                            refusals.unless(names.contains(name), path, "%s names no port mapping of the task", name));
        });
    }

    private static void network(Existing service, World world, Refusals refusals) {
        boolean ownInterface = task(service, world)
                .flatMap(task -> task.text("networkMode"))
                .filter("awsvpc"::equals)
                .isPresent();
        refusals.unless(
                !ownInterface || service.has("networkConfiguration"),
                "networkConfiguration",
                "is required: the task's network mode is awsvpc");
    }

    private static Optional<Existing> task(Existing service, World world) {
        return service.text("taskDefinition").flatMap(arn -> world.identified(ECS_TASK_DEFINITION, arn));
    }

    private static void listener(Existing service, World world, Refusals refusals) {
        IntStream.range(0, service.list("loadBalancers").size()).forEach(index -> {
            String path = "loadBalancers[" + index + "].targetGroupArn";
            service.text(path)
                    .ifPresent(
                            group -> refusals.unless(
                                    world.waitsFor(service, other -> Forwarding.targets(other)
                                            .contains(group)),
                                    path,
                                    "the service does not wait for a listener or rule that forwards to its target group; make it depend on one"));
        });
    }
}
