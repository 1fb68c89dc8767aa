package groundwork.plan.watch;

/** What CloudWatch tells things apart by; the values are known only once they are built. */
public enum Dimension {
    CLUSTER("ClusterName"),
    SERVICE("ServiceName"),
    RUNNER("ServiceName"),
    RUNNER_ID("ServiceID"),
    LOAD_BALANCER("LoadBalancer"),
    TARGET_GROUP("TargetGroup"),
    DATABASE("DBInstanceIdentifier"),
    DATABASE_CLUSTER("DBClusterIdentifier"),
    CACHE_NODE("CacheClusterId"),
    QUEUE("QueueName"),
    DEAD_LETTERS("QueueName"),
    APPLICATION("Service"),
    DISTRIBUTION("DistributionId"),
    EDGES("Region"),
    APP("App");

    private final String label;

    Dimension(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
