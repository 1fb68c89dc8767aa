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

export const publicHasAFirewall = stackRule({
    id: "public-entrance-has-a-firewall",
    level: "advisory",
    controls: ["FSBP ELB.16", "FSBP CloudFront.6", "WA SEC05-BP03"],
    description: "What production offers to the internet has a web ACL.",
    remedy: "Associate a web ACL.",
    setting: "waf",
    environments: ["production"],
    types: [...LOAD_BALANCERS, DISTRIBUTION, APP_RUNNER, AMPLIFY_APP],
    check(entrance, expect, topology) {
        const isInside = () => entrance.props["internal"] === true || entrance.props["loadBalancerType"] === "network";
        const isBehindCdn = () =>
            LOAD_BALANCERS.includes(entrance.type) &&
            topology.ofType(DISTRIBUTION).some(it => it.dependencies.includes(entrance) && "webAclId" in it.props);
        expect(
            () =>
                isInside() ||
                !!entrance.props["webAclId"] ||
                topology.pointingAt(entrance, "resourceArn", WEB_ACL_ASSOCIATION).length > 0 ||
                isBehindCdn(),
            "is on the internet without a web ACL",
            "",
        );
    },
});

export const firewallsAreUsed = stackRule({
    id: "firewall-is-used",
    controls: ["FSBP WAF.10", "WA SEC05-BP03"],
    description: "A web ACL is in front of something, and so is one that filters.",
    remedy: "Associate it with a load balancer or name it on a distribution; add rules.",
    types: [WEB_ACL],
    check(acl, expect, topology) {
        expect(() => isUsed(acl, topology), "is in front of nothing", "");
        expect(() => [...(acl.props["rules"] ?? [])].length > 0, "has no rule", "rules");
    },
});

export const firewallsBlock = resourceRule({
    id: "firewall-blocks",
    controls: ["FSBP WAF.12", "WA SEC05-BP03"],
    description: "The rules of a web ACL block: those of AWS are not all set to count, and rates are limited.",
    remedy: "Set overrideAction to none, and the rate rule's action to block.",
    setting: "waf.countOnly",
    environments: ["production"],
    types: [WEB_ACL],
    check({ props }, expect) {
        const rules: any[] = [...(props["rules"] ?? [])];
        for (const [at, rule] of rules.entries()) {
            const group = rule.statement?.managedRuleGroupStatement?.name;
            expect(
                () =>
                    group === undefined ||
                    !isSet(rule.overrideAction?.count) ||
                    MAY_COUNT.test(group) ||
                    rules.some(it => countsElsewhere(it, rule)),
                `only counts what ${group} would block`,
                `rules[${at}].overrideAction`,
            );
            expect(
                () => rule.statement?.rateBasedStatement === undefined || isSet(rule.action?.block),
                "does not block what comes too often",
                `rules[${at}].action`,
            );
            expect(
                () =>
                    rule.statement?.rateBasedStatement === undefined ||
                    rule.statement.rateBasedStatement.limit <= 20000,
                "has a limit that nobody reaches",
                `rules[${at}].statement`,
            );
            expect(
                () => [...(rule.statement?.managedRuleGroupStatement?.ruleActionOverrides ?? [])].length <= 3,
                `takes more than 3 rules out of ${group}`,
                `rules[${at}].statement`,
            );
            expect(() => rule.statement !== undefined, "has a rule without a statement", `rules[${at}].statement`);
            expect(
                () => isSet(rule.action) || isSet(rule.overrideAction),
                "has a rule that does nothing",
                `rules[${at}].action`,
            );
            expect(
                () =>
                    !isSet(rule.action?.allow) ||
                    rule.statement?.ipSetReferenceStatement !== undefined ||
                    rule.statement?.byteMatchStatement !== undefined,
                "lets requests pass all other rules",
                `rules[${at}].action`,
            );
            expect(
                () => rule.visibilityConfig?.cloudwatchMetricsEnabled === true,
                "has a rule that is not measured",
                `rules[${at}].visibilityConfig`,
            );
        }
        expect(
            () => props["visibilityConfig"]?.cloudwatchMetricsEnabled === true,
            "is not measured",
            "visibilityConfig.cloudwatchMetricsEnabled",
        );
        expect(
            () => isSet(props["defaultAction"]?.allow) || isSet(props["defaultAction"]?.block),
            "has no default action",
            "defaultAction",
        );
        expect(() => ["REGIONAL", "CLOUDFRONT"].includes(props["scope"]), "is for nothing", "scope");
    },
});

export const firewallsFilter = resourceRule({
    id: "firewall-knows-common-attacks",
    controls: ["FSBP WAF.10", "WA SEC05-BP03"],
    description:
        "A web ACL has AWS's rules for common attacks and known bad inputs, and limits the rate of each address.",
    remedy: "Add AWSManagedRulesCommonRuleSet, AWSManagedRulesKnownBadInputsRuleSet and a rate-based rule that blocks.",
    setting: "waf.rules",
    environments: ["production"],
    types: [WEB_ACL],
    check({ props }, expect) {
        const rules: any[] = [...(props["rules"] ?? [])];
        const groups = rules.map(it => it.statement?.managedRuleGroupStatement?.name);
        for (const group of ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"]) {
            expect(() => groups.includes(group), `does not have ${group}`, "rules");
        }
        expect(
            () => rules.some(it => it.statement?.rateBasedStatement !== undefined && isSet(it.action?.block)),
            "limits no rate: no rate-based rule blocks",
            "rules",
        );
        expect(
            () => rules.every(it => (it.statement?.managedRuleGroupStatement?.vendorName ?? "AWS") !== ""),
            "has rules of nobody",
            "rules",
        );
    },
});

export const firewallsKnowSql = stackRule({
    id: "firewall-knows-sql-injection",
    level: "advisory",
    controls: ["WA SEC05-BP03"],
    description: "In front of services with a SQL database, a web ACL has AWS's rules against SQL injection.",
    remedy: "Add AWSManagedRulesSQLiRuleSet.",
    setting: "waf.rules",
    environments: ["production"],
    types: [WEB_ACL],
    check(acl, expect, topology) {
        const groups = [...(acl.props["rules"] ?? [])].map(it => it.statement?.managedRuleGroupStatement?.name);
        expect(
            () =>
                topology.ofType(RDS_INSTANCE, RDS_CLUSTER).length === 0 ||
                groups.includes("AWSManagedRulesSQLiRuleSet"),
            "has no rules against SQL injection, and there is a SQL database",
            "rules",
        );
    },
});

export const firewallsLog = stackRule({
    id: "firewall-logs",
    controls: ["FSBP WAF.11", "WA SEC04-BP01"],
    description: "A web ACL logs what it blocks, without credentials.",
    remedy: "Add a WebAclLoggingConfiguration that keeps BLOCK and COUNT, and redacts authorization and cookie.",
    types: [WEB_ACL, WEB_ACL_LOGGING],
    check(resource, expect, topology) {
        const { props, type } = resource;
        if (type === WEB_ACL) {
            expect(() => topology.pointingAt(resource, "resourceArn", WEB_ACL_LOGGING).length > 0, "logs nothing", "");
            return;
        }
        expect(
            () => [...(props["logDestinationConfigs"] ?? [])].length > 0,
            "logs to nowhere",
            "logDestinationConfigs",
        );
        const filter = () => props["loggingFilter"];
        const kept = () =>
            [...(filter()?.filters ?? [])]
                .filter(it => it.behavior === "KEEP")
                .flatMap(it => [...(it.conditions ?? [])])
                .map(it => it.actionCondition?.action);
        for (const action of ["BLOCK", "COUNT"]) {
            expect(
                () => filter() === undefined || filter().defaultBehavior === "KEEP" || kept().includes(action),
                `does not log what it ${action === "BLOCK" ? "blocks" : "counts"}`,
                "loggingFilter",
            );
        }
        expect(
            () =>
                [...(filter()?.filters ?? [])].every(
                    it =>
                        it.behavior === "KEEP" ||
                        [...(it.conditions ?? [])].every(on => on.actionCondition?.action === "ALLOW"),
                ),
            "leaves what it blocks out of its log",
            "loggingFilter",
        );
        expect(
            () =>
                [...(filter()?.filters ?? [])].every(
                    it =>
                        it.behavior !== "KEEP" ||
                        it.requirement === "MEETS_ANY" ||
                        [...(it.conditions ?? [])].length < 2,
                ),
            "logs only what is blocked and counted at once",
            "loggingFilter",
        );
        const redacted = () => [...(props["redactedFields"] ?? [])].map(it => it.singleHeader?.name);
        for (const header of ["authorization", "cookie"]) {
            expect(() => redacted().includes(header), `logs the header ${header}`, "redactedFields");
        }
        const secret = topology
            .ofType(DISTRIBUTION)
            .flatMap(it => [...(it.props["origins"] ?? [])])
            .flatMap(it => [...(it.customHeaders ?? [])])
            .map(it => String(it.name));
        for (const header of secret) {
            expect(() => redacted().includes(header), `logs the header ${header}`, "redactedFields");
        }
    },
});

export const addressSetsAreNarrow = resourceRule({
    id: "firewall-address-sets-are-narrow",
    controls: ["WA SEC05-BP02"],
    description: "A set of addresses that a firewall allows or denies is not half of the internet.",
    remedy: "Name narrower ranges.",
    setting: "waf.allow",
    types: [IP_SET],
    check({ props }, expect) {
        expect(
            () =>
                [...(props["addresses"] ?? [])].every(
                    it => Number(String(it).split("/")[1] ?? 32) >= (String(it).includes(":") ? 16 : 8),
                ),
            "takes in a large part of the internet",
            "addresses",
        );
        expect(() => [...(props["addresses"] ?? [])].length > 0, "has no address", "addresses");
    },
});

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
