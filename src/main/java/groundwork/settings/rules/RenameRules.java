package groundwork.settings.rules;

import groundwork.settings.LinkKind;
import groundwork.settings.links.Linkable;
import groundwork.settings.problems.Found;
import java.util.HashMap;
import java.util.Map;

/** An entry that has another name now stands alone for what had the old one. */
public record RenameRules(Draft draft) {
    private static final String KEY = "renamedFrom";

    public void check() {
        for (var kind : LinkKind.all()) {
            var heirs = new HashMap<String, String>();
            kind.entries(draft.settings()).forEach((name, entry) -> entry.renamedFrom()
                    .ifPresent(former -> check(kind, name, entry, former, heirs)));
        }
    }

    private void check(LinkKind kind, String name, Linkable entry, String former, Map<String, String> heirs) {
        draft.at(kind.block(), name, KEY)
                .unless(
                        !draft.allNames().contains(former),
                        "%s is still the name of an entry; remove that entry, or renamedFrom",
                        Found.quoted(former));
        var heir = heirs.putIfAbsent(former, name);
        draft.at(kind.block(), name, KEY)
                .unless(
                        heir == null,
                        "%s.%s is renamed from %s already; only one can be",
                        kind.block(),
                        heir,
                        Found.quoted(former));
        warn(kind, name, entry, former);
    }

    private void warn(LinkKind kind, String name, Linkable entry, String former) {
        var at = draft.warnAt(kind.block(), name, KEY);
        if (kind.equals(LinkKind.SECRETS)) {
            boolean isNamed = draft.settings().secrets().get(name).name().isPresent();
            at.unless(
                    isNamed,
                    "after the next update, set name: %s and remove it; without that name the secret becomes another, "
                            + "without its value",
                    former);
            at.unless(!isNamed, "remove it after the next update");
            return;
        }
        at.add("remove it after the next update");
        if (kind.equals(LinkKind.SERVICES)
                && draft.settings().services().get(name).discovery().isEmpty()
                && isCalled(name)) {
            draft.warnAt(kind.block(), name, "discovery")
                    .add(
                            "its name inside the VPC changes too, and callers still use the old one until their new tasks"
                                    + " run; set discovery: %s to keep it",
                            former);
        }
    }

    private boolean isCalled(String service) {
        return draft.settings().services().values().stream()
                .flatMap(caller -> caller.links().stream())
                .anyMatch(link -> link.to().equals(service));
    }
}
