package groundwork.simulated.rules.data;

import static groundwork.aws.ResourceTypes.ELASTICACHE_REPLICATION_GROUP;

import groundwork.aws.InstanceClasses;
import groundwork.simulated.Existing;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;

/** What ElastiCache takes. */
public final class CacheRules {

    public static final List<Rule> ALL = List.of(
            Rule.of("cache-auth-token", CacheRules::authToken, ELASTICACHE_REPLICATION_GROUP),
            Rule.of("cache-failover", CacheRules::failover, ELASTICACHE_REPLICATION_GROUP),
            Rule.of("cache-node-type", CacheRules::nodeType, ELASTICACHE_REPLICATION_GROUP),
            Rule.of("cache-snapshots", CacheRules::snapshots, ELASTICACHE_REPLICATION_GROUP),
            Rule.of("cache-description", CacheRules::description, ELASTICACHE_REPLICATION_GROUP));

    private CacheRules() {}

    private static void authToken(Existing group, Refusals refusals) {
        if (!group.has("authToken")) {
            return;
        }
        refusals.unless(
                group.flag("transitEncryptionEnabled"), "authToken", "needs transitEncryptionEnabled to be true");
        refusals.unless(!group.has("userGroupIds"), "authToken", "excludes user groups");
        refusals.matches(
                "authToken", "[A-Za-z0-9!&#$^<>-]{16,128}", "must have 16 to 128 letters, digits and !&#$^<>-");
    }

    private static void failover(Existing group, Refusals refusals) {
        boolean failover = group.flag("automaticFailoverEnabled");
        long nodes = group.number("numCacheClusters")
                .orElse(group.number("replicasPerNodeGroup").orElse(0L) + 1);
        boolean sharded = group.number("numNodeGroups").orElse(1L) > 1;
        refusals.unless(
                !failover || nodes >= 2 || sharded,
                "automaticFailoverEnabled",
                "needs two nodes or more; there is %d",
                nodes);
        refusals.unless(!sharded || failover, "automaticFailoverEnabled", "must be true with several shards");
        refusals.unless(!group.flag("multiAzEnabled") || failover, "multiAzEnabled", "needs automaticFailoverEnabled");
        refusals.unless(
                !group.has("numCacheClusters") || !group.has("numNodeGroups"),
                "numCacheClusters",
                "excludes numNodeGroups");
    }

    private static void nodeType(Existing cache, Refusals refusals) {
        cache.text("nodeType").ifPresent(type -> {
            InstanceClasses.ELASTICACHE.problem(type).ifPresent(problem -> refusals.add("nodeType", "%s", problem));
            refusals.unless(
                    !type.startsWith("cache.t") || !cache.flag("dataTieringEnabled"),
                    "dataTieringEnabled",
                    "is not available on %s",
                    type);
        });
    }

    private static void snapshots(Existing group, Refusals refusals) {
        boolean smallest =
                group.text("nodeType").filter("cache.t1.micro"::equals).isPresent();
        refusals.unless(
                !smallest || group.number("snapshotRetentionLimit").orElse(0L) == 0,
                "snapshotRetentionLimit",
                "can't be kept on cache.t1.micro");
    }

    private static void description(Existing group, Refusals refusals) {
        group.text("description").ifPresent(text -> refusals.unless(!text.isBlank(), "description", "is empty"));
    }
}
