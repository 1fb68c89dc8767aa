import { PolicyPack } from "@pulumi/policy";
import { policies, remembersInputs } from "./engine";
import { rules } from "./rules";
import { unjudged } from "./notJudged";

new PolicyPack("groundwork", {
    description: "What every groundwork topology must hold to",
    enforcementLevel: "mandatory",
    policies: [remembersInputs, ...policies(rules), unjudged],
});
