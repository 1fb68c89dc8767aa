import { test } from "node:test";
import { answer } from "../../main/resources/groundwork/sleep/answer.mjs";
import { round } from "../../main/resources/groundwork/sleep/round.mjs";
import { checker, STARTS } from "./checker.mjs";

const MOST = Number(process.env["STATES"] ?? 2_500);
const WALKS = Number(process.env["WALKS"] ?? 50);
const LENGTH = 120;

for (const [name, start] of Object.entries(STARTS)) {
  test(`every interleaving from ${name}`, (t) => {
    const { explore, wander } = checker({ round, answer });
    const told = (/** @type {ReturnType<typeof explore>} */ { states, depth, complete }) => `${states} states, ${complete ? "all there are" : `all to depth ${depth}`}`;
    const single = explore(start(), MOST);
    const whole = explore(start(), MOST, true);
    const further = wander(start(), WALKS, LENGTH);
    t.diagnostic(`call by call ${told(single)}; round by round ${told(whole)}; ${further} more on ${WALKS} walks to depth ${LENGTH}`);
  });
}
