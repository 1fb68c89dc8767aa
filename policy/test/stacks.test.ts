import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { judgement } from "../src/judgement";
import { topologyOf } from "../src/recording";
import { rules } from "../src/rules";
import { isBuilt, recorded, settingsOf, stackFiles } from "./preview";

const skip = isBuilt() ? false : "target/groundwork.jar is not there: `./groundwork build` makes it";

describe("every stack of the repository", { skip, concurrency: 2 }, () => {
    for (const stackFile of stackFiles()) {
        test(`${stackFile} holds to every mandatory rule, and leaves none unjudged`, async () => {
            const [resources, settings] = [await recorded(stackFile), await settingsOf(stackFile)];
            const { violations, unknown } = judgement(topologyOf(resources), rules, settings, new Date());
            deepEqual(
                violations.filter(({ level }) => level === "mandatory"),
                [],
            );
            deepEqual(unknown, []);
        });
    }
});
