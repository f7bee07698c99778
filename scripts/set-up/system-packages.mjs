// @ts-check
import { spawnSync } from "node:child_process";
import { findExecutable } from "./executables.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * Installs packages with the system's own package manager, where that needs no question answered:
 * apt-get as root or through passwordless sudo, or Homebrew.
 * @param {{ what: string, apt: string[], brew: string[], signal?: AbortSignal }} request `what` is shown on screen
 * @returns {Promise<boolean>} false when there is no such way here, or it failed
 */
export async function installSystemPackages({ what, apt, brew, signal }) {
  const aptGet = findExecutable(["apt-get"]);
  const privilege = aptGet && apt.length > 0 ? rootPrivilege() : null;
  if (aptGet && privilege) {
    console.log(`▸ 正在安装 ${what}:apt-get install ${apt.join(" ")} (installing ${what})`);
    const quiet = [
      ...privilege,
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      aptGet,
      "-q",
      "-o",
      "DPkg::Lock::Timeout=120",
    ];
    // A list that is partly out of reach still often holds what is needed, so its exit code decides nothing.
    await runPrefixed([...quiet, "update"], signal);
    return (await runPrefixed([...quiet, "install", "-y", "--no-install-recommends", ...apt], signal)) === 0;
  }
  const homebrew = findExecutable(["brew"]);
  if (homebrew && brew.length > 0) {
    console.log(`▸ 正在安装 ${what}:brew install ${brew.join(" ")} (installing ${what})`);
    return (await runCommand(homebrew, ["install", ...brew], { signal, step: `brew install ${what}` })) === 0;
  }
  return false;
}

/** @returns {string[] | null} what to put before a command so that it runs as root; null when it cannot */
function rootPrivilege() {
  if (process.getuid?.() === 0) return [];
  const sudo = findExecutable(["sudo"]);
  return sudo && spawnSync(sudo, ["-n", "true"], { stdio: "ignore" }).status === 0 ? [sudo, "-n"] : null;
}

/**
 * @param {string[]} words
 * @param {AbortSignal | undefined} signal
 */
function runPrefixed([command = "env", ...args], signal) {
  return runCommand(command, args, { signal, step: "apt-get" });
}
