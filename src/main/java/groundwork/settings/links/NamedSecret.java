package groundwork.settings.links;

import java.util.Optional;

/** A secret that an entry stores under a name, and its setting that chooses the name, where there is one. */
public record NamedSecret(String name, Optional<String> setting) {
    public static NamedSecret chosenBy(String setting, String name) {
        return new NamedSecret(name, Optional.of(setting));
    }

    /** Its name derives from the entry's. */
    public static NamedSecret derived(String name) {
        return new NamedSecret(name, Optional.empty());
    }
}
