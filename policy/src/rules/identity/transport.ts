import { RESOURCE_DOCUMENTS, type Statement, statements } from "../../documents";
import type { Resource } from "../../resource";
import { stackRule } from "../../rule";
import type { Topology } from "../../topology";
import { BUCKET_POLICY, BUCKETS, EFS, EFS_POLICY, QUEUE, QUEUE_POLICY, TOPIC, TOPIC_POLICY } from "../../types";

/** For each kind of resource: the policies it may have, by which property they point at it, and what they must refuse. */
const POLICIES: Record<string, { policy: string; by: string; refuses: RegExp }> = {
    ...Object.fromEntries(BUCKETS.map(type => [type, { policy: BUCKET_POLICY, by: "bucket", refuses: /^s3:\*$/ }])),
    [QUEUE]: { policy: QUEUE_POLICY, by: "queueUrl", refuses: /^sqs:(\*|SendMessage)$/ },
    [TOPIC]: { policy: TOPIC_POLICY, by: "arn", refuses: /^(sns:Publish|SNS:\*)$/i },
    [EFS]: { policy: EFS_POLICY, by: "fileSystemId", refuses: /^elasticfilesystem:(\*|ClientMount)$/ },
};

export const refusesPlainTransport = stackRule(
    "refuses-plain-transport",
    Object.keys(POLICIES),
    (resource, expect, topology) => {
        const { policy, refuses } = POLICIES[resource.type]!;
        expect(
            "policy",
            () => `takes requests without TLS: no ${policy.split(":").pop()} denies them`,
            () => documentsOf(resource, topology).some(it => isDenial(it, refuses) && isOf(resource, it)),
        );
    },
);

function documentsOf(resource: Resource, topology: Topology): Statement[] {
    const { policy, by } = POLICIES[resource.type]!;
    return [resource, ...topology.pointingAt(resource, by, policy)].flatMap(it => statements(it, RESOURCE_DOCUMENTS));
}

/** Whether a statement is about this resource, as far as its ARN is known. */
function isOf({ identities }: Resource, { resources }: Statement): boolean {
    const arn = identities.find(it => it.startsWith("arn:"));
    return arn === undefined || resources.some(it => it === arn || it === "*");
}

function isDenial({ effect, actions, principals, condition, resources }: Statement, refuses: RegExp): boolean {
    return (
        effect === "Deny" &&
        principals.some(({ name }) => name === "*") &&
        actions.some(it => refuses.test(it) || it === "*") &&
        (resources.length > 1 || !actions.includes("s3:*")) &&
        condition.length === 1 &&
        condition.some(it => it.key === "aws:SecureTransport" && /^Bool/.test(it.operator) && it.values[0] === "false")
    );
}
