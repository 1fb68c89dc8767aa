package groundwork.links;

import com.pulumi.core.Output;
import groundwork.settings.LinkSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The variables and secrets that a service's links give it, under their full names. */
public record LinkedEnvironment(
        SortedMap<String, Output<String>> variables, SortedMap<String, SecretReference> secrets) {
    private static final String URL = "URL";

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
                .forEach((name, offered) -> addExact(name, LinkSettings.ending(offered), linked, variables, secrets)));
        var conventions = new HashSet<String>();
        for (var linked : links) {
            linked.connection()
                    .convention()
                    .filter(conventions::add)
                    .ifPresent(convention -> addConventionalUrl(convention, linked.connection(), variables, secrets));
        }
        return new LinkedEnvironment(variables, secrets);
    }

    private static <T> void put(Map<String, T> into, LinkSettings link, Map<String, T> values) {
        values.forEach((ending, value) -> into.put(link.variable(ending), value));
    }

    private static void addExact(
            String name,
            String ending,
            Linked linked,
            Map<String, Output<String>> variables,
            Map<String, SecretReference> secrets) {
        var connection = linked.connection();
        if (connection.secrets().containsKey(ending)) {
            secrets.put(name, connection.secrets().get(ending));
        } else if (connection.variables().containsKey(ending)) {
            variables.put(name, connection.variables().get(ending));
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
        var name = convention + "_" + URL;
        if (variables.containsKey(name) || secrets.containsKey(name)) {
            return;
        }
        if (connection.secrets().containsKey(URL)) {
            secrets.put(name, connection.secrets().get(URL));
        } else if (connection.variables().containsKey(URL)) {
            variables.put(name, connection.variables().get(URL));
        }
    }
}
