package groundwork.values;

import static java.util.Objects.requireNonNull;

/** A resource passed as a value; {@code id} is empty for a component, or while it is unknown. */
public record Reference(String urn, String id) {
    public Reference {
        requireNonNull(urn, "urn is null");
        requireNonNull(id, "id is null");
    }

    @Override
    public String toString() {
        return id.isEmpty() ? urn : id;
    }
}
