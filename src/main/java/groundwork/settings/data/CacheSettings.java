package groundwork.settings.data;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.Duration;

/** A Redis or Valkey replication group. */
public record CacheSettings(
        @Setting(value = "Which engine", example = "valkey", cost = "Valkey costs a fifth less") Engine engine,
        @Setting(value = "Its version", example = "7.1", replaces = "nothing; a newer one upgrades in place")
                @Matching(value = "\\d+(\\.\\d+)?", says = "a version such as 7.1")
                String version,
        @Setting(value = "The node's class", example = "cache.t4g.micro")
                @Matching(value = "cache\\.[a-z0-9]+\\.[a-z0-9]+", says = "a node class such as cache.t4g.micro")
                String nodeClass,
        @Setting(value = "How many parts the keys are spread over; more than one is cluster mode", example = "2")
                @Between(min = "1", max = "90")
                int shards,
        @Setting(value = "Copies of each shard, in other zones", example = "1", cost = "a node each")
                @Between(min = "0", max = "5")
                int replicas,
        @Setting(value = "What gives way when memory is full; job queues need noeviction", example = "noeviction")
                Eviction eviction,
        @Setting(value = "How long daily snapshots are kept; 0 takes none", example = "7d")
                @Between(min = "0s", max = "35d")
                Duration snapshots)
        implements Checked {

    public enum Engine {
        REDIS,
        VALKEY
    }

    public enum Eviction {
        NOEVICTION,
        ALLKEYS_LRU,
        ALLKEYS_LFU,
        VOLATILE_LRU,
        VOLATILE_LFU,
        VOLATILE_TTL
    }

    public boolean isClustered() {
        return shards > 1;
    }

    @Override
    public void check(Problems problems) {
        problems.at("shards")
                .unless(
                        shards == 1 || replicas >= 1,
                        "cluster mode fails over, so each shard needs a replica; set replicas: 1");
        problems.at("snapshots").unless(snapshots.toHours() % 24 == 0, "snapshots are kept for whole days");
    }
}
