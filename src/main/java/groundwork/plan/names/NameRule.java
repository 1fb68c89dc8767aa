package groundwork.plan.names;

import groundwork.aws.PhysicalName;

/** How long a made-up name may be, by the name of the rule in {@code aws/names.yaml}; a component may have one of its own. */
public record NameRule(int limit) {
    public static final NameRule ALARM = of("alarm-name");
    public static final NameRule AMPLIFY_APP = of("amplify-app-name");
    public static final NameRule BACKUP = of("backup-vault-name");
    public static final NameRule BUDGET = of("budget-name");
    public static final NameRule CACHE = of("replication-group-id");
    public static final NameRule CACHE_POLICY = of("cache-policy-name");
    public static final NameRule CLUSTER = of("cluster-name");
    public static final NameRule DASHBOARD = of("dashboard-name");
    public static final NameRule DATABASE = of("database-identifier");
    public static final NameRule DEPLOYMENT = of("deployment-application-name");
    public static final NameRule EVENT_RULE = of("event-rule-name");
    /** RDS adds a time to it, within 60 characters. */
    public static final NameRule EXPORT_TASK = new NameRule(40);

    public static final NameRule FUNCTION = of("edge-function-name");
    public static final NameRule HEADERS_POLICY = of("headers-policy-name");
    public static final NameRule HTTP_API = of("http-api-name");
    public static final NameRule LOAD_BALANCER = of("load-balancer-name");
    public static final NameRule LOG_DELIVERY = of("log-delivery-source-name");
    public static final NameRule PARAMETER_GROUP = of("database-parameter-group-name");
    public static final NameRule ORIGIN_ACCESS = of("origin-access-name");
    public static final NameRule POLICY = of("policy-name");
    public static final NameRule QUEUE = of("queue-name", ".fifo");
    public static final NameRule ROLE = of("role-name");
    public static final NameRule SCHEDULE = of("schedule-name");
    public static final NameRule SECURITY_GROUP = of("security-group-name");
    public static final NameRule SERVICE = of("service-name");
    public static final NameRule STATE_MACHINE = of("state-machine-name");
    public static final NameRule SUBNET_GROUP = of("database-subnet-group-name");
    public static final NameRule TARGET_GROUP = of("target-group-name");
    public static final NameRule TASK_FAMILY = of("task-family");
    public static final NameRule TOPIC = of("topic-name", ".fifo");
    public static final NameRule TRAIL = of("trail-name");
    public static final NameRule VPC_LINK = of("vpc-link-name");
    public static final NameRule WEB_ACL = of("web-acl-name");
    public static final NameRule BUCKET_PREFIX = of("bucket-prefix", "-");

    public static NameRule of(String rule) {
        return of(rule, "");
    }

    /** Room is left for an ending. */
    private static NameRule of(String rule, String ending) {
        return new NameRule(PhysicalName.of(rule).longest() - ending.length());
    }
}
