package groundwork.links;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.permissions.Statement;
import groundwork.settings.links.Offer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What something offers to whoever links to it; the variables are named by the link.
 *
 * @param convention a beginning that frameworks expect, such as {@code DATABASE}; the first link of its kind gets its
 *     {@code URL} under that too
 */
public record Connection(
        Optional<Egress> egress,
        SortedMap<Offer, Output<String>> variables,
        SortedMap<Offer, SecretReference> secrets,
        List<Statement> permissions,
        List<Resource> readyAfter,
        Optional<String> convention) {

    public static final Connection NONE =
            new Connection(Optional.empty(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), Optional.empty());

    public Connection {
        requireNonNull(egress, "egress is null");
        requireNonNull(convention, "convention is null");
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
        permissions = List.copyOf(permissions);
        readyAfter = List.copyOf(readyAfter);
    }

    public static Connection of(Map<Offer, Output<String>> variables) {
        return NONE.with(variables);
    }

    public Connection through(Egress theEgress) {
        return new Connection(Optional.of(theEgress), variables, secrets, permissions, readyAfter, convention);
    }

    public Connection with(Map<Offer, Output<String>> more) {
        var all = new TreeMap<>(variables);
        all.putAll(more);
        return new Connection(egress, all, secrets, permissions, readyAfter, convention);
    }

    public Connection secret(Offer offer, SecretReference reference) {
        var all = new TreeMap<>(secrets);
        all.put(offer, reference);
        return new Connection(egress, variables, all, permissions, readyAfter, convention);
    }

    public Connection permitting(Statement... statements) {
        return permitting(List.of(statements));
    }

    public Connection permitting(List<Statement> statements) {
        return new Connection(egress, variables, secrets, statements, readyAfter, convention);
    }

    public Connection after(List<? extends Resource> resources) {
        return new Connection(egress, variables, secrets, permissions, List.copyOf(resources), convention);
    }

    public Connection knownAs(String beginning) {
        return new Connection(egress, variables, secrets, permissions, readyAfter, Optional.of(beginning));
    }
}
