package groundwork.change.steps;

import groundwork.offline.recording.Recorded;
import groundwork.simulated.kinds.Difference;
import groundwork.values.Path;
import java.util.List;

/** The properties that replace a resource: because AWS can't change them, or because the program says so. */
final class Replacing {
    private static final String ANY = "*";

    private Replacing() {}

    static List<String> of(Difference difference, Recorded resource) {
        var listed = resource.options().replacement().onChanges().stream()
                .map(path -> Path.parse(path).steps().get(0))
                .toList();
        return difference.changed().stream()
                .filter(property ->
                        difference.replacing().contains(property) || listed.contains(property) || listed.contains(ANY))
                .toList();
    }
}
