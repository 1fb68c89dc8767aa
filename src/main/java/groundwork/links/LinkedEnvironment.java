package groundwork.links;

import com.pulumi.core.Output;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.Offer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The variables and secrets that a service's links give it, under their full names. */
public record LinkedEnvironment(
        SortedMap<String, Output<String>> variables, SortedMap<String, SecretReference> secrets) {
    public static LinkedEnvironment of(List<Linked> links) {
        var variables = new TreeMap<String, Output<String>>();
        var secrets = new TreeMap<String, SecretReference>();
        for (var linked : links) {
            var connection = linked.connection();
            put(variables, linked.link(), connection.variables());
            put(secrets, linked.link(), connection.secrets());
        }
        links.forEach(linked -> linked.link()
                .variables()
                .forEach((name, offered) -> addExact(name, new Offer(offered), linked, variables, secrets)));
        var conventions = new HashSet<String>();
        for (var linked : links) {
            linked.connection()
                    .convention()
                    .filter(conventions::add)
                    .ifPresent(convention -> addConventionalUrl(convention, linked.connection(), variables, secrets));
        }
        return new LinkedEnvironment(variables, secrets);
    }

    private static <T> void put(Map<String, T> into, LinkSettings link, Map<Offer, T> values) {
        values.forEach((offer, value) -> into.put(link.variable(offer), value));
    }

    private static void addExact(
            String name,
            Offer offer,
            Linked linked,
            Map<String, Output<String>> variables,
            Map<String, SecretReference> secrets) {
        var connection = linked.connection();
        if (connection.secrets().containsKey(offer)) {
            secrets.put(name, connection.secrets().get(offer));
        } else if (connection.variables().containsKey(offer)) {
            variables.put(name, connection.variables().get(offer));
        } else {
            throw new IllegalStateException(
                    "%s offers nothing for %s".formatted(linked.link().to(), name));
        }
    }

    /** What a link gives under that very name stays. */
    private static void addConventionalUrl(
            String convention,
            Connection connection,
            Map<String, Output<String>> variables,
            Map<String, SecretReference> secrets) {
        var name = convention + "_" + Offer.URL.ending();
        if (variables.containsKey(name) || secrets.containsKey(name)) {
            return;
        }
        if (connection.secrets().containsKey(Offer.URL)) {
            secrets.put(name, connection.secrets().get(Offer.URL));
        } else if (connection.variables().containsKey(Offer.URL)) {
            variables.put(name, connection.variables().get(Offer.URL));
        }
    }
}
