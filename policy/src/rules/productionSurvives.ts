import { resourceRule } from "../rule";

const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
const INSTANCE = "aws:rds/instance:Instance";

export const productionSurvives = resourceRule({
    id: "production-survives-a-zone",
    controls: [],
    environments: ["production"],
    description: "Production databases and caches survive the loss of a zone.",
    remedy: "Set multiAz on databases; automaticFailoverEnabled and multiAzEnabled on caches.",
    types: [INSTANCE, CACHE],
    check(resource, expect) {
        const flags = resource.type === CACHE ? ["automaticFailoverEnabled", "multiAzEnabled"] : ["multiAz"];
        for (const flag of flags) {
            expect(
                () => isReplica(resource.props) || resource.props[flag] === true,
                `is in production, and ${flag} is not on`,
            );
        }
    },
});

function isReplica(props: Record<string, any>): boolean {
    return "replicateSourceDb" in props;
}
