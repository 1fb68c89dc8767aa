import { balanced, isHttps } from "../../listeners";
import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import { pointsAt } from "../../topology";
import {
    ECS_SERVICE,
    FUNCTION_PERMISSION,
    LISTENER_RULES,
    LISTENERS,
    LOAD_BALANCERS,
    TARGET_GROUPS,
} from "../../types";

const MODERN = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-/;

export const modernTls = resourceRule("modern-tls", LISTENERS, ({ props }, expect) => {
    const usesTls = () => ["HTTPS", "TLS"].includes(props["protocol"]);
    expect("sslPolicy", "lets clients speak TLS below 1.2", () => !usesTls() || MODERN.test(props["sslPolicy"] ?? ""));
    expect("certificateArn", "has no certificate", () => !usesTls() || "certificateArn" in props);
    expect("protocol", "speaks plain HTTP on port 443", () => props["port"] !== 443 || usesTls());
});

export const modernCiphers = resourceRule("modern-ciphers", LISTENERS, ({ props }, expect) => {
    expect("sslPolicy", "agrees on ciphers without forward secrecy", () => !/-Ext\d?-/.test(props["sslPolicy"] ?? ""));
});

export const httpRedirects = stackRule("http-redirects", LISTENERS, (listener, expect, topology) => {
    const beside = balanced(topology).find(({ listeners }) => listeners.includes(listener))?.listeners ?? [];
    const isPlain = () => !isHttps(listener) && beside.some(isHttps);
    expect(
        "defaultActions",
        "serves plain HTTP where HTTPS is offered",
        () => !isPlain() || redirects(listener.props["defaultActions"]),
    );
    for (const rule of topology.pointingAt(listener, "listenerArn", ...LISTENER_RULES)) {
        expect(
            "defaultActions",
            `serves plain HTTP by ${rule.name} where HTTPS is offered`,
            () => !isPlain() || redirects(rule.props["actions"]),
        );
    }
});

export const listenersRefuse = resourceRule("listener-answers-for-itself", LISTENERS, ({ props }, expect) => {
    const actions = () => [...(props["defaultActions"] ?? [])];
    expect("defaultActions", "has no default action", () => actions().length > 0);
    for (const action of actions()) {
        expect(
            "defaultActions",
            "answers what no route takes as if it were there",
            () => action.type !== "fixed-response" || Number(action.fixedResponse?.statusCode) >= 400,
        );
        expect(
            "defaultActions",
            "redirects without a status",
            () => action.type !== "redirect" || /^HTTP_30[12]$/.test(action.redirect?.statusCode ?? ""),
        );
        expect(
            "defaultActions",
            "redirects to another host",
            () => action.type !== "redirect" || (action.redirect?.host ?? "#{host}") === "#{host}",
        );
        expect("defaultActions", "does nothing with requests", () =>
            ["redirect", "fixed-response", "forward", "authenticate-oidc", "authenticate-cognito"].includes(
                action.type,
            ),
        );
    }
});

export const httpsOffered = stackRule("https-offered", LOAD_BALANCERS, (balancer, expect, topology) => {
    const listeners = balanced(topology).find(it => it.balancer === balancer)?.listeners ?? [];
    expect(
        "",
        "is on the internet over plain HTTP only",
        () => balancer.props["internal"] === true || listeners.length === 0 || listeners.some(isHttps),
    );
});

export const balancersListen = stackRule(
    "load-balancer-listens",
    [...LOAD_BALANCERS, ...TARGET_GROUPS],
    (resource, expect, topology) => {
        if (LOAD_BALANCERS.includes(resource.type)) {
            expect(
                "",
                "has no listener",
                () => topology.pointingAt(resource, "loadBalancerArn", ...LISTENERS).length > 0,
            );
            return;
        }
        expect(
            "",
            "gets no requests: no listener and no rule forwards to it",
            () =>
                topology
                    .ofType(...LISTENERS, ...LISTENER_RULES)
                    .some(it => it.dependencies.includes(resource) || mentions(it, resource)) ||
                topology
                    .ofType("aws:codedeploy/deploymentGroup:DeploymentGroup")
                    .some(it => it.dependencies.includes(resource)),
        );
        expect(
            "",
            "has no service behind it",
            () =>
                topology.ofType(ECS_SERVICE).length === 0 ||
                resource.props["targetType"] !== "ip" ||
                topology
                    .ofType(ECS_SERVICE, "aws:codedeploy/deploymentGroup:DeploymentGroup")
                    .some(it => it.dependencies.includes(resource) || mentions(it, resource)) ||
                topology.ofType("aws:lb/targetGroupAttachment:TargetGroupAttachment").length > 0,
        );
    },
);

export const balancersAreKept = resourceRule("load-balancer-is-kept", LOAD_BALANCERS, ({ props }, expect) => {
    expect("enableDeletionProtection", "can be deleted", () => props["enableDeletionProtection"] === true);
});

export const balancersLog = resourceRule("load-balancer-logs-requests", LOAD_BALANCERS, ({ props }, expect) => {
    expect("accessLogs.enabled", "logs no requests", () => props["accessLogs"]?.enabled === true);
    expect("accessLogs.bucket", "logs requests to no bucket", () => !!props["accessLogs"]?.bucket);
});

export const balancersRefuseOddities = resourceRule(
    "load-balancer-drops-invalid-headers",
    LOAD_BALANCERS,
    ({ props }, expect) => {
        const isApplication = () => (props["loadBalancerType"] ?? "application") === "application";
        expect(
            "dropInvalidHeaderFields",
            "passes invalid headers on",
            () => !isApplication() || props["dropInvalidHeaderFields"] === true,
        );
        expect(
            "desyncMitigationMode",
            "passes smuggled requests on",
            () => !isApplication() || props["desyncMitigationMode"] !== "monitor",
        );
        expect(
            "xffHeaderProcessingMode",
            "believes a client's X-Forwarded-For",
            () => !isApplication() || props["xffHeaderProcessingMode"] !== "preserve",
        );
        expect(
            "enableWafFailOpen",
            "lets requests pass while the firewall does not answer",
            () => props["enableWafFailOpen"] !== true,
        );
    },
);

export const targetsAreChecked = resourceRule("targets-are-checked", TARGET_GROUPS, ({ props }, expect) => {
    if (props["targetType"] === "lambda") {
        return;
    }
    const check = () => props["healthCheck"];
    expect(
        "healthCheck.enabled",
        "does not ask its targets whether they are well",
        () => check()?.enabled !== false && check() !== undefined,
    );
    expect(
        "healthCheck.path",
        "asks its targets at no path of their own",
        () => !/^HTTP/.test(check()?.protocol ?? props["protocol"] ?? "HTTP") || !!check()?.path,
    );
    expect("healthCheck.matcher", "takes errors for health", () =>
        /^[23]\d\d([-,][23]\d\d)*$/.test(check()?.matcher ?? "200"),
    );
    expect(
        "healthCheck.interval",
        "takes more than 5 minutes to notice",
        () => (check()?.interval ?? 30) * (check()?.unhealthyThreshold ?? 3) <= 300,
    );
    expect(
        "healthCheck.timeout",
        "asks again before an answer is due",
        () => (check()?.timeout ?? 5) < (check()?.interval ?? 30),
    );
    expect(
        "deregistrationDelay",
        "cuts off requests that are under way",
        () => (props["deregistrationDelay"] ?? 300) > 0,
    );
    expect("protocol", "has no protocol", () =>
        ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE"].includes(props["protocol"] ?? ""),
    );
    expect(
        "stickiness.cookieDuration",
        "keeps clients at one target for more than a week",
        () =>
            props["stickiness"] === undefined ||
            props["stickiness"].enabled === false ||
            (props["stickiness"].cookieDuration ?? 86400) <= 604800,
    );
    expect("targetType", "has no targets", () =>
        ["ip", "instance", "lambda", "alb"].includes(props["targetType"] ?? "instance"),
    );
    expect(
        "healthCheck.protocol",
        "only asks for a connection",
        () =>
            check()?.protocol === undefined || !/^HTTP/.test(props["protocol"] ?? "") || /^HTTP/.test(check().protocol),
    );
});

export const headersAreSent = stackRule("security-headers-are-complete", LISTENERS, (listener, expect) => {
    const { props } = listener;
    const header = (name: string) => `routingHttpResponse${name}HeaderValue`;
    const sent = ["StrictTransportSecurity", "XContentTypeOptions", "XFrameOptions"];
    const sendsAny = sent.some(it => header(it) in props) || "routingHttpResponseServerEnabled" in props;
    for (const name of sendsAny && isHttps(listener) ? sent : []) {
        expect(header(name), `does not send ${name}`, () => !!props[header(name)]);
    }
    expect(
        header("StrictTransportSecurity"),
        "tells browsers to stay with HTTPS for less than half a year",
        () =>
            Number(/max-age=(\d+)/.exec(props[header("StrictTransportSecurity")] ?? "max-age=31536000")?.[1] ?? 0) >=
            15552000,
    );
    expect(
        header("XContentTypeOptions"),
        "lets browsers guess types",
        () => (props[header("XContentTypeOptions")] ?? "nosniff") === "nosniff",
    );
    expect(header("XFrameOptions"), "lets other sites frame its pages", () =>
        /^(DENY|SAMEORIGIN)$/.test(props[header("XFrameOptions")] ?? "DENY"),
    );
    expect(
        header("AccessControlAllowOrigin"),
        "lets the pages of any site in",
        () => (props[header("AccessControlAllowOrigin")] ?? "") !== "*",
    );
    expect(
        "routingHttpResponseServerEnabled",
        "says what serves it",
        () => !sendsAny || props["routingHttpResponseServerEnabled"] === false,
    );
    expect(
        header("ContentSecurityPolicy"),
        "has a content security policy that allows anything",
        () => !/unsafe-eval|\*(?!\.)/.test(props[header("ContentSecurityPolicy")] ?? ""),
    );
});

export const functionsAnswer = stackRule("function-target-answers", TARGET_GROUPS, (group, expect, topology) => {
    if (group.props["targetType"] !== "lambda") {
        return;
    }
    const attachments = topology.ofType("aws:lb/targetGroupAttachment:TargetGroupAttachment");
    expect("", "has no function", () => attachments.some(it => pointsAt(it, "targetGroupArn", group)));
    expect("", "has a function that the load balancer may not call", () =>
        topology.ofType(FUNCTION_PERMISSION).some(it => it.props["principal"] === "elasticloadbalancing.amazonaws.com"),
    );
});

export const classicBalancers = resourceRule(
    "load-balancer-is-current",
    ["aws:elb/loadBalancer:LoadBalancer", "aws:elasticloadbalancing/loadBalancer:LoadBalancer"],
    (_, expect) => {
        expect("", "is a classic load balancer", () => false);
    },
);

export const certificateIsValidated = stackRule(
    "certificate-is-validated",
    [...LISTENERS, "aws:cloudfront/distribution:Distribution"],
    (user, expect) => {
        const property = LISTENERS.includes(user.type) ? "certificateArn" : "viewerCertificate";
        const sources = (user.references[property] ?? []).map(({ type }) => type);
        expect(
            property,
            "takes a certificate that may still be pending",
            () =>
                sources.includes("aws:acm/certificateValidation:CertificateValidation") ||
                !sources.includes("aws:acm/certificate:Certificate"),
        );
    },
);

export const certificatesRenew = resourceRule(
    "certificate-renews-itself",
    ["aws:acm/certificate:Certificate"],
    ({ props }, expect) => {
        expect(
            "validationMethod",
            "is not renewed by itself",
            () => "privateKey" in props || "certificateAuthorityArn" in props || props["validationMethod"] === "DNS",
        );
        expect("keyAlgorithm", "has a key of 1024 bits", () => props["keyAlgorithm"] !== "RSA_1024");
        expect(
            "options",
            "is hidden from certificate logs",
            () => props["options"]?.certificateTransparencyLoggingPreference !== "DISABLED",
        );
    },
);

function redirects(actions: any): boolean {
    return [...(actions ?? [])].every(action => action.type === "redirect" && action.redirect?.protocol === "HTTPS");
}

function mentions(from: Resource, target: Resource): boolean {
    const text = JSON.stringify(from.inputs);
    return target.identities.some(it => it.length > 10 && text.includes(it));
}
