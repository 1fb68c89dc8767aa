import type { PolicyResource } from "@pulumi/policy";
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Given, resource } from "./harness";

const ROOT = resolve(__dirname, "../../..");
const JAR = join(ROOT, "target/groundwork.jar");
const JAVA = process.env["JAVA_HOME"] ? join(process.env["JAVA_HOME"], "bin/java") : "java";
const QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"];

interface Registered {
    urn: string;
    type: string;
    name: string;
    inputs: Record<string, any>;
    dependencies: string[];
    propertyDependencies: Record<string, string[]>;
    ignoreChanges: string[];
}

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

/** What the stack asks of the rules, or its kind of environment in its system, or that kind in general. */
export function configurationOf(stackFile: string): Configuration {
    const environment = /^ *groundwork:environment: *(\w+)/m.exec(readFileSync(join(ROOT, stackFile), "utf8"))?.[1];
    const own = join(dirname(stackFile), "policy");
    const found = [
        join(own, `${stackOf(stackFile)}.json`),
        join(own, `${environment}.json`),
        join("policy/config", `${environment}.json`),
    ].find(file => existsSync(join(ROOT, file)));
    return found === undefined ? {} : JSON.parse(readFileSync(join(ROOT, found), "utf8"));
}

/** What the stack becomes, run offline by the built jar, as the engine would hand it to the rules. */
export async function previewed(stackFile: string): Promise<{ given: Given[]; resources: PolicyResource[] }> {
    const registered = (await preview(stackFile)).filter(it => it.type !== "pulumi:pulumi:Stack");
    const environment = environmentOf(registered);
    const given = registered.map(it => ({
        type: it.type,
        name: it.name,
        props: it.inputs,
        ignoreChanges: it.ignoreChanges,
        ...(environment === undefined ? {} : { environment }),
    }));
    const resources = new Map(given.map((it, at) => [registered[at]!.urn, resource(it)]));
    const named = (urns: string[]) => urns.map(urn => resources.get(urn)).filter(it => it !== undefined);
    for (const { urn, dependencies, propertyDependencies } of registered) {
        const { propertyDependencies: references, dependencies: all } = resources.get(urn)!;
        all.push(...named(dependencies));
        Object.entries(propertyDependencies).forEach(([property, urns]) => (references[property] = named(urns)));
    }
    return { given, resources: [...resources.values()] };
}

async function preview(stackFile: string): Promise<Registered[]> {
    const folder = join(ROOT, dirname(stackFile));
    const words = ["preview", stackOf(stackFile), "--json", "-C", folder];
    const { stdout } = await promisify(execFile)(
        JAVA,
        [...QUICK, "-cp", JAR, "groundwork.command.Start", ...words],
        { maxBuffer: 64 * 1024 * 1024 },
    );
    return JSON.parse(stdout).resources;
}

function environmentOf(registered: Registered[]): string | undefined {
    const provider = registered.find(it => it.type === "pulumi:providers:aws");
    return provider && JSON.parse(provider.inputs["defaultTags"]).tags.environment;
}

function stackOf(stackFile: string): string {
    return basename(stackFile).split(".")[1]!;
}
