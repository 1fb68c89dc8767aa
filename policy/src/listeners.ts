import type { PolicyResource } from "@pulumi/policy";
import { ofType, pointsAt } from "./references";

/** A load balancer with the listeners that stand on it. */
export interface Balanced {
    balancer: PolicyResource;
    listeners: PolicyResource[];
}

export function balanced(resources: PolicyResource[]): Balanced[] {
    return ofType(resources, "aws:lb/loadBalancer:LoadBalancer")
        .filter(balancer => balancer.props["loadBalancerType"] !== "network")
        .map(balancer => ({
            balancer,
            listeners: ofType(resources, "aws:lb/listener:Listener").filter(listener =>
                pointsAt(listener, "loadBalancerArn", balancer),
            ),
        }));
}

export function isHttps(listener: PolicyResource): boolean {
    return listener.props["protocol"] === "HTTPS";
}
