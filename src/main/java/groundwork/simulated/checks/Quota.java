package groundwork.simulated.checks;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** How many of something an account may have unless AWS was asked for more: in all, or of each owner. */
public record Quota(String name, int limit, Function<World, SortedMap<String, Integer>> count) {
    static Quota regional(String name, String type, int limit) {
        return counting(
                name,
                type,
                limit,
                resource -> Optional.of("in " + resource.place().region()));
    }

    static Quota global(String name, String type, int limit) {
        return counting(name, type, limit, resource -> Optional.of("in the account"));
    }

    static Quota each(String name, String type, int limit, String owner) {
        return counting(name, type, limit, resource -> resource.text(owner).map(id -> "on " + id));
    }

    static Quota weighed(String name, String type, int limit, String owner, ToIntFunction<Existing> weight) {
        return counting(name, type, limit, resource -> resource.text(owner).map(id -> "on " + id), weight);
    }

    static Quota inList(String name, String type, int limit, String list) {
        return new Quota(name, limit, world -> {
            var counts = new TreeMap<String, Integer>();
            world.ofType(type)
                    .forEach(resource -> counts.put(
                            "on " + resource.name(), resource.list(list).size()));
            return counts;
        });
    }

    private static Quota counting(String name, String type, int limit, Function<Existing, Optional<String>> owner) {
        return counting(name, type, limit, owner, resource -> 1);
    }

    private static Quota counting(
            String name,
            String type,
            int limit,
            Function<Existing, Optional<String>> owner,
            ToIntFunction<Existing> weight) {
        return new Quota(name, limit, world -> {
            var counts = new TreeMap<String, Integer>();
            world.ofType(type).forEach(resource -> owner.apply(resource)
                    .ifPresent(key -> counts.merge(key, weight.applyAsInt(resource), Integer::sum)));
            return counts;
        });
    }

    /** One sentence for each owner that has more than the quota. */
    Stream<String> exceeded(World world) {
        return count.apply(world).entrySet().stream()
                .filter(counted -> counted.getValue() > limit)
                .map(this::warning);
    }

    private String warning(Map.Entry<String, Integer> counted) {
        return "%d %s %s: the quota is %d; request an increase before you deploy"
                .formatted(counted.getValue(), name, counted.getKey(), limit);
    }
}
