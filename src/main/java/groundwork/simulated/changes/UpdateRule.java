package groundwork.simulated.changes;

import static groundwork.aws.ResourceTypes.DYNAMODB_TABLE;
import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static groundwork.aws.ResourceTypes.ELASTICACHE_REPLICATION_GROUP;
import static groundwork.aws.ResourceTypes.RDS_CLUSTER;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import java.util.List;
import java.util.Set;

/** Something that AWS does not change in place, although the provider tries to. */
record UpdateRule(String name, Set<String> types, Check check) implements Changes.Named {
    private static final Set<String> DATABASES = Set.of(RDS_INSTANCE, RDS_CLUSTER);

    static final List<UpdateRule> ALL = List.of(
            new UpdateRule("version-never-lower", DATABASES, Versions::neverLower),
            new UpdateRule("cache-version-never-lower", Set.of(ELASTICACHE_REPLICATION_GROUP), Versions::neverLower),
            new UpdateRule("major-version-allowed", DATABASES, Versions::majorIsAllowed),
            new UpdateRule("disk-never-smaller", Set.of(RDS_INSTANCE), Disks::neverSmaller),
            new UpdateRule("cache-mode-stays", Set.of(ELASTICACHE_REPLICATION_GROUP), UpdateRule::cacheModeStays),
            new UpdateRule("table-key-stays", Set.of(DYNAMODB_TABLE), UpdateRule::keyTypeStays),
            new UpdateRule("codedeploy-owns-service", Set.of(ECS_SERVICE), CodeDeployed::leavesToCodeDeploy),
            new UpdateRule("one-vpc", OneVpc.types(), OneVpc::stays));

    /** Compares what exists with what is asked for. */
    @FunctionalInterface
    interface Check {
        void judge(Existing old, Existing asked, World world, Refusals refusals);
    }

    @Override
    public boolean concerns(String type) {
        return types.contains(type);
    }

    private static void cacheModeStays(Existing old, Existing asked, World world, Refusals refusals) {
        refusals.unless(
                old.has("numNodeGroups") == asked.has("numNodeGroups"),
                "numNodeGroups",
                "cluster mode can't be turned %s in place; create another cache and move to it",
                asked.has("numNodeGroups") ? "on" : "off");
    }

    private static void keyTypeStays(Existing old, Existing asked, World world, Refusals refusals) {
        refusals.unless(
                old.value("attributes").equals(asked.value("attributes"))
                        || !old.value("hashKey").equals(asked.value("hashKey"))
                        || !old.value("rangeKey").equals(asked.value("rangeKey")),
                "attributes",
                "the type of a key can't change; create another table");
    }
}
