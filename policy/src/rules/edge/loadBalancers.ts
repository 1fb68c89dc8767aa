import { balanced, isHttps } from "../../listeners";
import type { Resource } from "../../resource";
import { resourceRule, stackRule } from "../../rule";
import { ECS_SERVICE, LISTENER_RULES, LISTENERS, LOAD_BALANCERS, TARGET_GROUPS } from "../../types";

const MODERN = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-/;

export const modernTls = resourceRule({
    id: "modern-tls",
    controls: ["FSBP ELB.17", "WA SEC09-BP02"],
    description: "Listeners with a certificate speak TLS 1.2 or later.",
    remedy: "Set sslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06 or a stricter one.",
    types: LISTENERS,
    check({ props }, expect) {
        const usesTls = () => ["HTTPS", "TLS"].includes(props["protocol"]);
        expect(
            () => !usesTls() || MODERN.test(props["sslPolicy"] ?? ""),
            "lets clients speak TLS below 1.2",
            "sslPolicy",
        );
        expect(() => !usesTls() || "certificateArn" in props, "has no certificate", "certificateArn");
        expect(() => props["port"] !== 443 || usesTls(), "speaks plain HTTP on port 443", "protocol");
    },
});

export const httpRedirects = stackRule({
    id: "http-redirects",
    controls: ["FSBP ELB.1", "WA SEC09-BP02"],
    description: "Beside an HTTPS listener, plain HTTP only redirects, by its default and by its rules.",
    remedy: "Give the HTTP listener a default action of type redirect, to HTTPS with status 301, and no other rules.",
    types: LISTENERS,
    check(listener, expect, topology) {
        const beside = balanced(topology).find(({ listeners }) => listeners.includes(listener))?.listeners ?? [];
        const isPlain = () => !isHttps(listener) && beside.some(isHttps);
        expect(
            () => !isPlain() || redirects(listener.props["defaultActions"]),
            "serves plain HTTP where HTTPS is offered",
            "defaultActions",
        );
        for (const rule of topology.pointingAt(listener, "listenerArn", ...LISTENER_RULES)) {
            expect(
                () => !isPlain() || redirects(rule.props["actions"]),
                `serves plain HTTP by ${rule.name} where HTTPS is offered`,
                "defaultActions",
            );
        }
    },
});

export const listenersRefuse = resourceRule({
    id: "listener-answers-for-itself",
    controls: ["WA SEC05-BP02"],
    description: "A listener with several routes answers what none of them takes itself: redirect or a fixed response.",
    remedy: "Set the default action to fixed-response with status 404, or to the target group of the one service.",
    types: LISTENERS,
    check({ props }, expect) {
        const actions = () => [...(props["defaultActions"] ?? [])];
        expect(() => actions().length > 0, "has no default action", "defaultActions");
        for (const action of actions()) {
            expect(
                () => action.type !== "fixed-response" || Number(action.fixedResponse?.statusCode) >= 400,
                "answers what no route takes as if it were there",
                "defaultActions",
            );
            expect(
                () => action.type !== "redirect" || /^HTTP_30[12]$/.test(action.redirect?.statusCode ?? ""),
                "redirects without a status",
                "defaultActions",
            );
            expect(
                () => action.type !== "redirect" || (action.redirect?.host ?? "#{host}") === "#{host}",
                "redirects to another host",
                "defaultActions",
            );
            expect(
                () =>
                    ["redirect", "fixed-response", "forward", "authenticate-oidc", "authenticate-cognito"].includes(
                        action.type,
                    ),
                "does nothing with requests",
                "defaultActions",
            );
        }
    },
});

export const httpsOffered = stackRule({
    id: "https-offered",
    level: "advisory",
    controls: ["FSBP ELB.1", "WA SEC09-BP02"],
    description: "A load balancer on the internet offers HTTPS.",
    remedy: "Give the stack a domain, so that it gets a certificate.",
    setting: "domain",
    types: LOAD_BALANCERS,
    check(balancer, expect, topology) {
        const listeners = balanced(topology).find(it => it.balancer === balancer)?.listeners ?? [];
        expect(
            () => balancer.props["internal"] === true || listeners.length === 0 || listeners.some(isHttps),
            "is on the internet over plain HTTP only",
            "",
        );
    },
});

export const balancersListen = stackRule({
    id: "load-balancer-listens",
    controls: ["WA OPS05-BP04"],
    description: "A load balancer has a listener, and so has each target group a rule or a service.",
    remedy: "Add the listener; remove the target group that nothing forwards to.",
    types: [...LOAD_BALANCERS, ...TARGET_GROUPS],
    check(resource, expect, topology) {
        if (LOAD_BALANCERS.includes(resource.type)) {
            expect(
                () => topology.pointingAt(resource, "loadBalancerArn", ...LISTENERS).length > 0,
                "has no listener",
                "",
            );
            return;
        }
        expect(
            () =>
                topology
                    .ofType(...LISTENERS, ...LISTENER_RULES)
                    .some(it => it.dependencies.includes(resource) || mentions(it, resource)) ||
                topology
                    .ofType("aws:codedeploy/deploymentGroup:DeploymentGroup")
                    .some(it => it.dependencies.includes(resource)),
            "gets no requests: no listener and no rule forwards to it",
            "",
        );
        expect(
            () =>
                topology.ofType(ECS_SERVICE).length === 0 ||
                resource.props["targetType"] !== "ip" ||
                topology
                    .ofType(ECS_SERVICE, "aws:codedeploy/deploymentGroup:DeploymentGroup")
                    .some(it => it.dependencies.includes(resource) || mentions(it, resource)) ||
                topology.ofType("aws:lb/targetGroupAttachment:TargetGroupAttachment").length > 0,
            "has no service behind it",
            "",
        );
    },
});

export const balancersAreKept = resourceRule({
    id: "load-balancer-is-kept",
    controls: ["FSBP ELB.6"],
    description: "A production load balancer cannot be deleted by a slip.",
    remedy: "Set enableDeletionProtection to true.",
    setting: "protect",
    environments: ["production"],
    types: LOAD_BALANCERS,
    check({ props }, expect) {
        expect(() => props["enableDeletionProtection"] === true, "can be deleted", "enableDeletionProtection");
    },
});

export const balancersLog = resourceRule({
    id: "load-balancer-logs-requests",
    controls: ["FSBP ELB.5", "WA SEC04-BP01"],
    description: "A load balancer logs the requests that it gets.",
    remedy: "Set accessLogs with a bucket, enabled.",
    types: LOAD_BALANCERS,
    check({ props }, expect) {
        expect(() => props["accessLogs"]?.enabled === true, "logs no requests", "accessLogs.enabled");
        expect(() => !!props["accessLogs"]?.bucket, "logs requests to no bucket", "accessLogs.bucket");
    },
});

export const balancersRefuseOddities = resourceRule({
    id: "load-balancer-drops-invalid-headers",
    controls: ["FSBP ELB.4", "FSBP ELB.12"],
    description: "A load balancer drops headers that are not valid, and guards against request smuggling.",
    remedy: "Set dropInvalidHeaderFields to true; leave desyncMitigationMode at defensive or strictest.",
    types: LOAD_BALANCERS,
    check({ props }, expect) {
        const isApplication = () => (props["loadBalancerType"] ?? "application") === "application";
        expect(
            () => !isApplication() || props["dropInvalidHeaderFields"] === true,
            "passes invalid headers on",
            "dropInvalidHeaderFields",
        );
        expect(
            () => !isApplication() || props["desyncMitigationMode"] !== "monitor",
            "passes smuggled requests on",
            "desyncMitigationMode",
        );
        expect(
            () => !isApplication() || props["xffHeaderProcessingMode"] !== "preserve",
            "believes a client's X-Forwarded-For",
            "xffHeaderProcessingMode",
        );
    },
});

export const targetsAreChecked = resourceRule({
    id: "targets-are-checked",
    controls: ["FSBP ELB.16", "WA REL11-BP01"],
    description: "A target group asks its targets whether they are well, at a path that says so, and often enough.",
    remedy: "Set healthCheck: enabled, a path, and a matcher of 2xx and 3xx.",
    setting: "services.*.health",
    types: TARGET_GROUPS,
    check({ props }, expect) {
        if (props["targetType"] === "lambda") {
            return;
        }
        const check = () => props["healthCheck"];
        expect(
            () => check()?.enabled !== false && check() !== undefined,
            "does not ask its targets whether they are well",
            "healthCheck.enabled",
        );
        expect(
            () => !/^HTTP/.test(check()?.protocol ?? props["protocol"] ?? "HTTP") || !!check()?.path,
            "asks its targets at no path of their own",
            "healthCheck.path",
        );
        expect(
            () => /^[23]\d\d([-,][23]\d\d)*$/.test(check()?.matcher ?? "200"),
            "takes errors for health",
            "healthCheck.matcher",
        );
        expect(
            () => (check()?.interval ?? 30) * (check()?.unhealthyThreshold ?? 3) <= 300,
            "takes more than 5 minutes to notice",
            "healthCheck.interval",
        );
        expect(
            () => (check()?.timeout ?? 5) < (check()?.interval ?? 30),
            "asks again before an answer is due",
            "healthCheck.timeout",
        );
        expect(
            () => (props["deregistrationDelay"] ?? 300) > 0,
            "cuts off requests that are under way",
            "deregistrationDelay",
        );
        expect(
            () => ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE"].includes(props["protocol"] ?? ""),
            "has no protocol",
            "protocol",
        );
        expect(
            () =>
                props["stickiness"] === undefined ||
                props["stickiness"].enabled === false ||
                (props["stickiness"].cookieDuration ?? 86400) <= 604800,
            "keeps clients at one target for more than a week",
            "stickiness.cookieDuration",
        );
        expect(
            () => ["ip", "instance", "lambda", "alb"].includes(props["targetType"] ?? "instance"),
            "has no targets",
            "targetType",
        );
        expect(
            () =>
                check()?.protocol === undefined ||
                !/^HTTP/.test(props["protocol"] ?? "") ||
                /^HTTP/.test(check().protocol),
            "only asks for a connection",
            "healthCheck.protocol",
        );
    },
});

export const headersAreSent = stackRule({
    id: "security-headers-are-complete",
    controls: ["WA SEC05-BP03"],
    description:
        "A load balancer that sends security headers sends all of them, on the listener that serves; none lets any site in.",
    remedy: "Set the listener's routingHttpResponse… values for Strict-Transport-Security, X-Content-Type-Options and X-Frame-Options.",
    setting: "loadBalancer.headers",
    types: LISTENERS,
    check(listener, expect) {
        const { props } = listener;
        const header = (name: string) => `routingHttpResponse${name}HeaderValue`;
        const sent = ["StrictTransportSecurity", "XContentTypeOptions", "XFrameOptions"];
        const sendsAny = sent.some(it => header(it) in props) || "routingHttpResponseServerEnabled" in props;
        for (const name of sendsAny && isHttps(listener) ? sent : []) {
            expect(() => !!props[header(name)], `does not send ${name}`, header(name));
        }
        expect(
            () =>
                Number(
                    /max-age=(\d+)/.exec(props[header("StrictTransportSecurity")] ?? "max-age=31536000")?.[1] ?? 0,
                ) >= 15552000,
            "tells browsers to stay with HTTPS for less than half a year",
            header("StrictTransportSecurity"),
        );
        expect(
            () => (props[header("XContentTypeOptions")] ?? "nosniff") === "nosniff",
            "lets browsers guess types",
            header("XContentTypeOptions"),
        );
        expect(
            () => /^(DENY|SAMEORIGIN)$/.test(props[header("XFrameOptions")] ?? "DENY"),
            "lets other sites frame its pages",
            header("XFrameOptions"),
        );
        expect(
            () => (props[header("AccessControlAllowOrigin")] ?? "") !== "*",
            "lets the pages of any site in",
            header("AccessControlAllowOrigin"),
        );
        expect(
            () => !sendsAny || props["routingHttpResponseServerEnabled"] === false,
            "says what serves it",
            "routingHttpResponseServerEnabled",
        );
        expect(
            () => !/unsafe-eval|\*(?!\.)/.test(props[header("ContentSecurityPolicy")] ?? ""),
            "has a content security policy that allows anything",
            header("ContentSecurityPolicy"),
        );
    },
});

export const certificateIsValidated = stackRule({
    id: "certificate-is-validated",
    controls: ["WA SEC09-BP01"],
    description: "What uses a certificate of the stack waits until it is issued.",
    remedy: "Take the ARN from the CertificateValidation, not from the Certificate.",
    types: [...LISTENERS, "aws:cloudfront/distribution:Distribution"],
    check(user, expect) {
        const property = LISTENERS.includes(user.type) ? "certificateArn" : "viewerCertificate";
        const sources = (user.references[property] ?? []).map(({ type }) => type);
        expect(
            () =>
                sources.includes("aws:acm/certificateValidation:CertificateValidation") ||
                !sources.includes("aws:acm/certificate:Certificate"),
            "takes a certificate that may still be pending",
            property,
        );
    },
});

export const certificatesRenew = resourceRule({
    id: "certificate-renews-itself",
    controls: ["FSBP ACM.1", "WA SEC09-BP01"],
    description: "A certificate is validated by DNS, by which AWS renews it, with a key that is long enough.",
    remedy: "Set validationMethod to DNS.",
    types: ["aws:acm/certificate:Certificate"],
    check({ props }, expect) {
        expect(
            () => "privateKey" in props || "certificateAuthorityArn" in props || props["validationMethod"] === "DNS",
            "is not renewed by itself",
            "validationMethod",
        );
        expect(() => props["keyAlgorithm"] !== "RSA_1024", "has a key of 1024 bits", "keyAlgorithm");
        expect(
            () => props["options"]?.certificateTransparencyLoggingPreference !== "DISABLED",
            "is hidden from certificate logs",
            "options",
        );
    },
});

function redirects(actions: any): boolean {
    return [...(actions ?? [])].every(action => action.type === "redirect" && action.redirect?.protocol === "HTTPS");
}

function mentions(from: Resource, target: Resource): boolean {
    const text = JSON.stringify(from.inputs);
    return target.identities.some(it => it.length > 10 && text.includes(it));
}
