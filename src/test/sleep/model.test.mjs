import { test } from "node:test";
import { answer } from "../../main/resources/groundwork/sleep/answer.mjs";
import { turn } from "../../main/resources/groundwork/sleep/turn.mjs";
import { checker } from "./checker.mjs";
import { COURSES, STARTS } from "./starts.mjs";

const MOST = Number(process.env["STATES"] ?? 1_200);
const WALKS = Number(process.env["WALKS"] ?? 10);
const DEVIATIONS = Number(process.env["DEVIATIONS"] ?? 1);
const RUNS = Number(process.env["RUNS"] ?? 40);
const SEVERAL = 3;
const LENGTH = 120;

/** @param {{states: number, depth: number, complete: boolean}} found */
const told = ({ states, depth, complete }) => `${states} states, ${complete ? "all there are" : "all"} to depth ${depth}`;

for (const [name, start] of Object.entries(STARTS)) {
  test(`every interleaving from ${name}`, (t) => {
    const { explore, wander } = checker({ turn, answer });
    const single = explore(start(), MOST);
    const whole = explore(start(), MOST, true);
    const further = wander(start(), WALKS, LENGTH);
    t.diagnostic(`call by call ${told(single)}; round by round ${told(whole)}; ${further} more on ${WALKS} walks to depth ${LENGTH}`);
  });
}

for (const [name, start] of Object.entries(COURSES)) {
  test(`disturbed anywhere while ${name}`, (t) => {
    const { deviate, disturb } = checker({ turn, answer });
    const each = deviate(start(), DEVIATIONS);
    const further = disturb(start(), RUNS, SEVERAL);
    t.diagnostic(`up to ${DEVIATIONS} in each run: ${told(each)}; ${further} more in ${RUNS} runs with ${SEVERAL}`);
  });
}
