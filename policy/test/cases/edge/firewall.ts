import * as aws from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const measured = { visibilityConfig: { cloudwatchMetricsEnabled: true } };
const group = (name: string) => ({
    ...{ statement: { managedRuleGroupStatement: { name, vendorName: "AWS" } }, overrideAction: { none: {} } },
    ...measured,
});
const rate = { statement: { rateBasedStatement: { limit: 2000 } }, action: { block: {} }, ...measured };
const acl: Given = [
    aws.WEB_ACL,
    {
        ...measured,
        ...{ defaultAction: { allow: {} }, scope: "REGIONAL" },
        rules: [group("AWSManagedRulesCommonRuleSet"), group("AWSManagedRulesKnownBadInputsRuleSet"), rate],
    },
];
const balancer: Given = [aws.LOAD_BALANCERS[0]!];
const joined: Given = [aws.WEB_ACL_ASSOCIATION, { resourceArn: "${web}", webAclArn: "${acl}" }];
const kept = (action: string) => ({ actionCondition: { action } });
const FIRST = "acl.rules[0]";
const LAST = "acl.rules[2]";

export const cases: Cases = {
    "public-entrance-has-a-firewall": {
        sound: { web: balancer, joined, cdn: [aws.DISTRIBUTION, { webAclId: "arn" }] },
        faults: [
            ["joined", GONE, "is on the internet without a web ACL", "web"],
            ["cdn.webAclId", GONE, "is on the internet without a web ACL", "cdn"],
        ],
        harmless: [
            ["web.internal", true],
            ["web.loadBalancerType", "network"],
        ],
    },
    "firewall-is-used": {
        sound: { acl, web: balancer, joined },
        faults: [
            ["joined", GONE, "is in front of nothing", "acl"],
            ["acl.rules", [], "has no rule"],
        ],
    },
    "firewall-blocks": {
        sound: { acl },
        faults: [
            [
                "acl.rules[0].statement.managedRuleGroupStatement.ruleActionOverrides",
                [{ name: "CrossSiteScripting_BODY", actionToUse: { allow: {} } }],
                "lets pass what AWSManagedRulesCommonRuleSet would block",
                "acl.rules[0].statement",
            ],
            [
                "acl.rules[0].statement.managedRuleGroupStatement.scopeDownStatement",
                { geoMatchStatement: { countryCodes: ["US"] } },
                "asks AWSManagedRulesCommonRuleSet about some requests only",
                "acl.rules[0].statement",
            ],
            [
                "acl.rules[2].statement.rateBasedStatement.aggregateKeyType",
                "FORWARDED_IP",
                "counts by a header that a client may leave out",
                "acl.rules[2].statement",
            ],
            [`${FIRST}.overrideAction`, { count: {} }, "only counts what AWSManagedRulesCommonRuleSet would block"],
            [`${LAST}.action`, { count: {} }, "does not block what comes too often"],
            [
                `${LAST}.statement.rateBasedStatement.limit`,
                20001,
                "has a limit that nobody reaches",
                `${LAST}.statement`,
            ],
            [
                `${FIRST}.statement.managedRuleGroupStatement.ruleActionOverrides`,
                [{}, {}, {}, {}],
                "takes more than 3 rules out of AWSManagedRulesCommonRuleSet",
                `${FIRST}.statement`,
            ],
            [`${FIRST}.statement`, GONE, "has a rule without a statement"],
            [`${FIRST}.overrideAction`, GONE, "has a rule that does nothing", `${FIRST}.action`],
            [`${FIRST}.action`, { allow: {} }, "lets requests pass all other rules"],
            [
                `${FIRST}.visibilityConfig.cloudwatchMetricsEnabled`,
                false,
                "has a rule that is not measured",
                `${FIRST}.visibilityConfig`,
            ],
            ["acl.visibilityConfig.cloudwatchMetricsEnabled", false, "is not measured"],
            ["acl.defaultAction", {}, "has no default action"],
            ["acl.scope", GONE, "is for nothing"],
        ],
        harmless: [[FIRST, { ...group("AWSManagedRulesBotControlRuleSet"), overrideAction: { count: {} } }]],
    },
    "firewall-knows-common-attacks": {
        sound: { acl },
        faults: [
            [FIRST, GONE, "does not have AWSManagedRulesCommonRuleSet", "acl.rules"],
            [
                "acl.rules[1].statement.managedRuleGroupStatement.name",
                "AWSManagedRulesSQLiRuleSet",
                "does not have AWSManagedRulesKnownBadInputsRuleSet",
                "acl.rules",
            ],
            [LAST, GONE, "limits no rate: no rate-based rule blocks", "acl.rules"],
            [`${FIRST}.statement.managedRuleGroupStatement.vendorName`, "", "has rules of nobody", "acl.rules"],
        ],
    },
    "firewall-knows-sql-injection": {
        sound: { db: [aws.RDS_INSTANCE], acl: [aws.WEB_ACL, { rules: [group("AWSManagedRulesSQLiRuleSet")] }] },
        faults: [
            ["acl.rules[0]", GONE, "has no rules against SQL injection, and there is a SQL database", "acl.rules"],
        ],
        harmless: [["db", GONE]],
    },
    "firewall-logs": {
        sound: {
            acl,
            cdn: [aws.DISTRIBUTION, { origins: [{ customHeaders: [{ name: "x-from-cdn" }] }] }],
            log: [
                aws.WEB_ACL_LOGGING,
                {
                    resourceArn: "${acl}",
                    logDestinationConfigs: ["arn"],
                    loggingFilter: {
                        defaultBehavior: "DROP",
                        filters: [
                            {
                                ...{ behavior: "KEEP", requirement: "MEETS_ANY" },
                                conditions: [kept("BLOCK"), kept("COUNT")],
                            },
                        ],
                    },
                    redactedFields: ["authorization", "cookie", "x-from-cdn"].map(name => ({ singleHeader: { name } })),
                },
            ],
        },
        faults: [
            ["log", GONE, "logs nothing", "acl"],
            ["log.logDestinationConfigs", [], "logs to nowhere"],
            ["log.loggingFilter.filters[0].conditions[1]", GONE, "does not log what it counts", "log.loggingFilter"],
            ["log.loggingFilter.filters[0].conditions[0]", GONE, "does not log what it blocks", "log.loggingFilter"],
            [
                "log.loggingFilter.filters[1]",
                { behavior: "DROP", conditions: [kept("BLOCK")] },
                "leaves what it blocks out of its log",
                "log.loggingFilter",
            ],
            [
                "log.loggingFilter.filters[0].requirement",
                "MEETS_ALL",
                "logs only what is blocked and counted at once",
                "log.loggingFilter",
            ],
            ["log.redactedFields[0]", GONE, "logs the header authorization", "log.redactedFields"],
            ["log.redactedFields[1]", GONE, "logs the header cookie", "log.redactedFields"],
            ["log.redactedFields[2]", GONE, "logs the header x-from-cdn", "log.redactedFields"],
        ],
    },
    "firewall-address-sets-are-narrow": {
        sound: { office: [aws.IP_SET, { addresses: ["203.0.113.0/24", "2001:db8::/32"] }] },
        faults: [
            ["office.addresses[0]", "0.0.0.0/1", "takes in a large part of the internet", "office.addresses"],
            ["office.addresses[1]", "2000::/3", "takes in a large part of the internet", "office.addresses"],
            ["office.addresses", [], "has no address"],
        ],
    },
};
