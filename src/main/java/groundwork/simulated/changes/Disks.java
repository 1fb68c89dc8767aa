package groundwork.simulated.changes;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;

/** Disks of databases grow and never shrink. */
final class Disks {
    private static final String PROPERTY = "allocatedStorage";

    private Disks() {}

    static void neverSmaller(Existing old, Existing asked, World world, Refusals refusals) {
        old.number(PROPERTY).ifPresent(before -> asked.number(PROPERTY)
                .ifPresent(after -> refusals.unless(
                        after >= before, PROPERTY, "is %d GB; the disk has %d, and can't shrink", after, before)));
    }
}
