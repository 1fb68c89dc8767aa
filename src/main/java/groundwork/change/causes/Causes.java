package groundwork.change.causes;

import static java.util.stream.Collectors.joining;

import groundwork.change.steps.Operation;
import groundwork.change.steps.Planner;
import groundwork.change.steps.State;
import groundwork.change.steps.Step;
import groundwork.change.steps.Steps;
import groundwork.change.versions.Version;
import groundwork.offline.Ids;
import groundwork.settings.problems.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which changed settings cause which step. One changed setting causes all of them. Of several, a setting causes the steps that it
 * brings about alone; the steps that none brings about alone are caused by those without which they do not come about.
 */
public final class Causes {
    /** What is said where it can't be told. */
    public static final String SEVERAL = "several settings";

    private final Map<String, List<String>> settings = new TreeMap<>();
    private final String otherwise;

    private Causes(String otherwise) {
        this.otherwise = otherwise;
    }

    /** {@code steps} are what the engine does, {@code before} is what it finds. */
    public static Causes of(Version old, Version now, State before, Steps steps) {
        var changed = ChangedSettings.between(
                        old.configuration().values(), now.configuration().values())
                .all();
        if (changed.size() <= 1) {
            return new Causes(changed.stream().map(ChangedSetting::toString).collect(joining()));
        }
        var causes = new Causes(SEVERAL);
        for (var setting : changed) {
            causes.add(setting, alone(setting, old, now).map(version -> changes(planned(version, before))));
        }
        var left = changes(steps);
        left.keySet().removeAll(causes.settings.keySet());
        if (!left.isEmpty()) {
            for (var setting : changed) {
                causes.add(
                        setting,
                        without(setting, old, now).map(version -> difference(left, changes(planned(version, before)))));
            }
        }
        return causes;
    }

    /** Where a stack is new there is no setting that changed. */
    public static Causes none() {
        return new Causes("");
    }

    public String of(Step step) {
        return Optional.ofNullable(settings.get(step.resource().urn()))
                .map(found -> String.join(", ", found))
                .orElse(otherwise);
    }

    private void add(ChangedSetting setting, Optional<Map<String, Step>> caused) {
        caused.ifPresent(all -> all.keySet().forEach(urn -> settings.computeIfAbsent(urn, any -> new ArrayList<>())
                .add(setting.toString())));
    }

    private static Optional<Version> alone(ChangedSetting setting, Version old, Version now) {
        return valid(
                now,
                setting.taken(old.configuration().values(), now.configuration().values()));
    }

    private static Optional<Version> without(ChangedSetting setting, Version old, Version now) {
        return valid(
                now,
                setting.taken(now.configuration().values(), old.configuration().values()));
    }

    private static Optional<Version> valid(Version version, Map<String, String> values) {
        try {
            return Optional.of(version.with(values));
        } catch (SettingsException clash) {
            return Optional.empty();
        }
    }

    private static Steps planned(Version version, State before) {
        var planner = new Planner(before);
        version.record(Ids.UNKNOWN, planner);
        return planner.steps();
    }

    private static Map<String, Step> changes(Steps steps) {
        var changes = new TreeMap<String, Step>();
        steps.all().stream()
                .filter(step -> !step.is(Operation.SAME))
                .forEach(step -> changes.put(step.resource().urn(), step));
        return changes;
    }

    /** The steps that are missing from others, or are others there. */
    private static Map<String, Step> difference(Map<String, Step> steps, Map<String, Step> others) {
        var missing = new TreeMap<>(steps);
        missing.entrySet().removeIf(entry -> {
            var other = others.get(entry.getKey());
            return other != null
                    && other.operation() == entry.getValue().operation()
                    && other.after().equals(entry.getValue().after());
        });
        return missing;
    }
}
