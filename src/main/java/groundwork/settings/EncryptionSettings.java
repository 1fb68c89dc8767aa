package groundwork.settings;

import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;

/** The key for data at rest. */
@Short("key")
public record EncryptionSettings(
        @Setting(
                        value = "A key of the environment's own, or the keys that AWS manages",
                        example = "own",
                        cost = "about $1 for a key of one's own, and $0.03 for 10,000 calls",
                        replaces = "databases, caches and file systems that it encrypts")
                Key key) {

    public enum Key {
        OWN,
        AWS
    }
}
