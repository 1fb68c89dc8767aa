import { PolicyPack } from "@pulumi/policy";
import { Config } from "@pulumi/pulumi";
import { policies } from "./engine";
import { rules } from "./rules";
import { NO_SETTINGS, type Settings, settingsOf } from "./settings";

/** What a groundwork stack asks of the rules; any other program leaves that to the configuration of this pack. */
function ofStack(): Settings {
    const config = new Config("groundwork");
    const isGroundwork = ["owner", "environment", "policy"].some(key => config.get(key) !== undefined);
    return isGroundwork
        ? settingsOf(config.get("environment") ?? "staging", JSON.parse(config.get("policy") ?? "{}"), rules)
        : NO_SETTINGS;
}

new PolicyPack("groundwork", {
    description: "Security, availability and cost rules for AWS",
    enforcementLevel: "mandatory",
    policies: policies(rules, ofStack()),
});
