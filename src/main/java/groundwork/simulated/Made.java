package groundwork.simulated;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A resource as it stands once it was made: its id and everything it says about itself. */
public record Made(String id, SortedMap<String, Object> outputs) {
    public Made {
        requireNonNull(id, "id is null");
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }
}
