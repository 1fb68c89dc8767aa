package groundwork.settings.links;

import groundwork.settings.links.LinkSettings.Access;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** An entry of the stack file that links can name, and what comes of a link to it. */
public interface Linkable {
    String PROTECT =
            "Whether Pulumi and AWS refuse to delete it; as protect of the stack by default. False, an update, then "
                    + "remove it: databases and caches of production leave a last snapshot";
    String RENAMED_FROM =
            "The entry's name before; it stays what it was, and what holds data is not touched. Remove it after an update";
    String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    String NAME_SAYS = "a lower-case name with hyphens";

    /** Whether it is kept from being deleted, where it says so and holds data at all. */
    default Optional<Boolean> protect() {
        return Optional.empty();
    }

    /** What it was called before. */
    Optional<String> renamedFrom();

    SortedSet<Offer> offers();

    Reach reach();

    /** Whether AWS Backup copies it. */
    default boolean isBackedUp() {
        return false;
    }

    /** What is left of the offers for who is outside the VPC. */
    default SortedSet<Offer> publicOffers() {
        return offers();
    }

    /** The choices of access, where there are any. */
    default Set<Access> accesses() {
        return Set.of();
    }

    /** Names that it gives to parts of its own, given its own name; nothing else of its kind may have one. */
    default Set<String> siblings(String name) {
        return Set.of();
    }

    /** Secrets that it stores, given its own name; no other entry may have one of these names. */
    default List<NamedSecret> secrets(String name) {
        return List.of();
    }

    /** The access of a link that says nothing about it. */
    default Optional<Access> usualAccess(boolean byWorker) {
        return Optional.empty();
    }
}
