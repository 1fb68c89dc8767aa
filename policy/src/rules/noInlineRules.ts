import { resourceRule } from "../rule";

const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

export const noInlineRules = resourceRule({
    id: "no-inline-security-group-rules",
    controls: [],
    description: "Security groups carry no inline rules: they and separate rules delete each other.",
    remedy: "Make each rule a SecurityGroupIngressRule or SecurityGroupEgressRule of its own.",
    types: ["aws:ec2/securityGroup:SecurityGroup", DEFAULT_GROUP],
    check({ type, props }, expect) {
        for (const side of ["ingress", "egress"]) {
            if (type === DEFAULT_GROUP) {
                expect(() => (props[side] ?? []).length === 0, `the default security group has ${side} rules`);
            } else {
                // An empty list counts: it does not mean "unset", it revokes every rule.
                expect(() => !(side in props), `has inline ${side} rules`);
            }
        }
    },
});
