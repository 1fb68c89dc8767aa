package groundwork.simulated.rules.data;

import static groundwork.aws.ResourceTypes.RDS_CLUSTER;
import static groundwork.aws.ResourceTypes.RDS_CLUSTER_INSTANCE;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static groundwork.aws.ResourceTypes.RDS_SUBNET_GROUP;

import groundwork.aws.InstanceClasses;
import groundwork.aws.PostgresReleases;
import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import groundwork.simulated.rules.network.Subnets;
import java.util.List;
import java.util.Set;

/** What RDS takes. */
public final class DatabaseRules {
    private static final Set<String> RESERVED_USERS = Set.of(PostgresReleases.RESERVED_USERS.split("\\|"));

    public static final List<Rule> ALL = List.of(
            Rule.of("database-class", DatabaseRules::instanceClass, RDS_INSTANCE, RDS_CLUSTER_INSTANCE),
            Rule.of("database-storage", DatabaseRules::storage, RDS_INSTANCE),
            Rule.of("database-backups", DatabaseRules::backups, RDS_INSTANCE, RDS_CLUSTER),
            Rule.of("database-final-snapshot", DatabaseRules::finalSnapshot, RDS_INSTANCE, RDS_CLUSTER),
            Rule.of("database-credentials", DatabaseRules::credentials, RDS_INSTANCE),
            Rule.of("database-replica", DatabaseRules::replica, RDS_INSTANCE),
            Rule.of("database-name", DatabaseRules::databaseName, RDS_INSTANCE),
            Rule.of("serverless-capacity", DatabaseRules::capacity, RDS_CLUSTER),
            Rule.of("serverless-pause", DatabaseRules::pause, RDS_CLUSTER),
            Rule.among("database-two-zones", DatabaseRules::twoZones, RDS_SUBNET_GROUP));

    private DatabaseRules() {}

    private static void instanceClass(Existing database, Refusals refusals) {
        database.text("instanceClass")
                .filter(type -> !type.equals("db.serverless"))
                .flatMap(type -> InstanceClasses.RDS.problem(type))
                .ifPresent(problem -> refusals.add("instanceClass", "%s", problem));
    }

    private static void storage(Existing database, Refusals refusals) {
        var allocated = database.number("allocatedStorage");
        refusals.unless(
                database.has("allocatedStorage")
                        || database.has("replicateSourceDb")
                        || database.has("snapshotIdentifier"),
                "allocatedStorage",
                "is required");
        database.number("maxAllocatedStorage")
                .filter(most -> most > 0)
                .ifPresent(most -> allocated.ifPresent(now -> refusals.unless(
                        most > now, "maxAllocatedStorage", "is %d; it must be more than the %d allocated", most, now)));
        if (database.has("iops")
                && database.text("storageType").filter("gp2"::equals).isPresent()) {
            refusals.add("iops", "can't be chosen for gp2");
        }
    }

    private static void backups(Existing database, Refusals refusals) {
        if (database.has("performanceInsightsRetentionPeriod")) {
            refusals.unless(
                    database.flag("performanceInsightsEnabled"),
                    "performanceInsightsRetentionPeriod",
                    "only goes with Performance Insights enabled");
        }
        database.number("monitoringInterval")
                .filter(seconds -> seconds > 0)
                .ifPresent(seconds -> refusals.unless(
                        database.has("monitoringRoleArn"),
                        "monitoringRoleArn",
                        "is required to monitor every %d s",
                        seconds));
    }

    private static void finalSnapshot(Existing database, Refusals refusals) {
        boolean skips = database.flag("skipFinalSnapshot");
        refusals.unless(
                skips || database.has("finalSnapshotIdentifier") || database.has("replicateSourceDb"),
                "finalSnapshotIdentifier",
                "is required unless skipFinalSnapshot is true: without it the database can't be deleted");
    }

    private static void credentials(Existing database, Refusals refusals) {
        refusals.unless(
                !database.flag("manageMasterUserPassword") || !database.has("password"),
                "password",
                "excludes manageMasterUserPassword");
        if (!database.has("replicateSourceDb") && !database.has("snapshotIdentifier")) {
            refusals.unless(database.has("username"), "username", "is required");
            refusals.unless(
                    database.has("password") || database.flag("manageMasterUserPassword"),
                    "password",
                    "is required unless RDS manages it");
        }
        database.text("username")
                .ifPresent(user -> refusals.unless(
                        user.matches("[A-Za-z]\\w{0,62}") && !RESERVED_USERS.contains(user),
                        "username",
                        "\"%s\" is reserved, or not a letter followed by up to 62 letters, digits and _",
                        user));
        refusals.matches(
                "password",
                "[\\x21-\\x7e&&[^/\"@]]{8,128}",
                "must have 8 to 128 printable characters, none of them / \" @ or a space");
    }

    /** A source in another region is named by its ARN. */
    private static void replica(Existing database, Refusals refusals) {
        var source = database.text("replicateSourceDb");
        if (source.isEmpty()) {
            return;
        }
        for (var inherited : List.of("dbName", "password", "username")) {
            refusals.unless(!database.has(inherited), inherited, "is that of the source; remove it");
        }
        refusals.unless(
                source.get().startsWith("arn:") || !database.has("kmsKeyId"),
                "kmsKeyId",
                "is that of the source, which is in the same region");
    }

    private static void databaseName(Existing database, Refusals refusals) {
        refusals.matches(
                "dbName",
                "[A-Za-z][A-Za-z0-9_]{0,62}",
                "\"%s\" is not a letter followed by up to 62 letters, digits and _");
    }

    private static void capacity(Existing cluster, Refusals refusals) {
        String scaling = "serverlessv2ScalingConfiguration";
        var least = units(cluster, scaling + ".minCapacity");
        var most = units(cluster, scaling + ".maxCapacity");
        if (least == null || most == null) {
            return;
        }
        refusals.unless(
                least >= 0 && most >= 1 && most <= 256 && least <= most && least * 2 % 1 == 0 && most * 2 % 1 == 0,
                scaling,
                "%s to %s units; AWS takes steps of a half, from 0 up to a maximum between 1 and 256",
                least,
                most);
        if (cluster.has(scaling + ".secondsUntilAutoPause")) {
            refusals.unless(least == 0, scaling + ".secondsUntilAutoPause", "only goes with a minimum of 0 units");
        }
    }

    private static void pause(Existing cluster, Refusals refusals) {
        String path = "serverlessv2ScalingConfiguration.minCapacity";
        var least = units(cluster, path);
        cluster.text("engineVersion")
                .filter(version -> least != null && least == 0 && isBeforePausing(version))
                .ifPresent(version -> refusals.add(path, "is 0; with %s AWS takes 0.5 and more", version));
    }

    private static boolean isBeforePausing(String version) {
        var parts = version.split("\\.");
        return parts.length > 1
                && parts[1].matches("\\d{1,3}")
                && Integer.parseInt(parts[1]) < PostgresReleases.firstThatPauses(Integer.parseInt(parts[0]));
    }

    private static Double units(Existing cluster, String path) {
        return cluster.value(path)
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue())
                .orElse(null);
    }

    private static void twoZones(Existing group, World world, Refusals refusals) {
        var subnets = group.texts("subnetIds");
        if (group.isUnknown("subnetIds")
                || subnets.size() < group.list("subnetIds").size()) {
            return;
        }
        int zones = Subnets.zones(subnets, world).map(Set::size).orElse(subnets.size());
        refusals.unless(zones >= 2, "subnetIds", "are in %d zone; RDS needs at least two", zones);
    }
}
