import { judgement } from "./judgement";
import { type RecordedResource, topologyOf } from "./recording";
import { rules } from "./rules";
import { type PolicyBlock, settingsOf } from "./settings";

/** What `./groundwork preview` hands over. */
interface Recording {
    environment: string;
    policy: PolicyBlock;
    resources: RecordedResource[];
}

const parts: Buffer[] = [];
process.stdin.on("data", part => parts.push(part));
process.stdin.on("end", () => {
    const { environment, policy, resources } = JSON.parse(Buffer.concat(parts).toString()) as Recording;
    const judged = judgement(topologyOf(resources), rules, settingsOf(environment, policy, rules), new Date());
    process.stdout.write(JSON.stringify(judged));
});
