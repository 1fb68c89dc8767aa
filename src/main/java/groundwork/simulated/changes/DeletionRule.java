package groundwork.simulated.changes;

import static groundwork.aws.ResourceTypes.BACKUP_VAULT;
import static groundwork.aws.ResourceTypes.ECR_REPOSITORY;
import static groundwork.aws.ResourceTypes.ELASTICACHE_REPLICATION_GROUP;
import static groundwork.aws.ResourceTypes.RDS_CLUSTER;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static groundwork.aws.ResourceTypes.S3_BUCKET_V2;

import groundwork.aws.Table;
import groundwork.aws.Uses;
import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Something that AWS does not delete. */
record DeletionRule(String name, Optional<Set<String>> types, Check check) implements Changes.Named {
    private static final Map<String, String> PROTECTION = Table.read("aws/deletion-protection.yaml");

    /** What they hold is not asked for: once they are used, they hold something. */
    private static final Map<String, String> EMPTIED = Map.of(
            S3_BUCKET_V2, "forceDestroy",
            ECR_REPOSITORY, "forceDelete",
            BACKUP_VAULT, "forceDestroy");

    private static final Set<String> LEAVE_A_SNAPSHOT =
            Set.of(RDS_INSTANCE, RDS_CLUSTER, ELASTICACHE_REPLICATION_GROUP);

    static final List<DeletionRule> ALL = List.of(
            new DeletionRule("deletion-protection", Optional.of(PROTECTION.keySet()), DeletionRule::isUnprotected),
            new DeletionRule("not-empty", Optional.of(EMPTIED.keySet()), DeletionRule::isEmptied),
            new DeletionRule("last-snapshot-once", Optional.of(LEAVE_A_SNAPSHOT), DeletionRule::snapshotIsNew),
            new DeletionRule("in-use", Optional.empty(), DeletionRule::isUnused));

    /** Judges what exists. */
    @FunctionalInterface
    interface Check {
        void judge(Existing old, World world, Collection<Existing> deleted, Refusals refusals);
    }

    @Override
    public boolean concerns(String type) {
        return types.map(named -> named.contains(type)).orElse(true);
    }

    private static void isUnprotected(Existing old, World world, Collection<Existing> deleted, Refusals refusals) {
        var property = PROTECTION.get(old.type());
        refusals.unless(!old.flag(property), property, "is on: AWS deletes it only after that was turned off");
    }

    private static void isEmptied(Existing old, World world, Collection<Existing> deleted, Refusals refusals) {
        var property = EMPTIED.get(old.type());
        refusals.unless(
                old.flag(property),
                property,
                "is off: AWS deletes it only when it is empty, or after that was turned on");
    }

    private static void snapshotIsNew(Existing old, World world, Collection<Existing> deleted, Refusals refusals) {
        if (old.flag("skipFinalSnapshot")) {
            return;
        }
        old.text("finalSnapshotIdentifier").ifPresent(snapshot -> deleted.stream()
                .filter(other -> other.type().equals(old.type()))
                .filter(other -> other.text("finalSnapshotIdentifier")
                        .filter(snapshot::equals)
                        .isPresent())
                .findFirst()
                .ifPresent(other -> refusals.add(
                        "finalSnapshotIdentifier",
                        "\"%s\" is the last snapshot of an earlier %s; delete or copy that first",
                        snapshot,
                        other.name())));
    }

    private static void isUnused(Existing old, World world, Collection<Existing> deleted, Refusals refusals) {
        Uses.of(old.type()).forEach((type, properties) -> world.ofType(type).stream()
                .filter(user -> !user.id().equals(old.id()) || !user.type().equals(old.type()))
                .filter(user -> properties.stream().anyMatch(property -> names(user, property, old)))
                .findFirst()
                .ifPresent(user -> refusals.add("", "is in use by %s %s", user.type(), user.name())));
    }

    private static boolean names(Existing user, String property, Existing used) {
        var identities = Stream.of(
                        used.id(), used.outputs().get("arn"), used.outputs().get("name"))
                .filter(Objects::nonNull)
                .toList();
        return user.paths(property).flatMap(path -> user.text(path).stream()).anyMatch(identities::contains);
    }
}
