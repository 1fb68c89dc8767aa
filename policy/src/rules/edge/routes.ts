import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import { DISTRIBUTION, LISTENER_RULES, LISTENERS, LOAD_BALANCERS, RECORD } from "../../types";

interface Route {
    rule: Resource;
    priority: number;
    paths: string[];
    hosts: string[];
    narrower: string;
}

export const routesAreReached = stackRule({
    id: "routes-are-reached",
    controls: ["WA OPS05-BP04"],
    description: "Each rule of a listener has a priority of its own, and none before it takes all of its requests.",
    remedy: "Give the rule for the narrower path the lower priority.",
    setting: "services.*.routes",
    types: LISTENERS,
    check(listener, expect, topology) {
        const routes = topology
            .pointingAt(listener, "listenerArn", ...LISTENER_RULES)
            .map(routeOf)
            .sort((one, other) => one.priority - other.priority);
        expect(
            () => new Set(routes.map(it => it.priority)).size === routes.length,
            "has two rules of one priority",
            "",
        );
        for (const [at, route] of routes.entries()) {
            const before = () => routes.slice(0, at).find(it => takesAll(it, route));
            expect(
                () => before() === undefined,
                () => `${route.rule.name} gets nothing: ${before()?.rule.name} comes first and takes all of it`,
                "",
            );
        }
    },
});

export const routesSaySomething = resourceRule({
    id: "route-has-a-condition-and-a-target",
    controls: ["WA OPS05-BP04"],
    description: "A rule of a listener has a condition, and forwards, redirects to HTTPS or answers.",
    remedy: "Set conditions and actions.",
    types: LISTENER_RULES,
    check({ props }, expect) {
        expect(
            () => [...(props["conditions"] ?? [])].length > 0,
            "takes no request: it has no condition",
            "conditions",
        );
        for (const action of [...(props["actions"] ?? [])]) {
            expect(
                () => action.type !== "forward" || "targetGroupArn" in action || "forward" in action,
                "forwards to nothing",
                "actions",
            );
            expect(
                () => action.type !== "redirect" || (action.redirect?.protocol ?? "HTTPS") !== "HTTP",
                "redirects to plain HTTP",
                "actions",
            );
            expect(
                () =>
                    ["forward", "redirect", "fixed-response", "authenticate-oidc", "authenticate-cognito"].includes(
                        action.type,
                    ),
                "does nothing with requests",
                "actions",
            );
        }
        expect(() => [...(props["actions"] ?? [])].length > 0, "does nothing with requests", "actions");
        expect(() => props["priority"] > 0 && props["priority"] <= 50000, "has no place in the order", "priority");
    },
});

export const originsAskForTheCdn = stackRule({
    id: "load-balancer-takes-requests-of-the-cdn",
    controls: ["WA SEC05-BP02"],
    description: "Behind a CDN that sends a secret header, each rule of the load balancer that forwards asks for it.",
    remedy: "Add the condition httpHeader to the listener's rule, or refuse requests without it by a rule before.",
    types: LISTENER_RULES,
    check(rule, expect, topology) {
        const headers = topology
            .ofType(DISTRIBUTION)
            .flatMap(it => [...(it.props["origins"] ?? [])])
            .flatMap(origin => [...(origin.customHeaders ?? [])])
            .map(({ name }) => name);
        if (headers.length === 0) {
            return;
        }
        const asks = (it: Resource) =>
            [...(it.props["conditions"] ?? [])].some(({ httpHeader }) => headers.includes(httpHeader?.httpHeaderName));
        const hosts = (it: Resource): string[] =>
            [...(it.props["conditions"] ?? [])].flatMap(({ hostHeader }) => [...(hostHeader?.values ?? [])]);
        const aliases = topology.ofType(DISTRIBUTION).flatMap(it => [...(it.props["aliases"] ?? [])]);
        expect(
            () =>
                asks(rule) ||
                !topology.ofType(...LISTENER_RULES).some(asks) ||
                ![...(rule.props["actions"] ?? [])].some(({ type }) => type === "forward") ||
                (hosts(rule).length > 0 && !hosts(rule).some(it => aliases.includes(it) || it.startsWith("origin"))),
            "forwards requests that did not come by the CDN",
            "conditions",
        );
    },
});

export const namesPointHere = stackRule({
    id: "names-point-at-the-stack",
    controls: ["WA SEC01-BP07"],
    description: "A name in DNS points at something of the stack: one that points at nothing can be taken over.",
    remedy: "Remove the record, or give it the target.",
    types: [RECORD],
    check(record, expect) {
        const { props } = record;
        const aliases = () => [...(props["aliases"] ?? [])];
        expect(() => aliases().length > 0 || [...(props["records"] ?? [])].length > 0, "points at nothing", "records");
        expect(() => !!props["type"] && !!props["name"] && !!props["zoneId"], "has no type, name or zone", "type");
        expect(
            () =>
                aliases().every(
                    it =>
                        !/\.(elb\.amazonaws\.com|cloudfront\.net|awsapprunner\.com)$/.test(it.name) ||
                        record.dependencies.length > 0,
                ),
            "points at an address of AWS that is not of this stack",
            "aliases",
        );
        expect(
            () => [...(props["records"] ?? [])].every(it => it !== "0.0.0.0" && it !== ""),
            "points at nothing",
            "records",
        );
        expect(() => !/^\*\.?$/.test(props["name"] ?? ""), "answers for every name", "name");
    },
});

export const aliasesFollowHealth = resourceRule({
    id: "names-follow-health",
    level: "advisory",
    controls: ["WA REL11-BP02"],
    description: "A name of a load balancer is only given while it has a healthy target.",
    remedy: "Set evaluateTargetHealth to true.",
    types: [RECORD],
    check({ props, references }, expect) {
        const isBalancers = (references["aliases"] ?? []).some(({ type }) => LOAD_BALANCERS.includes(type));
        for (const [at, alias] of [...(props["aliases"] ?? [])].entries()) {
            expect(
                () =>
                    alias.evaluateTargetHealth === true || !(isBalancers || /\.elb\.amazonaws\.com$/.test(alias.name)),
                "goes on pointing at a load balancer without a healthy target",
                `aliases[${at}].evaluateTargetHealth`,
            );
        }
    },
});

function routeOf(rule: Resource): Route {
    const conditions: any[] = [...(rule.props["conditions"] ?? [])];
    const values = (kind: string) => conditions.flatMap(it => [...(it[kind]?.values ?? [])]);
    const narrower = conditions.filter(it => !it.pathPattern && !it.hostHeader).map(it => JSON.stringify(it));
    return {
        rule,
        priority: rule.props["priority"],
        paths: values("pathPattern"),
        hosts: values("hostHeader"),
        narrower: narrower.sort().join(),
    };
}

function takesAll(one: Route, other: Route): boolean {
    return (
        (one.narrower === "" || one.narrower === other.narrower) &&
        covers(one.paths, other.paths) &&
        covers(one.hosts, other.hosts)
    );
}

/** Whether each of the patterns is matched by one of the others; none stands for everything. */
function covers(wide: string[], narrow: string[]): boolean {
    if (wide.length === 0) {
        return true;
    }
    return narrow.length > 0 && narrow.every(it => wide.some(pattern => matches(pattern, it)));
}

function matches(pattern: string, text: string): boolean {
    const literal = (part: string) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`^${pattern.split("*").map(literal).join(".*")}$`).test(text);
}
