import type { Resource } from "../resource";
import { isWorld } from "../addresses";
import { pointsAt, referred, type Topology } from "../topology";
import { stackRule } from "../rule";

const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const OLDER_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const BALANCERS = ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"];
const OPEN_PORTS = [80, 443];

export const worldIngress = stackRule({
    id: "world-ingress",
    controls: [],
    description: "Only load balancers are open to the world, and only on ports 80 and 443.",
    remedy: "Let the world in through a load balancer, and let that reach the service by its security group.",
    check(topology, expectOf) {
        const balancers = topology.ofType(...BALANCERS);
        for (const rule of topology.ofType(RULE, OLDER_RULE)) {
            const expect = expectOf(rule);
            expect(() => !isOpen(rule) || opensOnlyWebPorts(rule), "opens a port other than 80 or 443 to the world");
            expect(
                () => !isOpen(rule) || guardsABalancer(rule, topology, balancers),
                "opens a security group to the world that is not a load balancer's",
            );
        }
    },
});

function isOpen({ type, props }: Resource): boolean {
    return type === RULE
        ? isWorld(props["cidrIpv4"]) || isWorld(props["cidrIpv6"])
        : props["type"] === "ingress" &&
              [...(props["cidrBlocks"] ?? []), ...(props["ipv6CidrBlocks"] ?? [])].some(isWorld);
}

function opensOnlyWebPorts({ type, props }: Resource): boolean {
    const protocol = type === RULE ? props["ipProtocol"] : props["protocol"];
    return protocol === "tcp" && props["fromPort"] === props["toPort"] && OPEN_PORTS.includes(props["fromPort"]);
}

function guardsABalancer(rule: Resource, topology: Topology, balancers: Resource[]): boolean {
    const byReference = referred(rule, "securityGroupId", GROUP);
    const groups =
        byReference.length > 0
            ? byReference
            : topology.ofType(GROUP).filter(group => pointsAt(rule, "securityGroupId", group));
    return groups.some(group => balancers.some(balancer => pointsAt(balancer, "securityGroups", group)));
}
