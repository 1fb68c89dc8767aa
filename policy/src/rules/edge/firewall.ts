import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import type { Topology } from "../../topology";
import {
    AMPLIFY_APP,
    APP_RUNNER,
    DISTRIBUTION,
    IP_SET,
    LOAD_BALANCERS,
    RDS_CLUSTER,
    RDS_INSTANCE,
    WEB_ACL,
    WEB_ACL_ASSOCIATION,
    WEB_ACL_LOGGING,
} from "../../types";

/** Groups of AWS that count on purpose: they block much that is harmless, and their labels are used by others. */
const MAY_COUNT = /BotControl|AnonymousIp|ATP|ACFP|AntiDDoS/;

export const publicHasAFirewall = stackRule(
    "public-entrance-has-a-firewall",
    [...LOAD_BALANCERS, DISTRIBUTION, APP_RUNNER, AMPLIFY_APP],
    (entrance, expect, topology) => {
        const isInside = () => entrance.props["internal"] === true || entrance.props["loadBalancerType"] === "network";
        const isBehindCdn = () =>
            LOAD_BALANCERS.includes(entrance.type) &&
            topology.ofType(DISTRIBUTION).some(it => it.dependencies.includes(entrance) && "webAclId" in it.props);
        expect(
            "",
            "is on the internet without a web ACL",
            () =>
                isInside() ||
                !!entrance.props["webAclId"] ||
                topology.pointingAt(entrance, "resourceArn", WEB_ACL_ASSOCIATION).length > 0 ||
                isBehindCdn(),
        );
    },
);

export const firewallsAreUsed = stackRule("firewall-is-used", [WEB_ACL], (acl, expect, topology) => {
    expect("", "is in front of nothing", () => isUsed(acl, topology));
    expect("rules", "has no rule", () => [...(acl.props["rules"] ?? [])].length > 0);
});

export const firewallsBlock = resourceRule("firewall-blocks", [WEB_ACL], ({ props }, expect) => {
    const rules: any[] = [...(props["rules"] ?? [])];
    for (const [at, rule] of rules.entries()) {
        const group = rule.statement?.managedRuleGroupStatement?.name;
        expect(
            `rules[${at}].overrideAction`,
            `only counts what ${group} would block`,
            () =>
                group === undefined ||
                !isSet(rule.overrideAction?.count) ||
                MAY_COUNT.test(group) ||
                rules.some(it => countsElsewhere(it, rule)),
        );
        expect(
            `rules[${at}].action`,
            "does not block what comes too often",
            () => rule.statement?.rateBasedStatement === undefined || isSet(rule.action?.block),
        );
        expect(
            `rules[${at}].statement`,
            "has a limit that nobody reaches",
            () => rule.statement?.rateBasedStatement === undefined || rule.statement.rateBasedStatement.limit <= 20000,
        );
        expect(
            `rules[${at}].statement`,
            `takes more than 3 rules out of ${group}`,
            () => [...(rule.statement?.managedRuleGroupStatement?.ruleActionOverrides ?? [])].length <= 3,
        );
        expect(`rules[${at}].statement`, `lets pass what ${group} would block`, () =>
            [...(rule.statement?.managedRuleGroupStatement?.ruleActionOverrides ?? [])].every(
                it => !isSet(it.actionToUse?.allow),
            ),
        );
        expect(
            `rules[${at}].statement`,
            `asks ${group} about some requests only`,
            () => rule.statement?.managedRuleGroupStatement?.scopeDownStatement === undefined || MAY_COUNT.test(group),
        );
        expect(
            `rules[${at}].statement`,
            "counts by a header that a client may leave out",
            () =>
                rule.statement?.rateBasedStatement?.aggregateKeyType !== "FORWARDED_IP" ||
                rule.statement.rateBasedStatement.forwardedIpConfig?.fallbackBehavior === "MATCH",
        );
        expect(`rules[${at}].statement`, "has a rule without a statement", () => rule.statement !== undefined);
        expect(
            `rules[${at}].action`,
            "has a rule that does nothing",
            () => isSet(rule.action) || isSet(rule.overrideAction),
        );
        expect(
            `rules[${at}].action`,
            "lets requests pass all other rules",
            () =>
                !isSet(rule.action?.allow) ||
                rule.statement?.ipSetReferenceStatement !== undefined ||
                provesTheCdn(rule.statement),
        );
        expect(
            `rules[${at}].visibilityConfig`,
            "has a rule that is not measured",
            () => rule.visibilityConfig?.cloudwatchMetricsEnabled === true,
        );
    }
    expect(
        "visibilityConfig.cloudwatchMetricsEnabled",
        "is not measured",
        () => props["visibilityConfig"]?.cloudwatchMetricsEnabled === true,
    );
    expect(
        "defaultAction",
        "has no default action",
        () => isSet(props["defaultAction"]?.allow) || isSet(props["defaultAction"]?.block),
    );
    expect("scope", "is for nothing", () => ["REGIONAL", "CLOUDFRONT"].includes(props["scope"]));
});

export const firewallsFilter = resourceRule("firewall-knows-common-attacks", [WEB_ACL], ({ props }, expect) => {
    const rules: any[] = [...(props["rules"] ?? [])];
    const groups = rules.map(it => it.statement?.managedRuleGroupStatement?.name);
    for (const group of ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"]) {
        expect("rules", `does not have ${group}`, () => groups.includes(group));
    }
    expect("rules", "limits no rate: no rate-based rule blocks", () =>
        rules.some(it => it.statement?.rateBasedStatement !== undefined && isSet(it.action?.block)),
    );
    expect("rules", "has rules of nobody", () =>
        rules.every(it => (it.statement?.managedRuleGroupStatement?.vendorName ?? "AWS") !== ""),
    );
});

export const firewallsKnowSql = stackRule("firewall-knows-sql-injection", [WEB_ACL], (acl, expect, topology) => {
    const groups = [...(acl.props["rules"] ?? [])].map(it => it.statement?.managedRuleGroupStatement?.name);
    expect(
        "rules",
        "has no rules against SQL injection, and there is a SQL database",
        () => topology.ofType(RDS_INSTANCE, RDS_CLUSTER).length === 0 || groups.includes("AWSManagedRulesSQLiRuleSet"),
    );
});

export const firewallsLog = stackRule("firewall-logs", [WEB_ACL, WEB_ACL_LOGGING], (resource, expect, topology) => {
    const { props, type } = resource;
    if (type === WEB_ACL) {
        expect("", "logs nothing", () => topology.pointingAt(resource, "resourceArn", WEB_ACL_LOGGING).length > 0);
        return;
    }
    expect("logDestinationConfigs", "logs to nowhere", () => [...(props["logDestinationConfigs"] ?? [])].length > 0);
    const filter = () => props["loggingFilter"];
    const kept = () =>
        [...(filter()?.filters ?? [])]
            .filter(it => it.behavior === "KEEP")
            .flatMap(it => [...(it.conditions ?? [])])
            .map(it => it.actionCondition?.action);
    for (const action of ["BLOCK", "COUNT"]) {
        expect(
            "loggingFilter",
            `does not log what it ${action === "BLOCK" ? "blocks" : "counts"}`,
            () => filter() === undefined || filter().defaultBehavior === "KEEP" || kept().includes(action),
        );
    }
    expect("loggingFilter", "leaves what it blocks out of its log", () =>
        [...(filter()?.filters ?? [])].every(
            it =>
                it.behavior === "KEEP" ||
                [...(it.conditions ?? [])].every(on => on.actionCondition?.action === "ALLOW"),
        ),
    );
    expect("loggingFilter", "logs only what is blocked and counted at once", () =>
        [...(filter()?.filters ?? [])].every(
            it => it.behavior !== "KEEP" || it.requirement === "MEETS_ANY" || [...(it.conditions ?? [])].length < 2,
        ),
    );
    const redacted = () => [...(props["redactedFields"] ?? [])].map(it => it.singleHeader?.name);
    for (const header of ["authorization", "cookie"]) {
        expect("redactedFields", `logs the header ${header}`, () => redacted().includes(header));
    }
    const secret = topology
        .ofType(DISTRIBUTION)
        .flatMap(it => [...(it.props["origins"] ?? [])])
        .flatMap(it => [...(it.customHeaders ?? [])])
        .map(it => String(it.name));
    for (const header of secret) {
        expect("redactedFields", `logs the header ${header}`, () => redacted().includes(header));
    }
});

export const addressSetsAreNarrow = resourceRule("firewall-address-sets-are-narrow", [IP_SET], ({ props }, expect) => {
    expect("addresses", "takes in a large part of the internet", () =>
        [...(props["addresses"] ?? [])].every(
            it => Number(String(it).split("/")[1] ?? 32) >= (String(it).includes(":") ? 16 : 8),
        ),
    );
    expect("addresses", "has no address", () => [...(props["addresses"] ?? [])].length > 0);
});

/** The header by which the CDN's own firewall is known to have looked already: a secret, compared as a whole. */
function provesTheCdn(statement: any): boolean {
    const match = statement?.byteMatchStatement;
    return (
        match?.positionalConstraint === "EXACTLY" &&
        /^x-/.test(match.fieldToMatch?.singleHeader?.name ?? "") &&
        String(match.searchString).length >= 8
    );
}

function isUsed(acl: Resource, topology: Topology): boolean {
    return (
        topology.pointingAt(acl, "webAclArn", WEB_ACL_ASSOCIATION).length > 0 ||
        topology.pointingAt(acl, "webAclId", DISTRIBUTION).length > 0
    );
}

/** The provider writes a choice without settings as an empty object. */
function isSet(choice: unknown): boolean {
    return choice !== undefined && choice !== null;
}

/** Whether another rule blocks what this one counts, for some paths. */
function countsElsewhere(other: any, rule: any): boolean {
    return (
        other !== rule &&
        other.statement?.managedRuleGroupStatement?.name === rule.statement?.managedRuleGroupStatement?.name &&
        !isSet(other.overrideAction?.count)
    );
}
