package groundwork.settings.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import groundwork.settings.LinkKind;
import groundwork.settings.StackSettings;
import groundwork.settings.problems.Problems;
import groundwork.settings.source.Configuration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings under examination, perhaps with replacements for what was broken, and the names as they were written. */
public record Draft(
        StackSettings settings,
        Configuration configuration,
        String region,
        JsonObject written,
        SortedMap<LinkKind, SortedSet<String>> declared,
        Problems broken,
        Problems problems,
        Problems warnings) {
    public static Draft of(
            StackSettings settings,
            Configuration configuration,
            String region,
            JsonObject written,
            Problems problems,
            Problems warnings) {
        var declared = new TreeMap<LinkKind, SortedSet<String>>();
        for (var kind : LinkKind.all()) {
            declared.put(
                    kind,
                    written.get(kind.block()) instanceof JsonObject entries
                            ? new TreeSet<>(entries.keySet())
                            : new TreeSet<>());
        }
        return new Draft(settings, configuration, region, written, declared, problems.copy(), problems, warnings);
    }

    public String stack() {
        return configuration.stack();
    }

    public SortedSet<String> names(LinkKind kind) {
        return declared.get(kind);
    }

    /** Every name that a link may have. */
    public SortedSet<String> allNames() {
        var all = new TreeSet<String>();
        declared.values().forEach(all::addAll);
        return all;
    }

    /** What was read here is what was written, so a rule may rest on it. */
    public boolean isSound(String... path) {
        return scope(broken, path).none();
    }

    /** The same of some keys of one entry, whatever the others are. */
    public boolean areSound(String kind, String name, String... keys) {
        return Arrays.stream(keys).allMatch(key -> isSound(kind, name, key));
    }

    /** The same of some keys of every service; one that could not be read at all is missing from the settings. */
    public boolean areSoundInServices(String... keys) {
        return settings.services().keySet().equals(names(LinkKind.SERVICES))
                && names(LinkKind.SERVICES).stream().allMatch(name -> areSound("services", name, keys));
    }

    /** Whether the stack file says something here itself, and does not leave it to defaults. */
    public boolean isWritten(String... path) {
        return written(path).isPresent();
    }

    /** Whether the stack file has a value here, rather than a block or the encrypted form of one. */
    public boolean isPlainText(String... path) {
        return written(path).filter(JsonElement::isJsonPrimitive).isPresent();
    }

    private Optional<JsonElement> written(String... path) {
        JsonElement part = written;
        for (var key : path) {
            if (!(part instanceof JsonObject block) || !block.has(key)) {
                return Optional.empty();
            }
            part = block.get(key);
        }
        return Optional.of(part);
    }

    public Problems at(String... path) {
        return scope(problems, path);
    }

    public Problems warnAt(String... path) {
        return scope(warnings, path);
    }

    private static Problems scope(Problems root, String... path) {
        var scope = root;
        for (var key : path) {
            scope = scope.at(key);
        }
        return scope;
    }
}
