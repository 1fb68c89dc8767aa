package groundwork.offline;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/** What one run of a program is given: the stack it is for and that stack's configuration. */
public record Run(String project, String stack, Map<String, String> config, Set<String> secretKeys, Ids ids) {
    public Run {
        requireNonNull(project, "project is null");
        requireNonNull(stack, "stack is null");
        requireNonNull(ids, "ids is null");
        config = Map.copyOf(config);
        secretKeys = Set.copyOf(secretKeys);
    }

    public static Run of(String project, String stack) {
        return new Run(project, stack, Map.of(), Set.of(), Ids.KNOWN);
    }

    public Run withConfig(Map<String, String> config) {
        return new Run(project, stack, config, secretKeys, ids);
    }

    public Run withIds(Ids ids) {
        return new Run(project, stack, config, secretKeys, ids);
    }
}
