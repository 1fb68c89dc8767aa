package groundwork.links;

import com.google.gson.Gson;
import groundwork.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A stack file that nobody has seen: any number of everything, linked in any way, with what its links must open. */
record RandomStacks(Map<String, String> config, SortedSet<String> opened) {
    private static final Gson JSON = new Gson();

    static RandomStacks of(long seed) {
        return new Maker(new Random(seed)).make();
    }

    private static final class Maker {
        private final Random random;
        private final Map<String, String> config = new TreeMap<>();
        private final SortedSet<String> opened = new TreeSet<>();
        private final Map<String, Integer> ports = new TreeMap<>();
        private final List<String> targets = new ArrayList<>();

        Maker(Random random) {
            this.random = random;
        }

        RandomStacks make() {
            var kind = pick("production", "staging", "preview");
            config.put("aws:region", pick("us-east-1", "eu-central-1", "us-west-1", "ap-northeast-1"));
            put("environment", kind);
            put("owner", "someone");
            put("network", Map.of("zones", pick(1, 2, 3), "nat", pick("per-zone", "single", "none")));
            boolean hasDomain = random.nextBoolean();
            if (hasDomain) {
                put("domain", Map.of("name", "shop.example.com", "zone", "Z0123456789ABCDEFGHIJ"));
            }
            boolean hasCdn = random.nextBoolean();
            if (hasCdn) {
                put("cdn", Map.of("staticPaths", List.of("/static/*")));
            }
            if (random.nextBoolean()) {
                put("waf", Map.of());
            }
            if (random.nextBoolean() && !kind.equals("production")) {
                put(
                        "sleep",
                        Map.of(
                                "hours",
                                Map.of("timezone", "Europe/Berlin"),
                                "wake",
                                List.of("schedule", "queue", "hand")));
            }
            put("encryption", pick("own", "aws"));
            block("databases", 5432, () -> Map.of("engine", pick("postgres", "aurora-postgres")));
            block(
                    "caches",
                    6379,
                    () -> pick(
                            Map.of("engine", "redis", "version", "7.1"), Map.of("engine", "valkey", "version", "8.0")));
            block("queues", 0, () -> Map.of("fifo", random.nextBoolean()));
            block("buckets", 0, Map::of);
            block("tables", 0, () -> Map.of("partitionKey", "id"));
            block("topics", 0, Map::of);
            block("parameters", 0, () -> Map.of("value", "x"));
            block("secrets", 0, () -> Map.of("generate", 32));
            put("services", services(kind, entrance(hasDomain, hasCdn)));
            return new RandomStacks(config, opened);
        }

        /** Who may connect to the load balancer, where there is one. */
        private static List<String> entrance(boolean hasDomain, boolean hasCdn) {
            if (hasCdn) {
                return List.of(Reach.CLOUDFRONT + " -> load-balancer:" + (hasDomain ? 443 : 80));
            }
            return hasDomain
                    ? List.of("0.0.0.0/0 -> load-balancer:80", "0.0.0.0/0 -> load-balancer:443")
                    : List.of("0.0.0.0/0 -> load-balancer:80");
        }

        private Map<String, Object> services(String kind, List<String> entrance) {
            int count = random.nextInt(1, 6);
            var withPort = new TreeSet<String>();
            for (int i = 0; i < count; i++) {
                if (random.nextInt(3) > 0) {
                    withPort.add("service-" + i);
                    ports.put("service-" + i, 3000 + i);
                }
            }
            var services = new TreeMap<String, Object>();
            for (int i = 0; i < count; i++) {
                services.put("service-" + i, service("service-" + i, i, withPort, entrance, kind));
            }
            return services;
        }

        private Map<String, Object> service(
                String name, int number, SortedSet<String> withPort, List<String> entrance, String kind) {
            var service = new TreeMap<String, Object>();
            if (random.nextBoolean()) {
                service.put("image", name + ":1.0." + number);
            }
            if (withPort.contains(name)) {
                service.put("port", ports.get(name));
                if (random.nextBoolean()) {
                    service.put(
                            "routes",
                            List.of(
                                    Map.of("path", "/" + name + "/*"),
                                    Map.of("path", "/ws-" + name + "/*", "sticky", "1d")));
                    opened.add("load-balancer -> %s:%d".formatted(name, ports.get(name)));
                    opened.addAll(entrance);
                }
            }
            if (random.nextBoolean()) {
                service.put("tasks", Map.of("min", 1, "max", 4, "cpu", "60%"));
            }
            service.put("spot", Map.of("base", 1, "share", pick("0%", "50%")));
            service.put("exec", random.nextBoolean());
            service.put("links", links(name, withPort));
            return service;
        }

        private List<String> links(String name, SortedSet<String> withPort) {
            var links = new ArrayList<String>();
            var all = new ArrayList<>(targets);
            withPort.stream().filter(other -> !other.equals(name)).forEach(all::add);
            for (var target : all) {
                if (random.nextInt(3) == 0) {
                    links.add(target);
                    if (ports.getOrDefault(target, 0) > 0) {
                        opened.add("%s -> %s:%d".formatted(name, target, ports.get(target)));
                    }
                }
            }
            return links;
        }

        private void block(String block, int port, Supplier<Map<String, Object>> settings) {
            int count = random.nextInt(3);
            var entries = new TreeMap<String, Object>();
            for (int i = 0; i < count; i++) {
                var name = block + "-" + i;
                entries.put(name, settings.get());
                targets.add(name);
                ports.put(name, port);
            }
            put(block, entries);
        }

        private void put(String key, Object value) {
            config.put("groundwork:" + key, value instanceof String text ? text : JSON.toJson(value));
        }

        @SafeVarargs
        private <T> T pick(T... values) {
            return values[random.nextInt(values.length)];
        }
    }
}
