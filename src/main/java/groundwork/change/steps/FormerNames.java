package groundwork.change.steps;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Urns;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what a resource was before: by its URN, by its own aliases, and by those that its parent was found by. */
final class FormerNames {
    private final State before;
    private final Map<String, String> found = new ConcurrentHashMap<>();

    FormerNames(State before) {
        this.before = before;
    }

    Optional<Recorded> find(Recorded asked) {
        var same = before.find(asked.urn());
        return same.isPresent()
                ? same
                : aliases(asked).stream()
                        .flatMap(alias -> before.find(alias).stream())
                        .findFirst()
                        .map(old -> {
                            found.put(asked.urn(), old.urn());
                            return old;
                        });
    }

    private Set<String> aliases(Recorded asked) {
        var aliases = new LinkedHashSet<>(asked.options().replacement().aliases());
        Optional.ofNullable(found.get(asked.parent())).ifPresent(parent -> {
            aliases.add(inherited(asked.type(), asked.name(), asked.parent(), parent));
            asked.options()
                    .replacement()
                    .aliases()
                    .forEach(alias ->
                            aliases.add(inherited(Urns.type(alias), Urns.name(alias), asked.parent(), parent)));
        });
        return aliases;
    }

    /** A child whose name starts with its parent's is taken to have started with its parent's former name. */
    private static String inherited(String type, String name, String parent, String formerParent) {
        var prefix = Urns.name(parent);
        var former = name.startsWith(prefix) ? Urns.name(formerParent) + name.substring(prefix.length()) : name;
        return Urns.child(formerParent, type, former);
    }
}
