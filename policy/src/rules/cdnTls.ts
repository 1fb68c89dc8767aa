import { resourceRule } from "../rule";

const MODERN = ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"];

export const cdnTls = resourceRule({
    id: "cdn-tls",
    controls: [],
    description: "A distribution speaks TLS 1.2 or later on both sides, and never plain HTTP to a viewer.",
    remedy: "Set minimumProtocolVersion TLSv1.2_2021, redirect viewers to HTTPS, and give origins TLSv1.2 only.",
    types: ["aws:cloudfront/distribution:Distribution"],
    check({ props }, expect) {
        expect(() => {
            const certificate = props["viewerCertificate"];
            return (
                certificate?.cloudfrontDefaultCertificate === true ||
                MODERN.includes(certificate?.minimumProtocolVersion)
            );
        }, "lets viewers speak TLS below 1.2");
        expect(
            () =>
                [props["defaultCacheBehavior"], ...(props["orderedCacheBehaviors"] ?? [])].every(
                    behavior => behavior?.viewerProtocolPolicy !== "allow-all",
                ),
            "serves viewers over plain HTTP",
        );
        for (const origin of [...(props["origins"] ?? [])]) {
            expect(
                () =>
                    (origin.customOriginConfig?.originSslProtocols ?? []).every(
                        (version: string) => version === "TLSv1.2",
                    ),
                "speaks TLS below 1.2 to an origin",
            );
        }
    },
});
