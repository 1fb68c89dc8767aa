package groundwork.settings.links;

import java.util.Optional;

/**
 * A secret that an entry stores under a name.
 *
 * @param setting of the entry that chooses the name, where there is one
 * @param isParameter whether it is in Parameter Store
 */
public record NamedSecret(String name, Optional<String> setting, boolean isParameter) {
    public static NamedSecret chosenBy(String setting, String name, boolean isParameter) {
        return new NamedSecret(name, Optional.of(setting), isParameter);
    }

    /** Its name derives from the entry's. */
    public static NamedSecret derived(String name, boolean isParameter) {
        return new NamedSecret(name, Optional.empty(), isParameter);
    }
}
