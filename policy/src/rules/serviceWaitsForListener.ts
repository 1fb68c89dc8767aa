import { ofType, referred } from "../topology";
import { stackRule } from "../rule";

const LISTENERS = ["aws:lb/listener:Listener", "aws:lb/listenerRule:ListenerRule"];

export const serviceWaitsForListener = stackRule({
    id: "service-waits-for-listener",
    controls: [],
    description: "A balanced service is made after a listener, or a rule of one, has its target group.",
    remedy: "Make the service depend on the listener and the listener rule that forward to it.",
    check(topology, expectOf) {
        for (const service of topology.ofType("aws:ecs/service:Service")) {
            const groups = referred(service, "loadBalancers", "aws:lb/targetGroup:TargetGroup");
            const forwards = ofType(service.dependencies, ...LISTENERS);
            expectOf(service)(
                () => groups.length === 0 || forwards.length > 0,
                "has a target group, and does not wait for a listener to use it",
            );
        }
    },
});
