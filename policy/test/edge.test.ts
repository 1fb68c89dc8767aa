import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { cdnTls } from "../src/rules/cdnTls";
import { certificateIsValidated } from "../src/rules/certificateIsValidated";
import { httpRedirects } from "../src/rules/httpRedirects";
import { httpsOffered } from "../src/rules/httpsOffered";
import { modernTls } from "../src/rules/modernTls";
import { findings, resource, stackFindings, UNKNOWN } from "./harness";

const LISTENER = "aws:lb/listener:Listener";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

describe("modern-tls", () => {
    const judge = (props: object) => findings(modernTls, { type: LISTENER, props });

    test("accepts TLS 1.2 and later, and leaves plain HTTP to another rule", () => {
        deepEqual(judge({ protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }), []);
        deepEqual(judge({ protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }), []);
        deepEqual(judge({ protocol: "HTTP" }), []);
    });

    test("refuses older ones, and AWS's default", () => {
        const refused = ["lets clients speak TLS below 1.2"];
        deepEqual(judge({ protocol: "HTTPS" }), refused);
        deepEqual(judge({ protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" }), refused);
    });
});

describe("cdn-tls", () => {
    const judge = (props: object) => findings(cdnTls, { type: DISTRIBUTION, props });
    const own = { viewerCertificate: { acmCertificateArn: UNKNOWN, minimumProtocolVersion: "TLSv1.2_2021" } };

    test("accepts a modern certificate, or CloudFront's own", () => {
        deepEqual(judge(own), []);
        deepEqual(judge({ viewerCertificate: { cloudfrontDefaultCertificate: true } }), []);
    });

    test("refuses old protocols on either side, and plain HTTP", () => {
        deepEqual(judge({ viewerCertificate: { acmCertificateArn: UNKNOWN } }), ["lets viewers speak TLS below 1.2"]);
        deepEqual(judge({ ...own, defaultCacheBehavior: { viewerProtocolPolicy: "allow-all" } }), [
            "serves viewers over plain HTTP",
        ]);
        deepEqual(judge({ ...own, origins: [{ customOriginConfig: { originSslProtocols: ["TLSv1", "TLSv1.2"] } }] }), [
            "speaks TLS below 1.2 to an origin",
        ]);
    });
});

describe("plain HTTP", () => {
    const balancer = resource({ type: "aws:lb/loadBalancer:LoadBalancer", name: "edge", props: { internal: false } });
    const inside = resource({ type: "aws:lb/loadBalancer:LoadBalancer", name: "edge", props: { internal: true } });
    const on = (of: typeof balancer, name: string, props: object) =>
        resource({ type: LISTENER, name, props, references: { loadBalancerArn: [of] } });
    const https = on(balancer, "https", { protocol: "HTTPS" });
    const redirect = [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }];
    const forward = [{ type: "forward", targetGroupArn: UNKNOWN }];

    test("redirects beside HTTPS", () => {
        const listener = on(balancer, "http", { protocol: "HTTP", defaultActions: redirect });
        deepEqual(stackFindings(httpRedirects, [balancer, https, listener]), []);
    });

    test("may not serve beside HTTPS", () => {
        const listener = on(balancer, "http", { protocol: "HTTP", defaultActions: forward });
        deepEqual(stackFindings(httpRedirects, [balancer, https, listener]), [
            "http: serves plain HTTP where HTTPS is offered",
        ]);
    });

    test("alone is only worth a word, and none inside the network", () => {
        const listener = on(balancer, "http", { protocol: "HTTP", defaultActions: forward });
        deepEqual(stackFindings(httpRedirects, [balancer, listener]), []);
        deepEqual(stackFindings(httpsOffered, [balancer, listener]), ["edge: is on the internet over plain HTTP only"]);
        deepEqual(stackFindings(httpsOffered, [balancer, https, listener]), []);
        deepEqual(stackFindings(httpsOffered, [inside, on(inside, "http", { protocol: "HTTP" })]), []);
    });
});

describe("certificate-is-validated", () => {
    const certificate = resource({ type: "aws:acm/certificate:Certificate", name: "certificate" });
    const validation = resource({ type: "aws:acm/certificateValidation:CertificateValidation", name: "validation" });
    const listener = (source: typeof certificate) =>
        resource({ type: LISTENER, name: "https", references: { certificateArn: [source] } });

    test("wants the ARN from the validation", () => {
        deepEqual(stackFindings(certificateIsValidated, [listener(validation)]), []);
        deepEqual(stackFindings(certificateIsValidated, [listener(certificate)]), [
            "https: takes a certificate that may still be pending",
        ]);
    });
});
