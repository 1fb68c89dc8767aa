import { equal } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { CATALOG, catalog } from "./catalog";

const skip = existsSync(CATALOG) ? false : "the pack is not in the repository of groundwork";

describe("what the program knows of the rules", { skip }, () => {
    test("is what they are; `npm run catalog` and `./groundwork reference --write .` refresh it", () => {
        equal(readFileSync(CATALOG, "utf8"), catalog());
    });
});
