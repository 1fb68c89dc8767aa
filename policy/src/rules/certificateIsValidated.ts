import { ofType } from "../topology";
import { stackRule } from "../rule";

const PROPERTY: Record<string, string> = {
    "aws:lb/listener:Listener": "certificateArn",
    "aws:cloudfront/distribution:Distribution": "viewerCertificate",
};

export const certificateIsValidated = stackRule({
    id: "certificate-is-validated",
    controls: [],
    description: "What uses a certificate of the stack waits until it is issued.",
    remedy: "Take the ARN from the CertificateValidation, not from the Certificate.",
    check(topology, expectOf) {
        for (const user of topology.ofType(...Object.keys(PROPERTY))) {
            const sources = user.references[PROPERTY[user.type] ?? ""] ?? [];
            const waits = ofType(sources, "aws:acm/certificateValidation:CertificateValidation").length > 0;
            expectOf(user)(
                () => waits || ofType(sources, "aws:acm/certificate:Certificate").length === 0,
                "takes a certificate that may still be pending",
            );
        }
    },
});
