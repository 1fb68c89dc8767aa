import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { isWorld } from "../src/addresses";
import { noInlineRules } from "../src/rules/noInlineRules";
import { worldIngress } from "../src/rules/worldIngress";
import { findings, resource, stackFindings, UNKNOWN } from "./harness";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

const edge = resource({ type: GROUP, name: "edge", props: { id: UNKNOWN } });
const app = resource({ type: GROUP, name: "app", props: { id: "sg-app" } });
const balancer = resource({
    type: "aws:lb/loadBalancer:LoadBalancer",
    name: "balancer",
    props: { securityGroups: [UNKNOWN] },
    references: { securityGroups: [edge] },
});

function ingress(group: typeof edge, props: object) {
    const rule = { ipProtocol: "tcp", fromPort: 443, toPort: 443, ...props };
    return resource({ type: RULE, name: "in", props: rule, references: { securityGroupId: [group] } });
}

describe("world-ingress", () => {
    const judge = (rule: typeof edge) => stackFindings(worldIngress, [edge, app, balancer, rule]);

    test("lets the world reach a load balancer's web ports", () => {
        deepEqual(judge(ingress(edge, { cidrIpv4: "0.0.0.0/0" })), []);
        deepEqual(judge(ingress(edge, { cidrIpv6: "::/0", fromPort: 80, toPort: 80 })), []);
    });

    test("refuses any other port", () => {
        const refused = ["in: opens a port other than 80 or 443 to the world"];
        deepEqual(judge(ingress(edge, { cidrIpv4: "0.0.0.0/0", fromPort: 22, toPort: 22 })), refused);
        deepEqual(judge(ingress(edge, { cidrIpv4: "0.0.0.0/0", fromPort: 80 })), refused);
        deepEqual(judge(ingress(edge, { cidrIpv4: "0.0.0.0/0", ipProtocol: "-1" })), refused);
    });

    test("refuses a group that no load balancer has", () => {
        const refused = ["in: opens a security group to the world that is not a load balancer's"];
        deepEqual(judge(ingress(app, { cidrIpv4: "0.0.0.0/0" })), refused);
        deepEqual(judge(ingress(app, { cidrIpv4: "128.0.0.0/1" })), refused);
    });

    test("finds the group by its id where there is no reference", () => {
        const rule = resource({
            type: RULE,
            name: "in",
            props: { securityGroupId: "sg-app", cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443 },
        });
        deepEqual(judge(rule), ["in: opens a security group to the world that is not a load balancer's"]);
    });

    test("reads the older kind of rule too", () => {
        const rule = resource({
            type: "aws:ec2/securityGroupRule:SecurityGroupRule",
            name: "in",
            props: { type: "ingress", protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/0"] },
            references: { securityGroupId: [edge] },
        });
        deepEqual(judge(rule), ["in: opens a port other than 80 or 443 to the world"]);
    });

    test("leaves rules alone that name a group or a range", () => {
        deepEqual(judge(ingress(app, { referencedSecurityGroupId: UNKNOWN, fromPort: 3000, toPort: 3000 })), []);
        deepEqual(judge(ingress(app, { cidrIpv4: "10.0.0.0/8" })), []);
    });

    test("does not judge a range it cannot know", () => {
        deepEqual(judge(ingress(app, { cidrIpv4: UNKNOWN })), []);
    });
});

test("a range is the world when it is wider than any private one", () => {
    const ranges = ["0.0.0.0/0", "::/0", "2000::/3", "10.0.0.0/8", "fd00::/8", undefined];
    deepEqual(ranges.map(isWorld), [true, true, true, false, false, false]);
});

describe("no-inline-security-group-rules", () => {
    test("accepts a group without rules", () => {
        deepEqual(findings(noInlineRules, { type: GROUP, props: { vpcId: UNKNOWN } }), []);
    });

    test("refuses inline rules, even an empty list or one not known yet", () => {
        deepEqual(findings(noInlineRules, { type: GROUP, props: { ingress: [] } }), ["has inline ingress rules"]);
        deepEqual(findings(noInlineRules, { type: GROUP, props: { egress: UNKNOWN } }), ["has inline egress rules"]);
    });

    test("wants the default group empty", () => {
        const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
        deepEqual(findings(noInlineRules, { type, props: { ingress: [], egress: [] } }), []);
        deepEqual(findings(noInlineRules, { type, props: { ingress: [{ protocol: "-1" }] } }), [
            "the default security group has ingress rules",
        ]);
    });
});
