import { environmentSetting, type EnvironmentSetting, isProduction } from "../environment";
import { ofType, pointsAt } from "../references";
import { stackRule } from "../rule";

export const productionClusterSpansZones = stackRule<EnvironmentSetting>({
    name: "production-cluster-spans-zones",
    description: "A production database cluster has a second instance to fail over to.",
    remedy: "Give the cluster a reader in another zone.",
    settings: environmentSetting,
    check(resources, expectOf, settings) {
        const instances = ofType(resources, "aws:rds/clusterInstance:ClusterInstance");
        for (const cluster of ofType(resources, "aws:rds/cluster:Cluster")) {
            expectOf(cluster)(
                () =>
                    !isProduction(cluster, settings) ||
                    instances.filter(instance => pointsAt(instance, "clusterIdentifier", cluster)).length > 1,
                "is in production with a single instance",
            );
        }
    },
});
