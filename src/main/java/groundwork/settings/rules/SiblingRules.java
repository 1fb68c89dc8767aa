package groundwork.settings.rules;

import groundwork.settings.LinkKind;
import groundwork.settings.problems.Found;
import java.util.Set;

/** What something makes beside itself has a name of its own, which nothing of the same kind may have. */
public record SiblingRules(Draft draft) {
    public void check() {
        for (var kind : LinkKind.all()) {
            kind.entries(draft.settings()).forEach((name, entry) -> keep(kind, name, entry.siblings(name)));
        }
    }

    private void keep(LinkKind kind, String name, Set<String> siblings) {
        draft.names(kind).stream().filter(siblings::contains).forEach(other -> draft.at(kind.block(), other)
                .add(
                        "%s is the name of a resource that %s.%s creates; choose another name",
                        Found.quoted(other), kind.block(), name));
    }
}
