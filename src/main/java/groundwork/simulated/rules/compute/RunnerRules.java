package groundwork.simulated.rules.compute;

import groundwork.simulated.Existing;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What App Runner insists on. */
public final class RunnerRules {
    private static final String SERVICE = "aws:apprunner/service:Service";
    private static final String SCALING =
            "aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion";
    private static final String CONNECTOR = "aws:apprunner/vpcConnector:VpcConnector";
    private static final String SOURCE = "sourceConfiguration.";
    private static final Map<String, Set<String>> SIZES = Map.of(
            "256", Set.of("512", "1024"),
            "512", Set.of("1024"),
            "1024", Set.of("2048", "3072", "4096"),
            "2048", Set.of("4096", "6144"),
            "4096", Set.of("8192", "10240", "12288"));

    public static final List<Rule> ALL = List.of(
            Rule.of("runner-size", RunnerRules::size, SERVICE),
            Rule.of("runner-health", RunnerRules::health, SERVICE),
            Rule.of("runner-access", RunnerRules::access, SERVICE),
            Rule.of("runner-scaling", RunnerRules::scaling, SCALING),
            Rule.of("runner-connector-groups", RunnerRules::groups, CONNECTOR));

    private RunnerRules() {}

    private static void size(Existing service, Refusals refusals) {
        var cpu = service.text("instanceConfiguration.cpu").orElse("1024");
        var memory = service.text("instanceConfiguration.memory").orElse("2048");
        refusals.unless(
                SIZES.getOrDefault(cpu, Set.of()).contains(memory),
                "instanceConfiguration",
                "%s MiB don't go with %s CPU units",
                memory,
                cpu);
    }

    private static void health(Existing service, Refusals refusals) {
        for (var figure : List.of("interval", "timeout", "healthyThreshold", "unhealthyThreshold")) {
            refusals.within("healthCheckConfiguration." + figure, 1, 20);
        }
    }

    private static void access(Existing service, Refusals refusals) {
        boolean isPrivate = service.text(SOURCE + "imageRepository.imageRepositoryType")
                .filter("ECR"::equals)
                .isPresent();
        refusals.unless(
                !isPrivate || service.has(SOURCE + "authenticationConfiguration.accessRoleArn"),
                SOURCE + "authenticationConfiguration.accessRoleArn",
                "is required to pull from ECR");
        refusals.unless(
                isPrivate || !service.flag(SOURCE + "autoDeploymentsEnabled"),
                SOURCE + "autoDeploymentsEnabled",
                "only goes with a private repository");
    }

    private static void scaling(Existing scaling, Refusals refusals) {
        refusals.within("maxConcurrency", 1, 200);
        refusals.within("minSize", 1, 25);
        refusals.within("maxSize", 1, 25);
        scaling.number("minSize")
                .ifPresent(least ->
                        refusals.unless(least <= scaling.number("maxSize").orElse(25L), "minSize", "is above maxSize"));
    }

    private static void groups(Existing connector, Refusals refusals) {
        int groups = connector.list("securityGroups").size();
        refusals.unless(groups <= 5, "securityGroups", "has %d; AWS takes 5", groups);
    }
}
