package groundwork.settings.data;

import groundwork.aws.InstanceClasses;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.NamedSecret;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import groundwork.settings.secrets.SecretSettings.Store;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/** A Redis or Valkey replication group. */
public record CacheSettings(
        @Setting(value = "Which engine", example = "valkey", cost = "valkey 20% less than redis") Engine engine,
        @Setting(value = "Its version", example = "7.1")
                @Matching(value = "\\d+\\.\\d+", says = "a version such as 7.1")
                String version,
        @Setting(
                        value = "The node's class",
                        example = "cache.t4g.micro",
                        cost = "cache.t4g.micro about $9 for each node with valkey, $12 with redis")
                @Matching(
                        value = "cache\\.[a-z]+\\d[a-z0-9]*\\.(micro|small|medium|\\d*x?large)",
                        says = "a node class such as cache.t4g.micro")
                String nodeClass,
        @Setting(
                        value = "Number of shards; more than one is cluster mode",
                        example = "2",
                        cost = "a node and its replicas for each")
                @Between(min = "1", max = "90")
                int shards,
        @Setting(
                        value = "Replicas of each shard, in other zones",
                        example = "1",
                        cost = "a node for each, in every shard")
                @Between(min = "0", max = "5")
                int replicas,
        @Setting(value = "Eviction policy (maxmemory-policy); job queues need noeviction", example = "noeviction")
                Eviction eviction,
        @Setting(value = "Retention of daily snapshots; 0 takes none", example = "7d", cost = "about $0.085 a GB")
                @Between(min = "0s", max = "35d")
                Duration snapshots,
        @Setting(
                        value = "Store of the secret that holds the connection URL",
                        example = "parameter-store",
                        cost = "$0.40 in Secrets Manager, nothing in Parameter Store")
                Store secretStore,
        @Setting("Alarm rules of this cache") CacheAlarmSettings alarms,
        @Setting(value = Linkable.PROTECT, example = "false") Optional<Boolean> protect,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Checked, Linkable {

    private static final String WITHOUT_SNAPSHOTS = "cache.t1.micro";
    private static final int MOST_NODES = 500;

    public enum Engine {
        REDIS("6.0", "6.2", "7.0", "7.1"),
        VALKEY("7.2", "8.0", "8.1", "8.2", "9.0", "9.1");

        private final List<String> versions;

        Engine(String... versions) {
            this.versions = List.of(versions);
        }
    }

    public enum Eviction {
        NOEVICTION,
        ALLKEYS_LRU,
        ALLKEYS_LFU,
        VOLATILE_LRU,
        VOLATILE_LFU,
        VOLATILE_TTL
    }

    /** The secret that holds the complete URL. */
    public static String urlSecret(String name) {
        return name + "-url";
    }

    public boolean isClustered() {
        return shards > 1;
    }

    @Override
    public List<NamedSecret> secrets(String name) {
        return List.of(NamedSecret.derived(urlSecret(name), secretStore == Store.PARAMETER_STORE));
    }

    @Override
    public Reach reach() {
        return Reach.VPC;
    }

    @Override
    public SortedSet<Offer> offers() {
        return Offer.all(Offer.HOST, Offer.PORT, Offer.URL);
    }

    @Override
    public void check(Problems problems) {
        InstanceClasses.ELASTICACHE.problem(nodeClass).ifPresent(problem -> problems.at("nodeClass")
                .add("%s", problem));
        problems.at("version")
                .unless(
                        engine.versions.contains(version),
                        "%s is not a version of %s; choose %s",
                        version,
                        engine.name().toLowerCase(Locale.ROOT),
                        String.join(", ", engine.versions));
        problems.at("shards")
                .unless(
                        shards == 1 || replicas >= 1,
                        "cluster mode needs a replica of each shard for failover; set replicas: 1");
        int nodes = shards * (1 + replicas);
        problems.at("shards")
                .unless(
                        nodes <= MOST_NODES,
                        "with %d replicas each these are %d nodes; a cluster has at most %d",
                        replicas,
                        nodes,
                        MOST_NODES);
        problems.at("snapshots").unless(snapshots.toHours() % 24 == 0, "retention is in whole days");
        problems.at("snapshots")
                .unless(
                        snapshots.isZero() || !nodeClass.equals(WITHOUT_SNAPSHOTS),
                        "%s has no snapshots; set it to 0s, or choose another nodeClass",
                        WITHOUT_SNAPSHOTS);
    }
}
