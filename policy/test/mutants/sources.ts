import { environmentOf, EVERYTHING, recorded, stackFiles } from "../preview";
import type { Source } from "./run";

/** All stacks of the repository, and the one that sets everything, which is judged as strictly as production. */
export async function sources(): Promise<Source[]> {
    const found: Source[] = [];
    for (const name of [...stackFiles(), EVERYTHING]) {
        const environment = name === EVERYTHING ? "production" : environmentOf(name);
        found.push({ name, environment, recorded: await recorded(name) });
    }
    return found;
}
