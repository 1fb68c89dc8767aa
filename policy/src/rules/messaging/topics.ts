import { resourceRule, stackRule } from "../../rule";
import { ALARM, EVENT_RULE, EVENT_TARGET, SCHEDULE, TOPIC, TOPIC_POLICY, TOPIC_SUBSCRIPTION } from "../../types";
import { allows, RESOURCE_DOCUMENTS, statements } from "../../documents";

export const topicsHaveSubscribers = stackRule("alerts-reach-somebody", [TOPIC], (topic, expect, topology) => {
    expect(
        "",
        "gets alarms, and nobody is subscribed to it",
        () =>
            topology.pointingAt(topic, "alarmActions", ALARM).length === 0 ||
            topology.pointingAt(topic, "topic", TOPIC_SUBSCRIPTION).length > 0,
    );
    const subscriptions = topology.pointingAt(topic, "topic", TOPIC_SUBSCRIPTION);
    expect(
        "",
        "gets alarms, and each of its subscribers only takes some messages",
        () =>
            topology.pointingAt(topic, "alarmActions", ALARM).length === 0 ||
            subscriptions.length === 0 ||
            subscriptions.some(it => it.props["filterPolicy"] === undefined),
    );
});

export const topicsTakeAlarms = stackRule("topic-takes-alarms", [TOPIC], (topic, expect, topology) => {
    const policies = topology.pointingAt(topic, "arn", TOPIC_POLICY);
    const mayPublish = (service: string) =>
        policies
            .flatMap(policy => statements(policy, RESOURCE_DOCUMENTS))
            .filter(allows)
            .some(
                ({ actions, principals }) =>
                    actions.some(it => /^sns:publish$/i.test(it)) && principals.some(({ name }) => name === service),
            );
    expect(
        "",
        "has a policy that does not let CloudWatch publish alarms",
        () =>
            topology.pointingAt(topic, "alarmActions", ALARM).length === 0 ||
            policies.length === 0 ||
            mayPublish("cloudwatch.amazonaws.com"),
    );
    expect(
        "kmsMasterKeyId",
        "is encrypted with a key that CloudWatch may not use",
        () =>
            topology.pointingAt(topic, "alarmActions", ALARM).length === 0 ||
            topic.props["kmsMasterKeyId"] !== "alias/aws/sns",
    );
    expect(
        "",
        "has no policy that lets events be published",
        () => topology.pointingAt(topic, "arn", EVENT_TARGET).length === 0 || mayPublish("events.amazonaws.com"),
    );
});

export const subscriptionsAreEncrypted = resourceRule(
    "subscriptions-use-tls",
    [TOPIC_SUBSCRIPTION],
    ({ props }, expect) => {
        expect("protocol", "sends messages by plain HTTP", () => props["protocol"] !== "http");
        expect("endpoint", "goes nowhere", () => !!props["endpoint"]);
        expect(
            "endpoint",
            "is for no e-mail address",
            () => props["protocol"] !== "email" || /^([^@\s]+@[^@\s]+)?$/.test(props["endpoint"] ?? ""),
        );
        expect("protocol", "has no protocol", () => !!props["protocol"]);
    },
);

export const eventsReachSomething = stackRule("events-reach-something", [EVENT_RULE], (rule, expect, topology) => {
    const { props } = rule;
    expect("", "has no target", () => topology.pointingAt(rule, "rule", EVENT_TARGET).length > 0);
    expect("is disabled", () => (props["state"] ?? "ENABLED") !== "DISABLED" && props["isEnabled"] !== false);
    expect("eventPattern", "says of no event", () => "eventPattern" in props || "scheduleExpression" in props);
    expect("eventPattern", "says of no event", () =>
        /^\s*\{[\s\S]*"[\s\S]+\}\s*$/.test(props["eventPattern"] ?? '{"a"}'),
    );
});

export const schedulesRun = resourceRule("schedules-run", [SCHEDULE], ({ props }, expect) => {
    expect("state", "is disabled", () => (props["state"] ?? "ENABLED") === "ENABLED");
    expect("target.arn", "has no target", () => !!props["target"]?.arn);
    expect("target.roleArn", "has no role to reach its target", () => !!props["target"]?.roleArn);
    expect(
        "target.retryPolicy.maximumRetryAttempts",
        "does not try again",
        () =>
            (props["target"]?.retryPolicy?.maximumRetryAttempts ?? 185) > 0 ||
            /^rate\(\d+ minutes?\)$/.test(props["scheduleExpression"] ?? ""),
    );
    expect("scheduleExpression", "never runs", () => /^(cron|rate|at)\(.+\)$/.test(props["scheduleExpression"] ?? ""));
    expect(
        "scheduleExpression",
        "was to run once, and that is past",
        () => (/^at\((.+)\)$/.exec(props["scheduleExpression"] ?? "")?.[1] ?? "9") > new Date().toISOString(),
    );
});
