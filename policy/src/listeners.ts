import type { Resource } from "./resource";
import { pointsAt, type Topology } from "./topology";
import { LISTENERS, LOAD_BALANCERS } from "./types";

/** A load balancer with the listeners that stand on it. */
export interface Balanced {
    balancer: Resource;
    listeners: Resource[];
}

export function balanced(topology: Topology): Balanced[] {
    return topology
        .ofType(...LOAD_BALANCERS)
        .filter(balancer => balancer.props["loadBalancerType"] !== "network")
        .map(balancer => ({
            balancer,
            listeners: topology
                .ofType(...LISTENERS)
                .filter(listener => pointsAt(listener, "loadBalancerArn", balancer)),
        }));
}

export function isHttps(listener: Resource): boolean {
    return listener.props["protocol"] === "HTTPS";
}
