package groundwork.offline.recording;

import static java.util.stream.Collectors.joining;

import groundwork.simulated.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything one run of a program did, in an order that never depends on which thread came first. */
public record Recording(
        String project,
        String stack,
        List<Recorded> resources,
        Map<String, Object> outputs,
        List<Finding> refusals,
        List<String> warnings,
        List<String> notes) {
    private static final int NEAR = 5;

    public Recording {
        resources = List.copyOf(resources);
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    public List<Recorded> ofType(String type) {
        return resources.stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The one resource of this type and logical name. */
    public Recorded named(String type, String name) {
        var found = ofType(type).stream()
                .filter(resource -> resource.name().equals(name))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new AssertionError(
                found.isEmpty() ? missing(type, name) : found.size() + " resources are " + type + " " + name);
    }

    public Optional<Recorded> withUrn(String urn) {
        return resources.stream().filter(resource -> resource.urn().equals(urn)).findFirst();
    }

    public List<Recorded> childrenOf(String urn) {
        return resources.stream()
                .filter(resource -> resource.parent().equals(urn))
                .toList();
    }

    private String missing(String type, String name) {
        var names = ofType(type).stream().map(Recorded::name).toList();
        String near = names.isEmpty()
                ? "there is none of that type; the types are "
                        + resources.stream()
                                .map(Recorded::type)
                                .distinct()
                                .sorted()
                                .collect(joining(", "))
                : "the nearest are "
                        + names.stream()
                                .sorted(Comparator.comparingInt((String other) -> distance(name, other))
                                        .thenComparing(Comparator.naturalOrder()))
                                .limit(NEAR)
                                .collect(joining(", "));
        return "no " + type + " is called " + name + ": " + near;
    }

    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int diagonal = above[0];
            above[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = diagonal + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = above[column];
                above[column] = Math.min(change, Math.min(above[column], above[column - 1]) + 1);
            }
        }
        return above[right.length()];
    }
}
