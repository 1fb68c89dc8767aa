import * as aws from "../../../src/types";
import { type Cases, type Given, GONE } from "../case";

const [LISTENER = ""] = aws.LISTENERS;
const [BALANCER = ""] = aws.LOAD_BALANCERS;
const [TARGETS = ""] = aws.TARGET_GROUPS;
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } };
const forward = { type: "forward", targetGroupArn: "${targets}" };
const entrance: Record<string, Given> = {
    balancer: [BALANCER],
    http: [LISTENER, { loadBalancerArn: "${balancer}", protocol: "HTTP", defaultActions: [redirect] }],
    https: [LISTENER, { loadBalancerArn: "${balancer}", protocol: "HTTPS", defaultActions: [forward] }],
};
const HEADER = (name: string) => `https.routingHttpResponse${name}HeaderValue`;
const balancer = (props: object): Record<string, Given> => ({ balancer: [BALANCER, props] });

export const cases: Cases = {
    "modern-tls": {
        sound: {
            https: [
                LISTENER,
                { port: 443, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06", certificateArn: "c" },
            ],
        },
        faults: [
            ["https.sslPolicy", "ELBSecurityPolicy-2016-08", "lets clients speak TLS below 1.2"],
            ["https.sslPolicy", GONE, "lets clients speak TLS below 1.2"],
            ["https.certificateArn", GONE, "has no certificate"],
            ["https.protocol", "HTTP", "speaks plain HTTP on port 443"],
        ],
    },
    "http-redirects": {
        sound: entrance,
        faults: [
            [
                "http.defaultActions[0]",
                { type: "fixed-response" },
                "serves plain HTTP where HTTPS is offered",
                "http.defaultActions",
            ],
            [
                "rule",
                [aws.LISTENER_RULES[0]!, { listenerArn: "${http}", actions: [forward] }],
                "serves plain HTTP by rule where HTTPS is offered",
                "http.defaultActions",
            ],
        ],
        harmless: [["https", [LISTENER, { loadBalancerArn: "${balancer}", protocol: "HTTP", defaultActions: [] }]]],
    },
    "listener-answers-for-itself": {
        sound: {
            http: [LISTENER, { defaultActions: [redirect] }],
            https: [LISTENER, { defaultActions: [{ type: "fixed-response", fixedResponse: { statusCode: "404" } }] }],
        },
        faults: [
            ["https.defaultActions", [], "has no default action"],
            [
                "https.defaultActions[0].fixedResponse.statusCode",
                "200",
                "answers what no route takes as if it were there",
                "https.defaultActions",
            ],
            ["http.defaultActions[0].redirect.statusCode", GONE, "redirects without a status", "http.defaultActions"],
            ["http.defaultActions[0].redirect.host", "evil.dev", "redirects to another host", "http.defaultActions"],
            ["http.defaultActions[0].type", "dream", "does nothing with requests", "http.defaultActions"],
        ],
    },
    "https-offered": {
        sound: entrance,
        faults: [["https", GONE, "is on the internet over plain HTTP only", "balancer"]],
        harmless: [["balancer.internal", true]],
    },
    "load-balancer-listens": {
        sound: {
            balancer: [BALANCER],
            targets: [TARGETS, { targetType: "ip" }],
            listener: [LISTENER, { loadBalancerArn: "${balancer}", defaultActions: [forward] }],
            web: [aws.ECS_SERVICE, { loadBalancers: [{ targetGroupArn: "${targets}" }] }],
        },
        faults: [
            ["listener.loadBalancerArn", GONE, "has no listener", "balancer"],
            ["listener.defaultActions", [], "gets no requests: no listener and no rule forwards to it", "targets"],
            ["web.loadBalancers", [], "has no service behind it", "targets"],
        ],
    },
    "load-balancer-is-kept": {
        sound: balancer({ enableDeletionProtection: true }),
        faults: [["balancer.enableDeletionProtection", false, "can be deleted"]],
    },
    "load-balancer-logs-requests": {
        sound: balancer({ accessLogs: { enabled: true, bucket: "logs" } }),
        faults: [
            ["balancer.accessLogs.enabled", false, "logs no requests"],
            ["balancer.accessLogs.bucket", GONE, "logs requests to no bucket"],
        ],
    },
    "load-balancer-drops-invalid-headers": {
        sound: balancer({ dropInvalidHeaderFields: true }),
        faults: [
            ["balancer.enableWafFailOpen", true, "lets requests pass while the firewall does not answer"],
            ["balancer.dropInvalidHeaderFields", false, "passes invalid headers on"],
            ["balancer.desyncMitigationMode", "monitor", "passes smuggled requests on"],
            ["balancer.xffHeaderProcessingMode", "preserve", "believes a client's X-Forwarded-For"],
        ],
        harmless: [["balancer", [BALANCER, { loadBalancerType: "network" }]]],
    },
    "targets-are-checked": {
        sound: {
            targets: [
                TARGETS,
                {
                    ...{ protocol: "HTTP", targetType: "ip", deregistrationDelay: 30 },
                    healthCheck: {
                        ...{ enabled: true, path: "/health", matcher: "200-399" },
                        ...{ interval: 10, timeout: 5, unhealthyThreshold: 3 },
                    },
                },
            ],
        },
        faults: [
            ["targets.healthCheck.enabled", false, "does not ask its targets whether they are well"],
            ["targets.healthCheck.path", GONE, "asks its targets at no path of their own"],
            ["targets.healthCheck.matcher", "200-499", "takes errors for health"],
            ["targets.healthCheck.interval", 101, "takes more than 5 minutes to notice"],
            ["targets.healthCheck.timeout", 10, "asks again before an answer is due"],
            ["targets.deregistrationDelay", 0, "cuts off requests that are under way"],
            ["targets.protocol", "CARRIER", "has no protocol"],
            ["targets.stickiness.cookieDuration", 604801, "keeps clients at one target for more than a week"],
            ["targets.targetType", "dream", "has no targets"],
            ["targets.healthCheck.protocol", "TCP", "only asks for a connection"],
        ],
        harmless: [["targets", [TARGETS, { targetType: "lambda" }]]],
    },
    "security-headers-are-complete": {
        sound: {
            https: [
                LISTENER,
                {
                    protocol: "HTTPS",
                    routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000",
                    routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
                    routingHttpResponseXFrameOptionsHeaderValue: "DENY",
                    routingHttpResponseServerEnabled: false,
                },
            ],
        },
        faults: [
            [HEADER("StrictTransportSecurity"), GONE, "does not send StrictTransportSecurity"],
            [
                HEADER("StrictTransportSecurity"),
                "max-age=3600",
                "tells browsers to stay with HTTPS for less than half a year",
            ],
            [HEADER("XContentTypeOptions"), "guess", "lets browsers guess types"],
            [HEADER("XFrameOptions"), "ALLOWALL", "lets other sites frame its pages"],
            [HEADER("AccessControlAllowOrigin"), "*", "lets the pages of any site in"],
            ["https.routingHttpResponseServerEnabled", true, "says what serves it"],
            [HEADER("ContentSecurityPolicy"), "default-src *", "has a content security policy that allows anything"],
        ],
    },
    "certificate-is-validated": {
        sound: {
            certificate: [aws.CERTIFICATE],
            issued: [aws.CERTIFICATE_VALIDATION, { certificateArn: "${certificate}" }],
            https: [LISTENER, { certificateArn: "${issued}" }],
        },
        faults: [["https.certificateArn", "${certificate}", "takes a certificate that may still be pending"]],
    },
    "certificate-renews-itself": {
        sound: { certificate: [aws.CERTIFICATE, { validationMethod: "DNS", keyAlgorithm: "RSA_2048" }] },
        faults: [
            ["certificate.validationMethod", "EMAIL", "is not renewed by itself"],
            ["certificate.keyAlgorithm", "RSA_1024", "has a key of 1024 bits"],
            [
                "certificate.options.certificateTransparencyLoggingPreference",
                "DISABLED",
                "is hidden from certificate logs",
                "certificate.options",
            ],
        ],
    },
    "modern-ciphers": {
        sound: { https: ["aws:lb/listener:Listener", { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" }] },
        faults: [
            [
                "https.sslPolicy",
                "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06",
                "agrees on ciphers without forward secrecy",
            ],
            ["https.sslPolicy", "ELBSecurityPolicy-TLS-1-2-Ext-2018-06", "agrees on ciphers without forward secrecy"],
        ],
    },
    "function-target-answers": {
        sound: {
            group: ["aws:lb/targetGroup:TargetGroup", { targetType: "lambda" }],
            attached: ["aws:lb/targetGroupAttachment:TargetGroupAttachment", { targetGroupArn: "${group}" }],
            may: ["aws:lambda/permission:Permission", { principal: "elasticloadbalancing.amazonaws.com" }],
        },
        faults: [
            ["attached", GONE, "has no function", "group"],
            ["may", GONE, "has a function that the load balancer may not call", "group"],
        ],
    },
    "load-balancer-is-current": {
        sound: {},
        faults: [["old", ["aws:elb/loadBalancer:LoadBalancer"], ["old: is a classic load balancer"]]],
    },
};
