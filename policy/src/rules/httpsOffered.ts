import { balanced, isHttps } from "../listeners";
import { stackRule } from "../rule";

export const httpsOffered = stackRule({
    name: "https-offered",
    description: "A load balancer on the internet offers HTTPS.",
    remedy: "Give the stack a domain, so that it gets a certificate.",
    level: "advisory",
    check(resources, expectOf) {
        for (const { balancer, listeners } of balanced(resources)) {
            expectOf(balancer)(
                () => balancer.props["internal"] === true || listeners.length === 0 || listeners.some(isHttps),
                "is on the internet over plain HTTP only",
            );
        }
    },
});
