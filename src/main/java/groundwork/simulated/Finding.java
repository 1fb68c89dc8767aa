package groundwork.simulated;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/** Something AWS would refuse or warn of: which resource, which property of it, and what to do. */
public record Finding(String rule, String urn, String type, String name, String path, String message)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::urn)
            .thenComparing(Finding::path)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    public Finding {
        requireNonNull(rule, "rule is null");
        requireNonNull(urn, "urn is null");
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        requireNonNull(path, "path is null");
        requireNonNull(message, "message is null");
    }

    /** The resource and property a person looks for: {@code aws:lb/loadBalancer:LoadBalancer web · name}. */
    public String where() {
        return type + " " + name + (path.isEmpty() ? "" : " · " + path);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return where() + ": " + message;
    }
}
