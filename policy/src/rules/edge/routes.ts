import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import { isPass } from "../../secretShapes";
import { DISTRIBUTION, LISTENER_RULES, LISTENERS, LOAD_BALANCERS, RECORD } from "../../types";

interface Route {
    rule: Resource;
    priority: number;
    paths: string[];
    hosts: string[];
    narrower: string;
}

export const routesAreReached = stackRule("routes-are-reached", LISTENERS, (listener, expect, topology) => {
    const routes = topology
        .pointingAt(listener, "listenerArn", ...LISTENER_RULES)
        .map(routeOf)
        .sort((one, other) => one.priority - other.priority);
    expect("", "has two rules of one priority", () => new Set(routes.map(it => it.priority)).size === routes.length);
    for (const [at, route] of routes.entries()) {
        const before = () => routes.slice(0, at).find(it => takesAll(it, route));
        expect(
            "",
            () => `${route.rule.name} gets nothing: ${before()?.rule.name} comes first and takes all of it`,
            () => before() === undefined,
        );
    }
});

export const routesSaySomething = resourceRule(
    "route-has-a-condition-and-a-target",
    LISTENER_RULES,
    ({ props }, expect) => {
        expect(
            "conditions",
            "takes no request: it has no condition",
            () => [...(props["conditions"] ?? [])].length > 0,
        );
        for (const action of [...(props["actions"] ?? [])]) {
            expect(
                "actions",
                "forwards to nothing",
                () => action.type !== "forward" || "targetGroupArn" in action || "forward" in action,
            );
            expect(
                "actions",
                "redirects to plain HTTP",
                () => action.type !== "redirect" || (action.redirect?.protocol ?? "HTTPS") !== "HTTP",
            );
            expect("actions", "does nothing with requests", () =>
                ["forward", "redirect", "fixed-response", "authenticate-oidc", "authenticate-cognito"].includes(
                    action.type,
                ),
            );
        }
        expect("actions", "does nothing with requests", () => [...(props["actions"] ?? [])].length > 0);
        expect("priority", "has no place in the order", () => props["priority"] > 0 && props["priority"] <= 50000);
    },
);

export const originsAskForTheCdn = stackRule(
    "load-balancer-takes-requests-of-the-cdn",
    LISTENER_RULES,
    (rule, expect, topology) => {
        const headers = topology
            .ofType(DISTRIBUTION)
            .flatMap(it => [...(it.props["origins"] ?? [])])
            .flatMap(origin => [...(origin.customHeaders ?? [])])
            .map(({ name }) => name);
        for (const { httpHeader } of [...(rule.props["conditions"] ?? [])].filter(it => it.httpHeader !== undefined)) {
            expect(
                "conditions",
                `asks for ${httpHeader.httpHeaderName}, which no CDN of the stack sends`,
                () =>
                    !isPass(httpHeader.httpHeaderName) ||
                    topology.ofType(DISTRIBUTION).length === 0 ||
                    headers.includes(httpHeader.httpHeaderName),
            );
        }
        if (headers.length === 0) {
            return;
        }
        const asks = (it: Resource) =>
            [...(it.props["conditions"] ?? [])].some(({ httpHeader }) => headers.includes(httpHeader?.httpHeaderName));
        const hosts = (it: Resource): string[] =>
            [...(it.props["conditions"] ?? [])].flatMap(({ hostHeader }) => [...(hostHeader?.values ?? [])]);
        const aliases = topology.ofType(DISTRIBUTION).flatMap(it => [...(it.props["aliases"] ?? [])]);
        expect(
            "conditions",
            "forwards requests that did not come by the CDN",
            () =>
                asks(rule) ||
                !topology.ofType(...LISTENER_RULES).some(asks) ||
                ![...(rule.props["actions"] ?? [])].some(({ type }) => type === "forward") ||
                (hosts(rule).length > 0 && !hosts(rule).some(it => aliases.includes(it) || it.startsWith("origin"))),
        );
    },
);

export const namesPointHere = stackRule("names-point-at-the-stack", [RECORD], (record, expect) => {
    const { props } = record;
    const aliases = () => [...(props["aliases"] ?? [])];
    expect("records", "points at nothing", () => aliases().length > 0 || [...(props["records"] ?? [])].length > 0);
    for (const name of ["type", "name", "zoneId"]) {
        expect(name, `has no ${name}`, () => !!props[name]);
    }
    expect("aliases", "points at an address of AWS that is not of this stack", () =>
        aliases().every(
            it =>
                !/\.(elb\.amazonaws\.com|cloudfront\.net|awsapprunner\.com)$/.test(it.name) ||
                record.dependencies.length > 0,
        ),
    );
    expect("records", "points at nothing", () =>
        [...(props["records"] ?? [])].every(it => it !== "0.0.0.0" && it !== ""),
    );
    expect(
        "records",
        "points at an address of AWS that is not of this stack",
        () =>
            record.dependencies.length > 0 ||
            [...(props["records"] ?? [])].every(
                it =>
                    !/\.(elb\.amazonaws\.com|cloudfront\.net|awsapprunner\.com|s3-website[\w.-]*\.amazonaws\.com|elasticbeanstalk\.com)\.?$/.test(
                        it,
                    ),
            ),
    );
    expect("name", "answers for every name", () => !/^\*\.?$/.test(props["name"] ?? ""));
});

/** Hosts that give a name to whoever asks for it first. */
const GIVES_NAMES =
    /\.(herokuapp\.com|herokudns\.com|azurewebsites\.net|cloudapp\.net|trafficmanager\.net|github\.io|netlify\.app|vercel\.app|ghost\.io|pantheonsite\.io|surge\.sh|zendesk\.com|readme\.io|statuspage\.io)\.?$/i;

export const namesOfOthers = resourceRule("names-of-others-can-be-taken", [RECORD], ({ props }, expect) => {
    for (const value of [...(props["records"] ?? [])]) {
        expect("records", `points at ${value}, which somebody else can take over`, () => !GIVES_NAMES.test(value));
    }
});

export const aliasesFollowHealth = resourceRule("names-follow-health", [RECORD], ({ props, references }, expect) => {
    const isBalancers = (references["aliases"] ?? []).some(({ type }) => LOAD_BALANCERS.includes(type));
    for (const [at, alias] of [...(props["aliases"] ?? [])].entries()) {
        expect(
            `aliases[${at}].evaluateTargetHealth`,
            "goes on pointing at a load balancer without a healthy target",
            () => alias.evaluateTargetHealth === true || !(isBalancers || /\.elb\.amazonaws\.com$/.test(alias.name)),
        );
    }
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
