package groundwork.plan.names;

/** What AWS allows in the names of one kind of thing. */
public enum NameRule {
    ALARM(255),
    AMPLIFY_APP(255),
    APP_RUNNER_CONNECTOR(40),
    APP_RUNNER_OBSERVABILITY(32),
    APP_RUNNER_SCALING(32),
    APP_RUNNER_SERVICE(40),
    BACKUP(50),
    BUDGET(100),
    CACHE(40),
    CACHE_POLICY(128),
    CLUSTER(255),
    DASHBOARD(255),
    DATABASE(63),
    DEPLOYMENT(100),
    EVENT_RULE(64),
    EXPORT_TASK(40),
    FUNCTION(64),
    HEADERS_POLICY(128),
    IMAGE_REPOSITORY(256),
    LOAD_BALANCER(32),
    LOG_DELIVERY(60),
    PARAMETER_GROUP(255),
    ORIGIN_ACCESS(64),
    POLICY(128),
    QUEUE(75),
    ROLE(64),
    SCHEDULE(64),
    SECURITY_GROUP(255),
    SERVICE(255),
    STATE_MACHINE(80),
    SUBNET_GROUP(255),
    TARGET_GROUP(32),
    TASK_FAMILY(255),
    TOPIC(250),
    TRAIL(128),
    WEB_ACL(128),
    BUCKET_PREFIX(36);

    private final int limit;

    NameRule(int limit) {
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
