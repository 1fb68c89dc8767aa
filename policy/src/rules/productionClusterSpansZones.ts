import { pointsAt } from "../topology";
import { stackRule } from "../rule";

export const productionClusterSpansZones = stackRule({
    id: "production-cluster-spans-zones",
    controls: [],
    environments: ["production"],
    description: "A production database cluster has a second instance to fail over to.",
    remedy: "Give the cluster a reader in another zone.",
    check(topology, expectOf) {
        const instances = topology.ofType("aws:rds/clusterInstance:ClusterInstance");
        for (const cluster of topology.ofType("aws:rds/cluster:Cluster")) {
            expectOf(cluster)(
                () =>
                    instances.filter(instance => pointsAt(instance, "clusterIdentifier", cluster)).length > 1,
                "is in production with a single instance",
            );
        }
    },
});
