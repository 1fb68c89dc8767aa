package groundwork.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machines that a service of AWS offers, by families and their sizes. */
public enum InstanceClasses {
    RDS("rds", "db", "db.t4g.medium"),
    ELASTICACHE("elasticache", "cache", "cache.t4g.micro");

    /** Of every class, what stands after its beginning. */
    private static final Pattern FORM = Pattern.compile("([a-z]+)\\.([a-z]\\w+)\\.(\\w+)");

    private final Map<String, String> sizes;
    private final String beginning;
    private final String example;

    InstanceClasses(String table, String beginning, String example) {
        Map<String, Map<String, String>> tables = Table.read("aws/instance-classes.yaml");
        this.sizes = tables.get(table);
        this.beginning = beginning;
        this.example = example;
    }

    /** Every class there is. */
    public Stream<String> all() {
        return sizes.entrySet().stream()
                .flatMap(family -> Stream.of(family.getValue().split(" "))
                        .map(size -> String.join(".", beginning, family.getKey(), size)));
    }

    /** Why there is no such class, where there is none. */
    public Optional<String> problem(String instanceClass) {
        var parts = FORM.matcher(instanceClass);
        if (!parts.matches() || !parts.group(1).equals(beginning) || !sizes.containsKey(parts.group(2))) {
            return Optional.of("\"%s\" is not in the table of instance classes; choose one such as %s"
                    .formatted(instanceClass, example));
        }
        var offered = List.of(sizes.get(parts.group(2)).split(" "));
        return offered.contains(parts.group(3))
                ? Optional.empty()
                : Optional.of("\"%s\": the family %s has no such size; choose %s"
                        .formatted(instanceClass, parts.group(2), String.join(", ", offered)));
    }
}
