import { resourceRule } from "../rule";

export const notPubliclyAccessible = resourceRule({
    id: "data-not-public",
    controls: [],
    description: "Databases have no public address.",
    remedy: "Remove publiclyAccessible; reach the database from inside the network.",
    types: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
    check({ props }, expect) {
        expect(() => props["publiclyAccessible"] !== true, "the database is publicly accessible");
    },
});
