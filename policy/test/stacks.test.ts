import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import type { Policies } from "@pulumi/policy";
import { rules } from "../src/rules";
import { findings, stackFindings } from "./harness";
import { type Configuration, configurationOf, isBuilt, previewed, stackFiles } from "./preview";

const skip = isBuilt() ? false : "target/groundwork.jar is not there: `./groundwork build` makes it";

describe("every stack of the repository", { skip, concurrency: 2 }, () => {
    for (const stackFile of stackFiles()) {
        test(`${stackFile} holds to every rule`, async () => {
            const { given, resources } = await previewed(stackFile);
            const configuration = configurationOf(stackFile);
            const broken = mandatory(configuration).flatMap(rule => {
                const settings = settingsOf(rule, configuration);
                return "validateStack" in rule
                    ? stackFindings(rule, resources, settings).map(found => `${rule.name}: ${found}`)
                    : given.flatMap(it => findings(rule, it, settings).map(found => `${rule.name}: ${it.name} ${found}`));
            });
            deepEqual(broken, []);
        });
    }

    test("no configuration is of a rule, or a setting, that is not there", () => {
        const known = new Set(rules.flatMap(rule => [rule.name, ...settingNames(rule)]));
        for (const stackFile of stackFiles()) {
            const said = Object.entries(configurationOf(stackFile)).flatMap(([name, value]) => [
                name,
                ...(typeof value === "object" ? Object.keys(value).map(setting => `${name}.${setting}`) : []),
            ]);
            deepEqual(
                said.filter(name => !known.has(name)),
                [],
            );
        }
    });
});

type Rule = Policies[number];

function mandatory(configuration: Configuration): Rule[] {
    return rules.filter(rule => levelOf(rule, configuration) === "mandatory");
}

function levelOf(rule: Rule, configuration: Configuration): unknown {
    const said = configuration[rule.name];
    return (typeof said === "string" ? said : said?.["enforcementLevel"]) ?? rule.enforcementLevel ?? "mandatory";
}

function settingNames(rule: Rule): string[] {
    return ["enforcementLevel", ...Object.keys(rule.configSchema?.properties ?? {})].map(it => `${rule.name}.${it}`);
}

function settingsOf(rule: Rule, configuration: Configuration): object {
    const said = configuration[rule.name];
    return typeof said === "object" ? said : {};
}
