import { jsonOf } from "../../json";
import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import type { Topology } from "../../topology";
import { QUEUE, REDRIVE_ALLOW } from "../../types";

export const queuesHaveDeadLetters = stackRule("queue-has-dead-letters", [QUEUE], (queue, expect, topology) => {
    if (isDeadLetters(queue, topology)) {
        return;
    }
    const policy = () => jsonOf(queue.props["redrivePolicy"] ?? "{}") ?? {};
    expect("redrivePolicy", "has no queue for what cannot be handled", () => !!policy().deadLetterTargetArn);
    expect(
        "redrivePolicy",
        "moves aside after fewer than 2 tries, or more than 20",
        () => !policy().deadLetterTargetArn || (policy().maxReceiveCount >= 2 && policy().maxReceiveCount <= 20),
    );
    const [target] = topology.pointedAt(queue, "redrivePolicy", QUEUE);
    expect(
        "messageRetentionSeconds",
        () => `keeps messages longer than ${target?.name}, which counts from the same moment`,
        () => target === undefined || retention(target) >= retention(queue),
    );
});

export const deadLettersAreKept = stackRule(
    "dead-letters-are-kept",
    [QUEUE, REDRIVE_ALLOW],
    (resource, expect, topology) => {
        if (resource.type === REDRIVE_ALLOW) {
            expect(
                "redriveAllowPolicy",
                "takes the dead letters of any queue",
                () => jsonOf(resource.props["redriveAllowPolicy"] ?? "")?.redrivePermission !== "allowAll",
            );
            expect(
                "redriveAllowPolicy",
                "is not JSON",
                () => jsonOf(resource.props["redriveAllowPolicy"] ?? "") !== undefined,
            );
        } else if (isDeadLetters(resource, topology)) {
            expect(
                "messageRetentionSeconds",
                "keeps dead letters for less than 4 days",
                () => retention(resource) >= 345600,
            );
            expect(
                "",
                "takes the dead letters of any queue",
                () => topology.pointingAt(resource, "queueUrl", REDRIVE_ALLOW).length > 0,
            );
        }
    },
);

export const queuesHideMessages = resourceRule("queue-waits-for-its-workers", [QUEUE], ({ props }, expect) => {
    expect(
        "visibilityTimeoutSeconds",
        "gives each message to every worker",
        () => (props["visibilityTimeoutSeconds"] ?? 30) > 0,
    );
    expect(
        "messageRetentionSeconds",
        "forgets messages within a day",
        () => (props["messageRetentionSeconds"] ?? 345600) >= 86400,
    );
});

function isDeadLetters(queue: Resource, topology: Topology): boolean {
    return (
        topology.pointingAt(queue, "redrivePolicy", QUEUE).length > 0 ||
        topology
            .ofType(QUEUE)
            .some(it => String(it.inputs["redrivePolicy"] ?? "").includes(`:${queue.inputs["name"]}"`))
    );
}

function retention({ props }: Resource): number {
    return props["messageRetentionSeconds"] ?? 345600;
}
