package groundwork.plan.watch;

import groundwork.settings.CacheSettings;

/** How many nodes a cache has, all of which are watched. */
final class CacheNodes {
    private CacheNodes() {}

    static int of(CacheSettings cache) {
        return cache.shards() * (1 + cache.replicas());
    }
}
