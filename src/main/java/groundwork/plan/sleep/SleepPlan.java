package groundwork.plan.sleep;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import groundwork.settings.StackSettings;
import groundwork.settings.sleep.SleepSettings;
import groundwork.settings.sleep.WakeReason;
import groundwork.settings.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What sleeps, in the order of waking: members of a wave start together, after the waves before.
 *
 * @param queues the queues that members consume, and the members that a message needs
 * @param hosts of the requests that may wake it
 * @param tellsSomebody whether anybody hears of a waking that fails
 */
public record SleepPlan(
        SleepSettings settings,
        List<List<Sleeper>> waves,
        SortedMap<String, SortedSet<String>> queues,
        List<String> hosts,
        boolean tellsSomebody) {
    public SleepPlan {
        requireNonNull(settings, "settings is null");
        waves = waves.stream().map(List::copyOf).toList();
        queues = Collections.unmodifiableSortedMap(new TreeMap<>(queues));
        hosts = List.copyOf(hosts);
    }

    public static Optional<SleepPlan> of(StackSettings stack, List<String> serviceOrder, Collection<String> hosts) {
        return stack.sleep().map(sleep -> {
            var needs = new Needs(stack, serviceOrder);
            return new SleepPlan(
                    sleep,
                    waves(stack, needs),
                    needs.queues(),
                    List.copyOf(new TreeSet<>(hosts)),
                    stack.hasAlarmTopic());
        });
    }

    private static List<List<Sleeper>> waves(StackSettings stack, Needs needs) {
        var waves = new TreeMap<Integer, List<Sleeper>>();
        needs.ranks().forEach((name, rank) -> waves.computeIfAbsent(rank, any -> new ArrayList<>())
                .add(sleeper(name, stack)));
        waves.values().forEach(wave -> wave.sort(Comparator.comparing(Sleeper::name)));
        return List.copyOf(waves.values());
    }

    private static Sleeper sleeper(String name, StackSettings stack) {
        var database = stack.databases().get(name);
        if (database != null) {
            var kind = database.isAurora() ? Sleeper.Kind.CLUSTER : Sleeper.Kind.INSTANCE;
            return new Sleeper(kind, name, StartTimes.DATABASE);
        }
        return new Sleeper(
                Sleeper.Kind.SERVICE, name, StartTimes.of(stack.services().get(name), stack.entrance()));
    }

    public boolean includes(String service) {
        return waves.stream()
                .flatMap(List::stream)
                .anyMatch(it -> it.kind() == Sleeper.Kind.SERVICE && it.name().equals(service));
    }

    /** How long waking usually takes: the slowest of each wave, one after the other. */
    public Duration waking() {
        return waves.stream()
                .map(wave -> wave.stream()
                        .map(Sleeper::start)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What people should know before they deploy it. */
    public List<String> notes() {
        var order = waves.stream()
                .map(wave -> wave.stream().map(SleepPlan::text).collect(joining(" and ")))
                .collect(joining(", then "));
        var reasons = settings.wake().stream()
                .filter(this::applies)
                .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
        var notes = new ArrayList<String>();
        notes.add("sleeps after %s without use; woken by %s; waking takes about %s: %s"
                .formatted(Durations.text(settings.after()), reasons, about(waking()), order));
        if (!tellsSomebody) {
            notes.add("nobody is told when it can't be woken; name recipients in observability.alarms.email");
        }
        return notes;
    }

    private boolean applies(WakeReason reason) {
        return switch (reason) {
            case REQUEST -> !hosts.isEmpty();
            case QUEUE -> !queues.isEmpty();
            case SCHEDULE -> settings.hours().isPresent();
            case HAND -> true;
        };
    }

    private static String text(Sleeper sleeper) {
        var kind =
                switch (sleeper.kind()) {
                    case SERVICE ->
                        sleeper.start().compareTo(StartTimes.TASK) > 0 ? "task start and health checks" : "task start";
                    case INSTANCE -> "RDS instance";
                    case CLUSTER -> "Aurora cluster";
                };
        return "%s (%s, %s)".formatted(sleeper.name(), kind, about(sleeper.start()));
    }

    private static String about(Duration time) {
        return time.toMinutes() < 3 ? time.toSeconds() + " s" : Math.round(time.toSeconds() / 60.0) + " min";
    }
}
