package groundwork.settings.observe;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Prometheus collects: each service with {@code scrape}, task by task, found by its inner name. */
record ScrapeJobs(SortedMap<String, Job> byService) {
    private static final String USUAL_PATH = "/metrics";

    private record Job(String host, String port, String path) {}

    static ScrapeJobs of(JsonObject tree, String serviceDomain) {
        var jobs = new TreeMap<String, Job>();
        if (tree.get("services") instanceof JsonObject services) {
            for (var entry : services.entrySet()) {
                if (entry.getValue() instanceof JsonObject service && service.has("scrape")) {
                    job(entry.getKey(), service, serviceDomain).ifPresent(job -> jobs.put(entry.getKey(), job));
                }
            }
        }
        return new ScrapeJobs(jobs);
    }

    SortedSet<String> services() {
        return new TreeSet<>(byService.keySet());
    }

    /** The jobs as they stand in a list of {@code scrape_configs}. */
    String text() {
        return byService.entrySet().stream().map(ScrapeJobs::text).collect(joining());
    }

    private static String text(Map.Entry<String, Job> entry) {
        var job = entry.getValue();
        return """
                  - job_name: %s
                    metrics_path: %s
                    dns_sd_configs:
                      - names: [%s]
                        type: A
                        port: %s
                        refresh_interval: 15s
                """
                .formatted(entry.getKey(), job.path(), job.host(), job.port());
    }

    private static Optional<Job> job(String name, JsonObject service, String serviceDomain) {
        var scrape = service.get("scrape");
        var block = scrape instanceof JsonObject given ? given : new JsonObject();
        var path = scrape instanceof JsonPrimitive
                ? text(scrape)
                : text(block.get("path")).or(() -> Optional.of(USUAL_PATH));
        var host = text(service.get("discovery")).orElse(name) + "." + serviceDomain;
        return text(block.get("port"))
                .or(() -> text(service.get("port")))
                .flatMap(port -> path.map(known -> new Job(host, port, known)));
    }

    private static Optional<String> text(JsonElement element) {
        return element instanceof JsonPrimitive value ? Optional.of(value.getAsString()) : Optional.empty();
    }
}
