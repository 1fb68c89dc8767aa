import { resourceRule } from "../rule";

const MODERN = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-/;

export const modernTls = resourceRule({
    id: "modern-tls",
    controls: [],
    description: "Listeners with a certificate speak TLS 1.2 or later.",
    remedy: "Set sslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06 or a stricter one.",
    types: ["aws:lb/listener:Listener", "aws:alb/listener:Listener"],
    check({ props }, expect) {
        expect(
            () => !["HTTPS", "TLS"].includes(props["protocol"]) || MODERN.test(props["sslPolicy"] ?? ""),
            "lets clients speak TLS below 1.2",
        );
    },
});
