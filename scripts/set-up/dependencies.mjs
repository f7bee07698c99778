// @ts-check
import { readFileSync } from "node:fs";
import path from "node:path";
import { runNpm } from "./run-command.mjs";
import { SetUpError } from "./set-up-error.mjs";

/**
 * Installs what package-lock.json asks for, unless it is installed already.
 * @param {{ root: string, signal?: AbortSignal }} options `root` is the repository's folder
 * @throws {SetUpError} when npm fails
 */
export async function ensureDependencies({ root, signal }) {
  if (dependenciesAreInstalled(root)) return;
  console.log("▸ 正在安装依赖，第一次需要一两分钟… (installing dependencies, a minute or two the first time)");
  // The pages are built and the server runs from development packages too, whatever NODE_ENV says.
  const code = await runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"], { cwd: root, signal, step: "npm ci" });
  if (code === 0) return;
  throw new SetUpError(
    "依赖没有装好。请检查网络，或用 npm config set registry … 换一个能访问的源，然后再运行一次。",
    "The dependencies could not be installed. Check the network, or choose a registry within reach with `npm config set registry …`, and try again.",
  );
}

/**
 * Whether node_modules holds the versions of the lock file. npm writes its own record of what it installed as
 * its last step, so an interrupted or outdated installation shows, and one made by hand with `npm install` counts.
 * @param {string} root
 */
export function dependenciesAreInstalled(root) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const installed = readPackages(path.join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !installed) return false;
  return Object.entries(wanted)
    .filter(([name]) => name.includes("node_modules/"))
    .every(([name, entry]) => {
      const present = installed[name];
      // What is bound to another operating system or processor is rightly left out.
      return present ? present.version === entry.version : Boolean(entry.optional || entry.os || entry.cpu);
    });
}

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[] }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}
