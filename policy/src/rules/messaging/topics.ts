import { resourceRule, stackRule } from "../../rule";
import { ALARM, EVENT_RULE, EVENT_TARGET, SCHEDULE, TOPIC, TOPIC_POLICY, TOPIC_SUBSCRIPTION } from "../../types";
import { allows, RESOURCE_DOCUMENTS, statements } from "../../documents";

export const topicsHaveSubscribers = stackRule({
    id: "alerts-reach-somebody",
    controls: ["FSBP CloudWatch.15", "CIS 4.1", "WA OPS08-BP04"],
    description: "A topic that alarms use has a subscriber.",
    remedy: "Add a TopicSubscription with an address.",
    setting: "observability.alarms.email",
    types: [TOPIC],
    check(topic, expect, topology) {
        expect(
            () =>
                topology.pointingAt(topic, "alarmActions", ALARM).length === 0 ||
                topology.pointingAt(topic, "topic", TOPIC_SUBSCRIPTION).length > 0,
            "gets alarms, and nobody is subscribed to it",
            "",
        );
    },
});

export const topicsTakeAlarms = stackRule({
    id: "topic-takes-alarms",
    controls: ["WA OPS08-BP04"],
    description: "CloudWatch may publish to a topic that alarms use.",
    remedy: "Allow cloudwatch.amazonaws.com sns:Publish in the topic's policy.",
    types: [TOPIC],
    check(topic, expect, topology) {
        const policies = topology.pointingAt(topic, "arn", TOPIC_POLICY);
        expect(
            () =>
                topology.pointingAt(topic, "alarmActions", ALARM).length === 0 ||
                policies.length === 0 ||
                policies
                    .flatMap(policy => statements(policy, RESOURCE_DOCUMENTS))
                    .filter(allows)
                    .some(
                        ({ actions, principals }) =>
                            actions.some(it => /^sns:publish$/i.test(it)) &&
                            principals.some(({ name }) => name === "cloudwatch.amazonaws.com"),
                    ),
            "has a policy that does not let CloudWatch publish alarms",
            "",
        );
        expect(
            () =>
                topology.pointingAt(topic, "arn", EVENT_TARGET).length === 0 ||
                policies
                    .flatMap(policy => statements(policy, RESOURCE_DOCUMENTS))
                    .filter(allows)
                    .some(({ principals }) => principals.some(({ name }) => name === "events.amazonaws.com")),
            "has no policy that lets events be published",
            "",
        );
    },
});

export const subscriptionsAreEncrypted = resourceRule({
    id: "subscriptions-use-tls",
    controls: ["WA SEC09-BP02"],
    description: "No message leaves a topic by plain HTTP.",
    remedy: "Subscribe an https address, a queue or an e-mail address.",
    types: [TOPIC_SUBSCRIPTION],
    check({ props }, expect) {
        expect(() => props["protocol"] !== "http", "sends messages by plain HTTP", "protocol");
        expect(() => !!props["endpoint"], "goes nowhere", "endpoint");
        expect(
            () => props["protocol"] !== "email" || /^[^@\s]+@[^@\s]+$/.test(props["endpoint"] ?? ""),
            "is for no e-mail address",
            "endpoint",
        );
        expect(() => !!props["protocol"], "has no protocol", "protocol");
    },
});

export const eventsReachSomething = stackRule({
    id: "events-reach-something",
    controls: ["WA OPS08-BP04"],
    description: "A rule for events is enabled, says which, and has a target.",
    remedy: "Add an EventTarget; set the state to ENABLED.",
    types: [EVENT_RULE],
    check(rule, expect, topology) {
        const { props } = rule;
        expect(() => topology.pointingAt(rule, "rule", EVENT_TARGET).length > 0, "has no target", "");
        expect(
            () => (props["state"] ?? "ENABLED") !== "DISABLED" && props["isEnabled"] !== false,
            "is disabled",
            "state",
        );
        expect(() => "eventPattern" in props || "scheduleExpression" in props, "says of no event", "eventPattern");
        expect(
            () => /^\s*\{[\s\S]*"[\s\S]+\}\s*$/.test(props["eventPattern"] ?? '{"a"}'),
            "says of no event",
            "eventPattern",
        );
    },
});

export const schedulesRun = resourceRule({
    id: "schedules-run",
    controls: ["WA OPS08-BP04"],
    description: "A schedule is enabled, has a target and the role to reach it, and tries again.",
    remedy: "Set state to ENABLED, and the target's retryPolicy.",
    types: [SCHEDULE],
    check({ props }, expect) {
        expect(() => (props["state"] ?? "ENABLED") === "ENABLED", "is disabled", "state");
        expect(() => !!props["target"]?.arn, "has no target", "target.arn");
        expect(() => !!props["target"]?.roleArn, "has no role to reach its target", "target.roleArn");
        expect(
            () =>
                (props["target"]?.retryPolicy?.maximumRetryAttempts ?? 185) > 0 ||
                /^rate\(\d+ minutes?\)$/.test(props["scheduleExpression"] ?? ""),
            "does not try again",
            "target.retryPolicy.maximumRetryAttempts",
        );
        expect(
            () => /^(cron|rate|at)\(.+\)$/.test(props["scheduleExpression"] ?? ""),
            "never runs",
            "scheduleExpression",
        );
    },
});
