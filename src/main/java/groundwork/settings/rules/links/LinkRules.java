package groundwork.settings.rules.links;

import static java.util.stream.Collectors.joining;

import groundwork.settings.LinkKind;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Nearest;
import groundwork.settings.problems.Problems;
import groundwork.settings.rules.Draft;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** A link goes once to something declared, in a way that it can be used. */
public record LinkRules(Draft draft) {
    public void check() {
        draft.settings().services().forEach((name, service) -> linksOf(name, service.links()));
    }

    private void linksOf(String service, List<LinkSettings> links) {
        var targets = new HashMap<String, Integer>();
        var prefixes = new HashMap<String, Integer>();
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            var at = draft.at("services", service, "links").at(i);
            at.unless(!link.to().equals(service), "a service needs no link to itself; remove it");
            var first = targets.putIfAbsent(link.to() + purpose(link), i);
            at.unless(first == null, "links[%d] already links to %s; keep one", first, Found.quoted(link.to()));
            if (first == null) {
                var other = prefixes.putIfAbsent(link.beginning(), i);
                at.unless(
                        other == null,
                        "its variables would have the prefix %s, as those of links[%d]; set as on one of them",
                        link.beginning(),
                        other);
            }
            target(link, at);
        }
    }

    private void target(LinkSettings link, Problems at) {
        if (!draft.allNames().contains(link.to())) {
            at.add("%s", undeclared(link.to(), draft.allNames()));
            return;
        }
        at.unless(
                !draft.names(LinkKind.VOLUMES).contains(link.to()),
                "%s is a volume; use mounts: { %s: /a/folder } instead of a link",
                Found.quoted(link.to()),
                link.to());
        LinkKind.target(link.to(), draft.settings()).ifPresent(target -> {
            link.access().ifPresent(access -> accessFits(link.to(), target, access, at));
            variablesAreOffered(link, target, at);
        });
        readsHaveReplicas(link, at);
        var callee = draft.settings().services().get(link.to());
        if (callee != null && draft.isSound("services", link.to())) {
            at.unless(
                    !callee.isWorker()
                            || callee.scrape().isPresent() && link.access().isPresent(),
                    "%s has no port; set services.%s.port, or remove the link",
                    Found.quoted(link.to()),
                    link.to());
        }
    }

    private void variablesAreOffered(LinkSettings link, Linkable target, Problems at) {
        var offered = link.offers(target);
        var choice = offered.isEmpty()
                ? "such a link gives no variables; remove it"
                : "choose " + offered.stream().map(Offer::name).collect(joining(", "));
        link.variables().forEach((name, wanted) -> at.at("variables")
                .at(name)
                .unless(
                        offered.contains(new Offer(wanted)),
                        "%s is not offered by %s; %s",
                        Found.quoted(wanted),
                        kindOf(link.to()),
                        choice));
    }

    private void accessFits(String name, Linkable target, Access access, Problems at) {
        var allowed = target.accesses();
        var choice = allowed.isEmpty()
                ? "this target has no access levels; remove it"
                : "choose " + allowed.stream().map(LinkRules::kebab).collect(joining(", "));
        at.at("access")
                .unless(
                        allowed.contains(access),
                        "%s does not apply to %s: %s",
                        Found.quoted(kebab(access)),
                        kindOf(name),
                        choice);
    }

    private void readsHaveReplicas(LinkSettings link, Problems at) {
        var database = draft.settings().databases().get(link.to());
        if (isReading(link) && database != null && draft.isSound("databases", link.to())) {
            at.at("access")
                    .unless(
                            database.readers() > 0,
                            "%s has no read replicas; set databases.%s.replicas, or remove access",
                            Found.quoted(link.to()),
                            link.to());
        }
    }

    /** A database may be linked to for writing and once more for reading. */
    private String purpose(LinkSettings link) {
        return isReading(link) && draft.names(LinkKind.DATABASES).contains(link.to()) ? " for reading" : "";
    }

    private static boolean isReading(LinkSettings link) {
        return link.access().filter(Access.READ::equals).isPresent();
    }

    private String kindOf(String target) {
        return LinkKind.all().stream()
                .filter(kind -> draft.names(kind).contains(target))
                .map(kind -> kind.block() + "." + target)
                .findFirst()
                .orElse(target);
    }

    public static String undeclared(String name, Collection<String> declared) {
        var remedy = Nearest.to(name, declared)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(declared.isEmpty() ? "nothing is" : "declared are " + String.join(", ", declared));
        return "%s is not declared; %s".formatted(Found.quoted(name), remedy);
    }

    private static String kebab(Access access) {
        return access.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
