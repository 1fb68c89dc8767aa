package groundwork.simulated.changes;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import java.util.List;
import java.util.Set;

/** Something that AWS does not change in place, although the provider tries to. */
record UpdateRule(String name, Set<String> types, Check check) implements Changes.Named {
    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
    private static final Set<String> DATABASES = Set.of(INSTANCE, CLUSTER);

    static final List<UpdateRule> ALL = List.of(
            new UpdateRule("version-never-lower", DATABASES, Versions::neverLower),
            new UpdateRule("cache-version-never-lower", Set.of(CACHE), Versions::neverLower),
            new UpdateRule("major-version-allowed", DATABASES, Versions::majorIsAllowed),
            new UpdateRule("disk-never-smaller", Set.of(INSTANCE), Disks::neverSmaller),
            new UpdateRule("cache-mode-stays", Set.of(CACHE), UpdateRule::cacheModeStays),
            new UpdateRule("table-key-stays", Set.of("aws:dynamodb/table:Table"), UpdateRule::keyTypeStays),
            new UpdateRule(
                    "codedeploy-owns-service", Set.of("aws:ecs/service:Service"), CodeDeployed::leavesToCodeDeploy),
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
