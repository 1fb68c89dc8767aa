import { environmentSetting, type EnvironmentSetting, isProduction } from "../environment";
import { resourceRule } from "../rule";

const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
const INSTANCE = "aws:rds/instance:Instance";

export const productionSurvives = resourceRule<EnvironmentSetting>({
    name: "production-survives-a-zone",
    description: "Production databases and caches survive the loss of a zone.",
    remedy: "Set multiAz on databases; automaticFailoverEnabled and multiAzEnabled on caches.",
    settings: environmentSetting,
    types: [INSTANCE, CACHE],
    check(resource, expect, settings) {
        const flags = resource.type === CACHE ? ["automaticFailoverEnabled", "multiAzEnabled"] : ["multiAz"];
        for (const flag of flags) {
            expect(
                () => !isProduction(resource, settings) || isReplica(resource.props) || resource.props[flag] === true,
                `is in production, and ${flag} is not on`,
            );
        }
    },
});

function isReplica(props: Record<string, any>): boolean {
    return "replicateSourceDb" in props;
}
