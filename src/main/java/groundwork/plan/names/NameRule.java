package groundwork.plan.names;

import groundwork.aws.PhysicalName;

/** The kinds of names that are made up, each within what AWS allows of it. */
public enum NameRule {
    ALARM("alarm-name"),
    AMPLIFY_APP("amplify-app-name"),
    APP_RUNNER_CONNECTOR("apprunner-connector-name"),
    APP_RUNNER_OBSERVABILITY("apprunner-observability-name"),
    APP_RUNNER_SCALING("apprunner-scaling-name"),
    APP_RUNNER_SERVICE("apprunner-service-name"),
    BACKUP("backup-vault-name"),
    BUDGET("budget-name"),
    CACHE("replication-group-id"),
    CACHE_POLICY("cache-policy-name"),
    CLUSTER("cluster-name"),
    DASHBOARD("dashboard-name"),
    DATABASE("database-identifier"),
    DEPLOYMENT("deployment-application-name"),
    EVENT_RULE("event-rule-name"),
    /** RDS adds a time to it, within 60 characters. */
    EXPORT_TASK(40),
    FUNCTION("edge-function-name"),
    HEADERS_POLICY("headers-policy-name"),
    LOAD_BALANCER("load-balancer-name"),
    LOG_DELIVERY("log-delivery-source-name"),
    PARAMETER_GROUP("database-parameter-group-name"),
    ORIGIN_ACCESS("origin-access-name"),
    POLICY("policy-name"),
    QUEUE("queue-name", ".fifo"),
    ROLE("role-name"),
    SCHEDULE("schedule-name"),
    SECURITY_GROUP("security-group-name"),
    SERVICE("service-name"),
    STATE_MACHINE("state-machine-name"),
    SUBNET_GROUP("database-subnet-group-name"),
    TABLE("table-name"),
    TARGET_GROUP("target-group-name"),
    TASK_FAMILY("task-family"),
    TOPIC("topic-name", ".fifo"),
    TRAIL("trail-name"),
    WEB_ACL("web-acl-name"),
    BUCKET_PREFIX("bucket-prefix", "-");

    private final int limit;

    NameRule(String rule) {
        this(rule, "");
    }

    /** Room is left for an ending. */
    NameRule(String rule, String ending) {
        this(PhysicalName.of(rule).longest() - ending.length());
    }

    NameRule(int limit) {
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
