import { PolicyPack } from "@pulumi/policy";
import { rules } from "./rules";

new PolicyPack("groundwork", {
    description: "What every groundwork topology must hold to",
    enforcementLevel: "mandatory",
    policies: rules,
});
