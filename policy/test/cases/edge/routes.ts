import { DISTRIBUTION, LISTENER_RULES, LISTENERS, LOAD_BALANCERS, RECORD } from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const [RULE = ""] = LISTENER_RULES;
const FORWARD = { type: "forward", targetGroupArn: "arn" };
const route = (priority: number, path: string): Given => [
    RULE,
    {
        ...{ listenerArn: "${https}", priority, actions: [FORWARD] },
        conditions: [{ pathPattern: { values: [path] } }],
    },
];
const secret = { httpHeader: { httpHeaderName: "x-from-cdn", values: ["secret"] } };

export const cases: Cases = {
    "routes-are-reached": {
        sound: { https: [LISTENERS[0]!], api: route(10, "/api/*"), rest: route(20, "/*") },
        faults: [
            ["api.priority", 30, "api gets nothing: rest comes first and takes all of it", "https"],
            ["api.priority", 20, "has two rules of one priority", "https"],
            [
                "rest.conditions[0].pathPattern.values[0]",
                "/api/*",
                "rest gets nothing: api comes first and takes all of it",
                "https",
            ],
        ],
        harmless: [
            ["api.conditions[1]", { hostHeader: { values: ["api.acme.dev"] } }],
            ["api.conditions[0].pathPattern.values[0]", "/v1.0/*"],
        ],
    },
    "route-has-a-condition-and-a-target": {
        sound: { api: route(10, "/api/*") },
        faults: [
            ["api.conditions", [], "takes no request: it has no condition"],
            ["api.actions[0].targetGroupArn", GONE, "forwards to nothing", "api.actions"],
            [
                "api.actions[0]",
                { type: "redirect", redirect: { protocol: "HTTP" } },
                "redirects to plain HTTP",
                "api.actions",
            ],
            ["api.actions[0].type", "dream", "does nothing with requests", "api.actions"],
            ["api.actions", [], "does nothing with requests"],
            ["api.priority", 50001, "has no place in the order"],
        ],
    },
    "load-balancer-takes-requests-of-the-cdn": {
        sound: {
            cdn: [
                DISTRIBUTION,
                { aliases: ["acme.dev"], origins: [{ customHeaders: [{ name: "x-from-cdn", value: "secret" }] }] },
            ],
            web: [RULE, { conditions: [{ pathPattern: { values: ["/*"] } }, secret], actions: [FORWARD] }],
            api: [RULE, { conditions: [{ pathPattern: { values: ["/api"] } }, secret], actions: [FORWARD] }],
        },
        faults: [
            [
                "web.conditions[2]",
                { httpHeader: { httpHeaderName: "x-origin-pass", values: ["secret"] } },
                "asks for x-origin-pass, which no CDN of the stack sends",
                "web.conditions",
            ],
            ["api.conditions[1]", GONE, "forwards requests that did not come by the CDN", "api.conditions"],
        ],
        harmless: [
            ["api.conditions[1]", { hostHeader: { values: ["internal.acme.dev"] } }],
            ["api.actions[0]", { type: "fixed-response" }],
        ],
    },
    "names-point-at-the-stack": {
        sound: {
            balancer: [LOAD_BALANCERS[0]!],
            web: [
                RECORD,
                { ...{ type: "A", name: "acme.dev", zoneId: "Z1" }, aliases: [{ name: "x.elb.amazonaws.com" }] },
                { dependsOn: ["balancer"] },
            ],
            mail: [RECORD, { type: "TXT", name: "acme.dev", zoneId: "Z1", records: ["v=spf1"] }],
        },
        faults: [
            [
                "mail.records[0]",
                "gone-1.us-east-1.elb.amazonaws.com",
                "points at an address of AWS that is not of this stack",
                "mail.records",
            ],
            ["mail.records", [], "points at nothing"],
            ["mail.records[0]", "0.0.0.0", "points at nothing", "mail.records"],
            ["mail.type", GONE, "has no type"],
            ["mail.zoneId", GONE, "has no zoneId"],
            ["balancer", GONE, "points at an address of AWS that is not of this stack", "web.aliases"],
            ["mail.name", "*", "answers for every name"],
        ],
        harmless: [["mail.name", "*.acme.dev"]],
    },
    "names-follow-health": {
        sound: {
            balancer: [LOAD_BALANCERS[0]!],
            web: [RECORD, { aliases: [{ name: "${balancer}", evaluateTargetHealth: true }] }],
        },
        faults: [
            [
                "web.aliases[0].evaluateTargetHealth",
                false,
                "goes on pointing at a load balancer without a healthy target",
            ],
        ],
    },
    "names-of-others-can-be-taken": {
        sound: { docs: [RECORD, { type: "CNAME", records: ["docs.acme.dev"] }] },
        faults: [
            [
                "docs.records[0]",
                "acme.herokuapp.com",
                "points at acme.herokuapp.com, which somebody else can take over",
                "docs.records",
            ],
        ],
    },
};
