import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Exception } from "../src/exceptions";
import { jsonOf } from "../src/json";
import type { RecordedResource } from "../src/recording";
import type { Environment } from "../src/rule";
import { rules } from "../src/rules";
import { type PolicyBlock, type Settings, settingsOf as read } from "../src/settings";

const ROOT = resolve(__dirname, "../../..");
const JAR = join(ROOT, "target/groundwork.jar");
const TESTS = join(ROOT, "target/test-classes");
const KEPT = join(ROOT, "policy/bin/recordings");
const JAVA = process.env["JAVA_HOME"] ? join(process.env["JAVA_HOME"], "bin/java") : "java";
const COMMANDS = ["preview", "settings"] as const;
type Command = (typeof COMMANDS)[number];
const QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"];

/** The stack that sets every setting there is. */
export const EVERYTHING = "src/test/resources/stacks/Pulumi.everything.yaml";

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

/** What the stack asks of the rules, as the program reads it. */
export async function settingsOf(stackFile: string): Promise<Settings> {
    const effective = JSON.parse(await kept(stackFile, "settings"));
    const policy: PolicyBlock & { exceptions: Exception[] } = { rules: {}, exceptions: [] };
    for (const [path, { value }] of Object.entries<{ value: string }>(effective)) {
        const [, rule] = /^policy\.rules\.([\w-]+)$/.exec(path) ?? [];
        const [, at, key] = /^policy\.exceptions\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
        if (rule !== undefined) {
            policy.rules![rule] = jsonOf(value) ?? value;
        } else if (at !== undefined) {
            policy.exceptions[Number(at)] = { ...policy.exceptions[Number(at)], [key!]: value } as Exception;
        }
    }
    return read(effective["environment"].value, policy, rules);
}

/** The resources of a stack, previewed offline by the built jar. */
export async function recorded(stackFile: string): Promise<RecordedResource[]> {
    return JSON.parse(await kept(stackFile, "preview")).resources;
}

/** What a command says of a stack in JSON; once for all tests, until the jar or the stack file changes. */
async function kept(stackFile: string, command: Command): Promise<string> {
    const file = fileOf(stackFile, command);
    if (!existsSync(file)) {
        mkdirSync(KEPT, { recursive: true });
        const whole = `${file}-${process.pid}`;
        writeFileSync(whole, await said(stackFile, command));
        renameSync(whole, file);
    }
    return readFileSync(file, "utf8");
}

/** Records all that is not kept yet in one JVM, which takes a fifth of the time; needs the compiled tests of the program. */
export async function recordAll(): Promise<void> {
    const asked = [...stackFiles(), EVERYTHING].flatMap(file => COMMANDS.map(command => ({ file, command })));
    const missing = asked.filter(({ file, command }) => !existsSync(fileOf(file, command)));
    if (missing.length === 0 || !existsSync(TESTS)) {
        return;
    }
    mkdirSync(KEPT, { recursive: true });
    const list = join(KEPT, `list-${process.pid}`);
    const lines = missing.map(({ file, command }) => [`${fileOf(file, command)}-new`, ...words(file, command)].join("\t"));
    writeFileSync(list, `${lines.join("\n")}\n`);
    const classPath = [JAR, TESTS].join(delimiter);
    await promisify(execFile)(JAVA, [...QUICK, "-cp", classPath, "groundwork.command.ManyCommands", list]);
    missing.map(({ file, command }) => fileOf(file, command)).forEach(file => renameSync(`${file}-new`, file));
    rmSync(list);
}

function fileOf(stackFile: string, command: Command): string {
    const age = [JAR, join(ROOT, stackFile)].map(file => statSync(file).mtimeMs.toFixed()).join("-");
    return join(KEPT, `${command}-${stackFile.replaceAll("/", "-")}-${age}.json`);
}

async function said(stackFile: string, command: Command): Promise<string> {
    const line = [...QUICK, "-cp", JAR, "groundwork.command.Start", ...words(stackFile, command)];
    const run = promisify(execFile)(JAVA, line, { maxBuffer: 64 * 1024 * 1024 });
    // A preview that AWS would refuse something of ends with an error, and is a whole recording all the same.
    const { stdout } = await run.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? "" }));
    return stdout;
}

function words(stackFile: string, command: Command): string[] {
    const place =
        stackFile === EVERYTHING
            ? ["everything", "--config-file", join(ROOT, stackFile), "-C", ROOT]
            : [stackOf(stackFile), "-C", join(ROOT, dirname(stackFile))];
    const judged = command === "preview" ? ["--policy", "off"] : [];
    return [command, ...place, "--json", ...judged];
}

function stackOf(stackFile: string): string {
    return basename(stackFile).split(".")[1]!;
}
