package groundwork.plan.watch;

/** What CloudWatch tells things apart by; the values are known only once they are built. */
public enum Dimension {
    CLUSTER("ClusterName"),
    SERVICE("ServiceName"),
    RUNNER("ServiceName"),
    RUNNER_ID("ServiceID"),
    LOAD_BALANCER("LoadBalancer"),
    TARGET_GROUP("TargetGroup"),
    ALTERNATE_GROUP("TargetGroup"),
    DATABASE("DBInstanceIdentifier"),
    DATABASE_CLUSTER("DBClusterIdentifier"),
    CACHE_NODE("CacheClusterId"),
    QUEUE("QueueName"),
    DEAD_LETTERS("QueueName"),
    TABLE("TableName"),
    GET_ITEM("Operation"),
    BATCH_GET_ITEM("Operation"),
    QUERY("Operation"),
    SCAN("Operation"),
    PUT_ITEM("Operation"),
    UPDATE_ITEM("Operation"),
    DELETE_ITEM("Operation"),
    BATCH_WRITE_ITEM("Operation"),
    APPLICATION("Service"),
    DISTRIBUTION("DistributionId"),
    EDGES("Region"),
    APP("App"),
    NAT_GATEWAY("NatGatewayId"),

    /** No metric has it; the size of a disk, which thresholds are a share of. */
    ALLOCATED_GIGABYTES("");

    private final String label;

    Dimension(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
