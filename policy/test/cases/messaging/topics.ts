import { ALARM, EVENT_RULE, EVENT_TARGET, SCHEDULE, TOPIC, TOPIC_POLICY, TOPIC_SUBSCRIPTION } from "../../../src/types";
import { type Cases, document, GONE } from "../case";

const publishes = (Service: string) => ({ Action: "sns:Publish", Principal: { Service } });

export const cases: Cases = {
    "alerts-reach-somebody": {
        sound: {
            alerts: [TOPIC],
            alarm: [ALARM, { alarmActions: ["${alerts}"] }],
            mail: [TOPIC_SUBSCRIPTION, { topic: "${alerts}" }],
        },
        faults: [
            [
                "mail.filterPolicy",
                '{"never":["x"]}',
                "gets alarms, and each of its subscribers only takes some messages",
                "alerts",
            ],
            ["mail", GONE, "gets alarms, and nobody is subscribed to it", "alerts"],
        ],
        harmless: [["orders", [TOPIC]]],
    },
    "topic-takes-alarms": {
        sound: {
            alerts: [TOPIC],
            alarm: [ALARM, { alarmActions: ["${alerts}"] }],
            found: [EVENT_TARGET, { arn: "${alerts}" }],
            rights: [
                TOPIC_POLICY,
                {
                    arn: "${alerts}",
                    policy: document(publishes("cloudwatch.amazonaws.com"), publishes("events.amazonaws.com")),
                },
            ],
        },
        faults: [
            ["alerts.kmsMasterKeyId", "alias/aws/sns", "is encrypted with a key that CloudWatch may not use"],
            ["rights.policy.Statement[0]", GONE, "has a policy that does not let CloudWatch publish alarms", "alerts"],
            ["rights.policy.Statement[1]", GONE, "has no policy that lets events be published", "alerts"],
            [
                "rights.policy.Statement[0].Action",
                "sns:Subscribe",
                "has a policy that does not let CloudWatch publish alarms",
                "alerts",
            ],
            [
                "rights.policy.Statement[1].Action",
                "sns:Subscribe",
                "has no policy that lets events be published",
                "alerts",
            ],
        ],
    },
    "subscriptions-use-tls": {
        sound: { mail: [TOPIC_SUBSCRIPTION, { protocol: "email", endpoint: "ops@acme.dev" }] },
        faults: [
            ["mail.protocol", "http", "sends messages by plain HTTP"],
            ["mail.endpoint", "ops", "is for no e-mail address"],
            ["mail.endpoint", GONE, "goes nowhere"],
            ["mail.protocol", GONE, "has no protocol"],
        ],
    },
    "events-reach-something": {
        sound: {
            rule: [EVENT_RULE, { eventPattern: { source: ["aws.guardduty"] } }],
            target: [EVENT_TARGET, { rule: "${rule}" }],
        },
        faults: [
            ["target", GONE, "has no target", "rule"],
            ["rule.state", "DISABLED", "is disabled"],
            ["rule.isEnabled", false, "is disabled"],
            ["rule.eventPattern", GONE, "says of no event"],
            ["rule.eventPattern", "{}", "says of no event"],
        ],
        harmless: [["rule", [EVENT_RULE, { scheduleExpression: "rate(1 day)" }]]],
    },
    "schedules-run": {
        sound: {
            night: [
                SCHEDULE,
                {
                    scheduleExpression: "cron(0 20 ? * MON-FRI *)",
                    target: { arn: "arn", roleArn: "arn", retryPolicy: { maximumRetryAttempts: 3 } },
                },
            ],
        },
        faults: [
            ["night.scheduleExpression", "at(2020-01-01T00:00:00)", "was to run once, and that is past"],
            ["night.state", "DISABLED", "is disabled"],
            ["night.target.arn", GONE, "has no target"],
            ["night.target.roleArn", GONE, "has no role to reach its target"],
            ["night.target.retryPolicy.maximumRetryAttempts", 0, "does not try again"],
            ["night.scheduleExpression", "tonight", "never runs"],
        ],
    },
};
