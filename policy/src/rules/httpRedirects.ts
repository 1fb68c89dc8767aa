import type { Resource } from "../resource";
import { balanced, isHttps } from "../listeners";
import { stackRule } from "../rule";

export const httpRedirects = stackRule({
    id: "http-redirects",
    controls: [],
    description: "Beside an HTTPS listener, plain HTTP only redirects.",
    remedy: "Give the HTTP listener a default action of type redirect, to HTTPS with status 301.",
    check(topology, expectOf) {
        for (const { listeners } of balanced(topology)) {
            for (const listener of listeners) {
                expectOf(listener)(
                    () => isHttps(listener) || !listeners.some(isHttps) || redirects(listener),
                    "serves plain HTTP where HTTPS is offered",
                );
            }
        }
    },
});

function redirects(listener: Resource): boolean {
    return [...(listener.props["defaultActions"] ?? [])].every(
        action => action.type === "redirect" && action.redirect?.protocol === "HTTPS",
    );
}
