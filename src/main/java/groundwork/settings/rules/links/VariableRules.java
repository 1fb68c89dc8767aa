package groundwork.settings.rules.links;

import groundwork.settings.LinkKind;
import groundwork.settings.compute.AppSettings;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** No variable is given twice: not by two links, and not by a link and the service itself. */
public record VariableRules(Draft draft) {
    /** Without their own values no program starts, or another one than meant. */
    private static final Set<String> RESERVED =
            Set.of("PATH", "HOME", "HOSTNAME", "IFS", "LD_LIBRARY_PATH", "LD_PRELOAD");

    private static final String PORT = "PORT";
    private static final String PUBLIC_URL = "PUBLIC_URL";

    public void check() {
        draft.settings().services().forEach(this::ofService);
        draft.settings().apps().forEach(this::ofApp);
    }

    private void ofService(String name, ServiceSettings service) {
        var at = draft.at("services", name);
        var givers = givers(service.links(), this::variables, at.at("links"));
        givers.forEach((variable, link) -> at.at("links")
                .at(link)
                .unless(
                        !RESERVED.contains(variable),
                        "would set %s, which the container's programs rely on; give the variable another name",
                        variable));
        service.environment().keySet().forEach(variable -> isGivenByNone(variable, givers, service.links(), at));
        if (service.port().isPresent()) {
            isNotItsOwn(PORT, givers, at);
            isThePort(service, at);
        }
        if (service.isWeb()) {
            isNotItsOwn(PUBLIC_URL, givers, at);
        }
    }

    private static void isThePort(ServiceSettings service, Problems at) {
        var given = service.environment().get(PORT);
        int port = service.port().orElseThrow();
        at.at("environment")
                .at(PORT)
                .unless(
                        given == null || given.equals(Integer.toString(port)),
                        "is not the service's port, %d, where requests arrive; remove it, or change port",
                        port);
    }

    private void ofApp(String name, AppSettings app) {
        var at = draft.at("apps", name);
        var links = app.links().stream().map(AppSettings.Call::asLink).toList();
        var givers = givers(links, this::publicVariables, at.at("links"));
        app.environment().keySet().forEach(variable -> isGivenByNone(variable, givers, links, at));
    }

    /** The variables that a link gives by itself, apart from those it is asked for. */
    private SortedSet<String> variables(LinkSettings link) {
        return variables(link, link::offers);
    }

    private SortedSet<String> publicVariables(LinkSettings link) {
        return variables(link, Linkable::publicOffers);
    }

    private SortedSet<String> variables(LinkSettings link, Function<Linkable, SortedSet<Offer>> offers) {
        var variables = new TreeSet<String>();
        LinkKind.target(link.to(), draft.settings())
                .ifPresent(target -> offers.apply(target).forEach(offer -> variables.add(link.variable(offer))));
        return variables;
    }

    /** Which link gives each variable, the usual ones first. */
    private static Map<String, Integer> givers(
            List<LinkSettings> links, Function<LinkSettings, SortedSet<String>> usual, Problems at) {
        var givers = new HashMap<String, Integer>();
        for (int i = 0; i < links.size(); i++) {
            usualAreItsOwn(i, links, usual.apply(links.get(i)), givers, at);
        }
        for (int i = 0; i < links.size(); i++) {
            for (var variable : links.get(i).variables().keySet()) {
                givers.putIfAbsent(variable, i);
                int giver = givers.get(variable);
                at.at(i)
                        .at("variables")
                        .at(variable)
                        .unless(
                                giver == i,
                                "links[%d] sets %s too; choose another name, or set as on links[%d]",
                                giver,
                                variable,
                                giver);
            }
        }
        return givers;
    }

    /** Of links that begin alike it is said elsewhere, and one clash of two links stands for all. */
    private static void usualAreItsOwn(
            int index, List<LinkSettings> links, SortedSet<String> usual, Map<String, Integer> givers, Problems at) {
        var link = links.get(index);
        usual.stream()
                .filter(variable -> givers.containsKey(variable)
                        && !links.get(givers.get(variable)).beginning().equals(link.beginning()))
                .findFirst()
                .ifPresent(variable -> at.at(index)
                        .add(
                                "%s would set %s, which %s of links[%d] sets too; set as on one of them",
                                Found.quoted(link.to()),
                                variable,
                                Found.quoted(links.get(givers.get(variable)).to()),
                                givers.get(variable)));
        usual.forEach(variable -> givers.putIfAbsent(variable, index));
    }

    private static void isGivenByNone(
            String variable, Map<String, Integer> givers, List<LinkSettings> links, Problems at) {
        var giver = givers.get(variable);
        if (giver != null) {
            at.at("environment")
                    .at(variable)
                    .add(
                            "links[%d], to %s, sets it too; remove it, or set as on the link",
                            giver, Found.quoted(links.get(giver).to()));
        }
    }

    private static void isNotItsOwn(String variable, Map<String, Integer> givers, Problems at) {
        var giver = givers.get(variable);
        if (giver != null) {
            at.at("links").at(giver).add("would set %s, which the service sets itself; choose another name", variable);
        }
    }
}
