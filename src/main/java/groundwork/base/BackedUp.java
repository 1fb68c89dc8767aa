package groundwork.base;

import java.util.Optional;

/** Something that may hold data which a backup plan copies. */
public interface BackedUp {
    /** Empty where the settings keep it out of backups. */
    Optional<Protected> toBackUp();
}
