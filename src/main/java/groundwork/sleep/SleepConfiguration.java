package groundwork.sleep;

import com.pulumi.core.Output;
import groundwork.plan.sleep.SleepPlan;
import groundwork.settings.sleep.SleepHours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The document that tells the functions what sleeps, in which order, and what wakes it. */
final class SleepConfiguration {
    /** Metrics of a load balancer arrive up to two minutes late. */
    private static final Duration DRAIN = Duration.ofMinutes(3);

    private static final Duration BACKOFF = Duration.ofMinutes(10);
    private static final int TRIES = 2;

    /** A database takes longer than usual while AWS copies or repairs it. */
    private static final int PATIENCE = 3;

    private final Map<String, Output<?>> parts = new TreeMap<>();

    SleepConfiguration(SleepPlan plan, String environment, String metrics) {
        var sleep = plan.settings();
        add("environment", environment);
        add("metrics", metrics);
        add("after", sleep.after().toSeconds());
        add("wake", sleep.wake().stream().map(SleepConfiguration::word).toList());
        add("answer", word(sleep.answer()));
        add("hold", sleep.hold().toSeconds());
        add("drain", DRAIN.toSeconds());
        add("limit", plan.waking().multipliedBy(PATIENCE).toSeconds());
        add("tries", TRIES);
        add("backoff", BACKOFF.toSeconds());
        add("usual", plan.waking().toSeconds());
        sleep.hours().ifPresent(hours -> add("hours", hours(hours)));
        sleep.probes()
                .ifPresent(probes -> add(
                        "probes", new TreeMap<>(Map.of("paths", probes.paths(), "userAgents", probes.userAgents()))));
    }

    void add(String key, Object value) {
        add(key, Output.of(value));
    }

    void add(String key, Output<?> value) {
        parts.put(key, value);
    }

    Output<Map<String, Object>> document() {
        var keys = List.copyOf(parts.keySet());
        return all(List.copyOf(parts.values())).applyValue(values -> {
            var document = new TreeMap<String, Object>();
            for (int i = 0; i < keys.size(); i++) {
                document.put(keys.get(i), values.get(i));
            }
            return document;
        });
    }

    private static Output<List<Object>> all(List<Output<?>> outputs) {
        var plain = new ArrayList<Output<Object>>();
        outputs.forEach(output -> plain.add(output.applyValue(Object.class::cast)));
        return Output.all(plain);
    }

    private static Map<String, Object> hours(SleepHours hours) {
        return new TreeMap<>(Map.of(
                "days", hours.days().stream().map(SleepConfiguration::word).toList(),
                "start", hours.start().toString(),
                "stop", hours.stop().toString(),
                "timezone", hours.timezone().getId()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
