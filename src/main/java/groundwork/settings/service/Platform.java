package groundwork.settings.service;

import static groundwork.aws.ResourceTypes.APPRUNNER_SERVICE;
import static groundwork.aws.ResourceTypes.LB_TARGET_GROUP;

import groundwork.aws.NumberRange;
import groundwork.aws.TaskSizes;

/** What runs a service: the facts in which one platform differs from another. */
public enum Platform {
    FARGATE("Fargate", TaskSizes.FARGATE, new HealthCheck("an ALB health check", LB_TARGET_GROUP, "healthCheck"), true),
    APP_RUNNER(
            "App Runner",
            TaskSizes.APP_RUNNER,
            new HealthCheck("App Runner", APPRUNNER_SERVICE, "healthCheckConfiguration"),
            false);

    private final String label;
    private final TaskSizes sizes;
    private final HealthCheck healthCheck;
    private final boolean isInNetwork;

    Platform(String label, TaskSizes sizes, HealthCheck healthCheck, boolean isInNetwork) {
        this.label = label;
        this.sizes = sizes;
        this.healthCheck = healthCheck;
        this.isInNetwork = isInNetwork;
    }

    /** Who checks the health of a service, and the block of the resource type that has the limits. */
    public record HealthCheck(String asker, String type, String block) {
        public NumberRange range(String property) {
            return NumberRange.of(type, block + "." + property);
        }
    }

    public String label() {
        return label;
    }

    public TaskSizes sizes() {
        return sizes;
    }

    public HealthCheck healthCheck() {
        return healthCheck;
    }

    /** Whether its services run in the VPC behind the stack's load balancer, and may run no task at all. */
    public boolean isInNetwork() {
        return isInNetwork;
    }
}
