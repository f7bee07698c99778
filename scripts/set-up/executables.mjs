// @ts-check
import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

/** Where package managers put programs that a bare PATH may leave out. */
const USUAL_FOLDERS = [
  "/usr/local/bin",
  "/usr/local/sbin",
  "/usr/sbin",
  "/opt/homebrew/bin",
  "/home/linuxbrew/.linuxbrew/bin",
];

/**
 * The first of the named programs found on PATH, then in the usual folders.
 * @param {string[]} names
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null} its absolute path
 */
export function findExecutable(names, env = process.env) {
  const folders = [...(env.PATH ?? "").split(path.delimiter).filter(Boolean), ...USUAL_FOLDERS];
  for (const name of names) {
    const found = folders.map((folder) => path.resolve(folder, name)).find(isExecutable);
    if (found) return found;
  }
  return null;
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * What a program says to `--version`.
 * @param {string} file
 * @returns {Promise<string | null>} null when it cannot even do that, as the placeholder packages of some systems
 */
export async function versionOf(file) {
  try {
    const { stdout } = await promisify(execFile)(file, ["--version"], { timeout: 30_000 });
    return stdout.trim();
  } catch {
    return null;
  }
}
