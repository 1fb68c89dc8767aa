package groundwork.settings;

import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;

/** The key for data at rest. */
@Short("key")
public record EncryptionSettings(
        @Setting(
                        value = "Encrypt with a KMS key of this stack (own) or with AWS managed keys (aws)",
                        example = "own",
                        cost = "$1 for the key, and $0.03 for 10,000 requests")
                Key key) {

    public enum Key {
        OWN,
        AWS
    }
}
