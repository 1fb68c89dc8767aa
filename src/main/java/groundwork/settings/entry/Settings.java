package groundwork.settings.entry;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.settings.EnvironmentKind;
import groundwork.settings.NetworkSettings;
import groundwork.settings.Region;
import groundwork.settings.StackSettings;
import groundwork.settings.observe.Monitoring;
import groundwork.settings.problems.Credentials;
import groundwork.settings.problems.Problems;
import groundwork.settings.reader.Effective;
import groundwork.settings.reader.Origin;
import groundwork.settings.reader.RecordReader;
import groundwork.settings.source.ConfigTree;
import groundwork.settings.source.Configuration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;

/** Reads a stack's settings, all of them or none: every problem is told at once. */
public final class Settings {
    private static final String ENVIRONMENT = "environment";
    private static final String SYSTEM = "system";

    private Settings() {}

    public static Reading read(Configuration configuration) {
        var config = configuration.values();
        var problems = new Problems();
        problems.addAll(configuration.problems());
        var warnings = new Problems();
        new Namespaces(configuration, problems, warnings).check();
        var tree = ConfigTree.of(config, problems);
        var region = Region.read(config, problems);
        boolean named = tree.has(SYSTEM);
        if (!named) {
            tree.add(SYSTEM, new JsonPrimitive(configuration.project()));
        }
        var system = tree.get(SYSTEM) instanceof JsonPrimitive given ? given.getAsString() : "";
        var added = Monitoring.addTo(
                tree, serviceDomain(tree, system, configuration.stack()), system + "-" + configuration.stack());
        var reader = new RecordReader();
        var settings = reader.read(StackSettings.class, tree, kind(tree), problems);
        settings.ifPresent(read -> StackRules.check(read, configuration, region, tree, problems, warnings));
        problems.throwIfAny();
        var effective = new HashMap<>(reader.effective());
        if (!named) {
            effective.put(SYSTEM, new Effective(configuration.project(), Origin.PROJECT));
        }
        effective.replaceAll((path, value) ->
                added.stream().anyMatch(part -> isWithin(path, part)) ? value.from(Origin.MONITORING) : value);
        warnings.all().stream()
                .filter(warning -> warning.message().equals(Credentials.WARNING))
                .forEach(warning ->
                        effective.replaceAll((path, value) -> isWithin(path, warning.path()) ? value.hidden() : value));
        return new Reading(settings.orElseThrow(), region, effective, warnings.all());
    }

    private static boolean isWithin(String path, String part) {
        return path.startsWith(part) && (path.length() == part.length() || !isOfName(path.charAt(part.length())));
    }

    private static boolean isOfName(char letter) {
        return letter != '.' && letter != '[';
    }

    private static String serviceDomain(JsonObject tree, String system, String stack) {
        return tree.get("network") instanceof JsonObject network
                        && network.get("serviceDomain") instanceof JsonPrimitive given
                ? given.getAsString()
                : NetworkSettings.usualServiceDomain(system, stack);
    }

    /** Decides the defaults, so it is needed before anything is read; a broken one is told of when its turn comes. */
    private static String kind(JsonObject tree) {
        var written = tree.get(ENVIRONMENT);
        return Arrays.stream(EnvironmentKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .filter(kind -> written instanceof JsonPrimitive text
                        && text.getAsString().equals(kind))
                .findFirst()
                .orElse("staging");
    }
}
