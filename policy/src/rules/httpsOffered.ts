import { balanced, isHttps } from "../listeners";
import { stackRule } from "../rule";

export const httpsOffered = stackRule({
    id: "https-offered",
    controls: [],
    description: "A load balancer on the internet offers HTTPS.",
    remedy: "Give the stack a domain, so that it gets a certificate.",
    level: "advisory",
    check(topology, expectOf) {
        for (const { balancer, listeners } of balanced(topology)) {
            expectOf(balancer)(
                () => balancer.props["internal"] === true || listeners.length === 0 || listeners.some(isHttps),
                "is on the internet over plain HTTP only",
            );
        }
    },
});
