import { jsonOf } from "../../json";
import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import type { Topology } from "../../topology";
import { QUEUE, REDRIVE_ALLOW } from "../../types";

export const queuesHaveDeadLetters = stackRule({
    id: "queue-has-dead-letters",
    controls: ["WA REL04-BP04"],
    description: "A queue moves what cannot be handled aside after a few tries.",
    remedy: "Set redrivePolicy with a deadLetterTargetArn and a maxReceiveCount of 2 to 20.",
    types: [QUEUE],
    check(queue, expect, topology) {
        if (isDeadLetters(queue, topology)) {
            return;
        }
        const policy = () => jsonOf(queue.props["redrivePolicy"] ?? "{}") ?? {};
        expect(() => !!policy().deadLetterTargetArn, "has no queue for what cannot be handled", "redrivePolicy");
        expect(
            () => !policy().deadLetterTargetArn || (policy().maxReceiveCount >= 2 && policy().maxReceiveCount <= 20),
            "moves aside after fewer than 2 tries, or more than 20",
            "redrivePolicy",
        );
        const [target] = topology.pointedAt(queue, "redrivePolicy", QUEUE);
        expect(
            () => target === undefined || retention(target) >= retention(queue),
            () => `keeps messages longer than ${target?.name}, which counts from the same moment`,
            "messageRetentionSeconds",
        );
    },
});

export const deadLettersAreKept = stackRule({
    id: "dead-letters-are-kept",
    controls: ["WA REL04-BP04"],
    description: "What could not be handled is kept for 4 days at least, and only its queues may put it there.",
    remedy: "Set messageRetentionSeconds to 345600 or more, and a RedriveAllowPolicy by queue.",
    types: [QUEUE, REDRIVE_ALLOW],
    check(resource, expect, topology) {
        if (resource.type === REDRIVE_ALLOW) {
            expect(
                () => jsonOf(resource.props["redriveAllowPolicy"] ?? "")?.redrivePermission !== "allowAll",
                "takes the dead letters of any queue",
                "redriveAllowPolicy",
            );
            expect(
                () => jsonOf(resource.props["redriveAllowPolicy"] ?? "") !== undefined,
                "is not JSON",
                "redriveAllowPolicy",
            );
        } else if (isDeadLetters(resource, topology)) {
            expect(
                () => retention(resource) >= 345600,
                "keeps dead letters for less than 4 days",
                "messageRetentionSeconds",
            );
            expect(
                () => topology.pointingAt(resource, "queueUrl", REDRIVE_ALLOW).length > 0,
                "takes the dead letters of any queue",
                "",
            );
        }
    },
});

export const queuesHideMessages = resourceRule({
    id: "queue-waits-for-its-workers",
    controls: ["WA REL04-BP04"],
    description: "A queue gives a worker time, keeps messages for a day, and answers when there is one.",
    remedy: "Set visibilityTimeoutSeconds, messageRetentionSeconds and receiveWaitTimeSeconds.",
    setting: "queues.*.visibility, or queues.*.retention",
    types: [QUEUE],
    check({ props }, expect) {
        expect(
            () => (props["visibilityTimeoutSeconds"] ?? 30) > 0,
            "gives each message to every worker",
            "visibilityTimeoutSeconds",
        );
        expect(
            () => (props["messageRetentionSeconds"] ?? 345600) >= 86400,
            "forgets messages within a day",
            "messageRetentionSeconds",
        );
    },
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
