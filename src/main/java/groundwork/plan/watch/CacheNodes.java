package groundwork.plan.watch;

import groundwork.settings.data.CacheSettings;

/** How many nodes a cache has, all of which are watched. */
public final class CacheNodes {
    private CacheNodes() {}

    public static int of(CacheSettings cache) {
        return cache.shards() * (1 + cache.replicas());
    }
}
