import type { PolicyResource } from "@pulumi/policy";
import { balanced, isHttps } from "../listeners";
import { stackRule } from "../rule";

export const httpRedirects = stackRule({
    name: "http-redirects",
    description: "Beside an HTTPS listener, plain HTTP only redirects.",
    remedy: "Give the HTTP listener a default action of type redirect, to HTTPS with status 301.",
    check(resources, expectOf) {
        for (const { listeners } of balanced(resources)) {
            for (const listener of listeners) {
                expectOf(listener)(
                    () => isHttps(listener) || !listeners.some(isHttps) || redirects(listener),
                    "serves plain HTTP where HTTPS is offered",
                );
            }
        }
    },
});

function redirects(listener: PolicyResource): boolean {
    return [...(listener.props["defaultActions"] ?? [])].every(
        action => action.type === "redirect" && action.redirect?.protocol === "HTTPS",
    );
}
