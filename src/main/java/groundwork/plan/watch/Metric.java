package groundwork.plan.watch;

import static java.util.Objects.requireNonNull;

import groundwork.settings.data.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;

/** A figure that CloudWatch keeps. */
public record Metric(String namespace, String name, List<Dimension> dimensions, String statistic) {
    public static final String AVERAGE = "Average";
    public static final String MAXIMUM = "Maximum";
    public static final String MINIMUM = "Minimum";
    public static final String SUM = "Sum";
    public static final String SAMPLES = "SampleCount";

    /** As a dashboard shows them side by side. */
    public static final List<String> PERCENTILES = List.of("p50", "p90", "p95", "p99");

    public Metric {
        requireNonNull(namespace, "namespace is null");
        requireNonNull(name, "name is null");
        requireNonNull(statistic, "statistic is null");
        dimensions = List.copyOf(dimensions);
    }

    public static Metric service(String name) {
        return of("AWS/ECS", name, Dimension.CLUSTER, Dimension.SERVICE);
    }

    /** Of Container Insights, which costs extra. */
    public static Metric insights(String name) {
        return of("ECS/ContainerInsights", name, Dimension.CLUSTER, Dimension.SERVICE);
    }

    public static Metric runner(String name) {
        return of("AWS/AppRunner", name, Dimension.RUNNER, Dimension.RUNNER_ID);
    }

    public static Metric targets(String name) {
        return of("AWS/ApplicationELB", name, Dimension.LOAD_BALANCER, Dimension.TARGET_GROUP);
    }

    public static Metric entrance(String name) {
        return of("AWS/ApplicationELB", name, Dimension.LOAD_BALANCER);
    }

    public static Metric cdn(String name) {
        return of("AWS/CloudFront", name, Dimension.DISTRIBUTION, Dimension.EDGES);
    }

    public static Metric app(String name) {
        return of("AWS/AmplifyHosting", name, Dimension.APP);
    }

    public static Metric natGateway(String name) {
        return of("AWS/NATGateway", name, Dimension.NAT_GATEWAY);
    }

    public static Metric database(DatabaseSettings settings, String name) {
        return of("AWS/RDS", name, settings.isAurora() ? Dimension.DATABASE_CLUSTER : Dimension.DATABASE);
    }

    public static Metric cache(String name) {
        return of("AWS/ElastiCache", name, Dimension.CACHE_NODE);
    }

    public static Metric queue(String name) {
        return of("AWS/SQS", name, Dimension.QUEUE);
    }

    public static Metric deadLetters(String name) {
        return of("AWS/SQS", name, Dimension.DEAD_LETTERS);
    }

    public static Metric table(String name) {
        return of("AWS/DynamoDB", name, Dimension.TABLE);
    }

    public static Metric of(String namespace, String name, Dimension... dimensions) {
        return new Metric(namespace, name, List.of(dimensions), AVERAGE);
    }

    /** The same of another thing, which has as many dimensions; the last of them tells the two apart. */
    public Metric of(Dimension other) {
        var others = new ArrayList<>(dimensions.subList(0, dimensions.size() - 1));
        others.add(other);
        return new Metric(namespace, name, others, statistic);
    }

    /** One of the constants above, or a percentile such as {@code p95}. */
    public Metric as(String otherStatistic) {
        return new Metric(namespace, name, dimensions, otherStatistic);
    }

    public boolean isPercentile() {
        return statistic.startsWith("p");
    }
}
