import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { RecordedResource } from "../src/recording";
import type { Environment } from "../src/rule";

const ROOT = resolve(__dirname, "../../..");
const JAR = join(ROOT, "target/groundwork.jar");
const KEPT = join(ROOT, "policy/bin/recordings");
const JAVA = process.env["JAVA_HOME"] ? join(process.env["JAVA_HOME"], "bin/java") : "java";
const QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"];

/** The stack that sets every setting there is. */
export const EVERYTHING = "src/test/resources/stacks/Pulumi.everything.yaml";

/** The levels and settings of rules, as `--policy-pack-config` takes them. */
export type Configuration = Record<string, string | Record<string, unknown>>;

export function isBuilt(): boolean {
    return existsSync(JAR);
}

/** Every stack file of the repository, the home stacks' and the other systems', relative to its top. */
export function stackFiles(): string[] {
    const systems = readdirSync(join(ROOT, "stacks")).map(system => join("stacks", system));
    return ["", ...systems].flatMap(folder =>
        readdirSync(join(ROOT, folder))
            .filter(file => /^Pulumi\.[^.]+\.yaml$/.test(file))
            .map(file => join(folder, file)),
    );
}

export function environmentOf(stackFile: string): Environment {
    const text = readFileSync(join(ROOT, stackFile), "utf8");
    return /^ *groundwork:environment: *(\w+)/m.exec(text)![1] as Environment;
}

/** What the stack asks of the rules, or its kind of environment in its system, or that kind in general. */
export function configurationOf(stackFile: string): Configuration {
    const environment = environmentOf(stackFile);
    const own = join(dirname(stackFile), "policy");
    const found = [
        join(own, `${stackOf(stackFile)}.json`),
        join(own, `${environment}.json`),
        join("policy/config", `${environment}.json`),
    ].find(file => existsSync(join(ROOT, file)));
    return found === undefined ? {} : JSON.parse(readFileSync(join(ROOT, found), "utf8"));
}

/** The resources of a stack, previewed offline by the built jar; once for all tests, until the jar or the file changes. */
export async function recorded(stackFile: string): Promise<RecordedResource[]> {
    const age = [JAR, join(ROOT, stackFile)].map(file => statSync(file).mtimeMs.toFixed()).join("-");
    const kept = join(KEPT, `${stackFile.replaceAll("/", "-")}-${age}.json`);
    if (!existsSync(kept)) {
        mkdirSync(KEPT, { recursive: true });
        writeFileSync(kept, await preview(stackFile));
    }
    return JSON.parse(readFileSync(kept, "utf8")).resources;
}

async function preview(stackFile: string): Promise<string> {
    const words =
        stackFile === EVERYTHING
            ? ["preview", "everything", "--json", "--config-file", join(ROOT, stackFile), "-C", ROOT]
            : ["preview", stackOf(stackFile), "--json", "-C", join(ROOT, dirname(stackFile))];
    const line = [...QUICK, "-cp", JAR, "groundwork.command.Start", ...words];
    const run = promisify(execFile)(JAVA, line, { maxBuffer: 64 * 1024 * 1024 });
    // A preview that AWS would refuse something of ends with an error, and is a whole recording all the same.
    const { stdout } = await run.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? "" }));
    return stdout;
}

function stackOf(stackFile: string): string {
    return basename(stackFile).split(".")[1]!;
}
