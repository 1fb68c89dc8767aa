// Copies of the functions' source: as it is, or with a fault planted.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = join(HERE, "..", "..", "..");
export const SOURCE = join(PROJECT, "src", "main", "resources", "groundwork", "sleep");
const TARGET = join(PROJECT, "target", "sleep");

/** The functions, where the SDK is found, as it is in Lambda. @param {string} name */
export function copy(name) {
  mkdirSync(TARGET, { recursive: true });
  const folder = mkdtempSync(join(TARGET, `${name}-`));
  cpSync(SOURCE, folder, { recursive: true });
  symlinkSync(join(HERE, "node_modules"), join(folder, "node_modules"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @param {string} folder @param {string} file */
export function load(folder, file) {
  return import(pathToFileURL(join(folder, file)).href);
}

/** The text has to be there once, so that no fault goes missing when the source changes. @param {string} folder @param {string} file @param {string} from @param {string} to */
export function plant(folder, file, from, to) {
  const path = join(folder, file);
  const parts = readFileSync(path, "utf8").split(from);
  if (parts.length !== 2) {
    throw new Error(`${file} has ${parts.length - 1} times: ${from}`);
  }
  writeFileSync(path, parts.join(to));
}
