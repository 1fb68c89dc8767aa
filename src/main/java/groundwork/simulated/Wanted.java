package groundwork.simulated;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A resource that has been asked for: what it is, what it is called and where it shall be. */
public record Wanted(String urn, String type, String name, SortedMap<String, Object> inputs, Place place) {
    public Wanted {
        requireNonNull(urn, "urn is null");
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        requireNonNull(place, "place is null");
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    public Wanted withInputs(Map<String, Object> inputs) {
        return new Wanted(urn, type, name, new TreeMap<>(inputs), place);
    }
}
