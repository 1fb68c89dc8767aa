import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { topologyOf } from "../src/recording";
import type { Rule } from "../src/rule";
import { rules } from "../src/rules";
import { type Configuration, configurationOf, environmentOf, isBuilt, recorded, stackFiles } from "./preview";

const skip = isBuilt() ? false : "target/groundwork.jar is not there: `./groundwork build` makes it";

describe("every stack of the repository", { skip, concurrency: 2 }, () => {
    for (const stackFile of stackFiles()) {
        test(`${stackFile} holds to every rule`, async () => {
            const topology = topologyOf(await recorded(stackFile));
            const configuration = configurationOf(stackFile);
            const broken = mandatory(configuration)
                .flatMap(rule =>
                    rule.judge(topology, {
                        environment: environmentOf(stackFile),
                        parameters: parametersOf(rule, configuration),
                    }),
                )
                .filter(({ verdict }) => verdict !== "passed")
                .map(said => ({ ...said, rule: said.rule.id, resource: said.resource.name }));
            deepEqual(broken, []);
        });
    }

    test("no configuration is of a rule, or a setting, that is not there", () => {
        const known = new Set(rules.flatMap(rule => [rule.id, ...parameterNames(rule)]));
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

function mandatory(configuration: Configuration): Rule[] {
    return rules.filter(rule => levelOf(rule, configuration) === "mandatory");
}

function levelOf(rule: Rule, configuration: Configuration): unknown {
    const said = configuration[rule.id];
    return (typeof said === "string" ? said : said?.["enforcementLevel"]) ?? rule.level;
}

function parameterNames(rule: Rule): string[] {
    return ["enforcementLevel", "environment", ...Object.keys(rule.parameters)].map(it => `${rule.id}.${it}`);
}

function parametersOf(rule: Rule, configuration: Configuration): Record<string, unknown> {
    const said = configuration[rule.id];
    return typeof said === "object" ? said : {};
}
