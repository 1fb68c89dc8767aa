package groundwork.simulated.rules.compute;

import static groundwork.aws.ResourceTypes.APPRUNNER_AUTO_SCALING_CONFIGURATION_VERSION;
import static groundwork.aws.ResourceTypes.APPRUNNER_SERVICE;

import groundwork.aws.TaskSizes;
import groundwork.simulated.Existing;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;

/** What App Runner insists on. */
public final class RunnerRules {
    private static final String SOURCE = "sourceConfiguration.";
    public static final List<Rule> ALL = List.of(
            Rule.of("runner-size", RunnerRules::size, APPRUNNER_SERVICE),
            Rule.of("runner-access", RunnerRules::access, APPRUNNER_SERVICE),
            Rule.of("runner-scaling", RunnerRules::scaling, APPRUNNER_AUTO_SCALING_CONFIGURATION_VERSION));

    private RunnerRules() {}

    private static void size(Existing service, Refusals refusals) {
        int cpu = service.number("instanceConfiguration.cpu").orElse(1024L).intValue();
        int memory =
                service.number("instanceConfiguration.memory").orElse(2048L).intValue();
        refusals.unless(
                TaskSizes.APP_RUNNER.memoriesFor(cpu).contains(memory),
                "instanceConfiguration",
                "%d MiB don't go with %d CPU units",
                memory,
                cpu);
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
        scaling.number("minSize")
                .ifPresent(least ->
                        refusals.unless(least <= scaling.number("maxSize").orElse(25L), "minSize", "is above maxSize"));
    }
}
