// @ts-check
import { spawn } from "node:child_process";

const REMINDER_MS = 10_000;

/**
 * Runs a command, and says now and then that it still runs, so that a long step does not look stuck.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal, step?: string, quiet?: boolean }} [options]
 *   `step` names the work in the reminder; `quiet` shows what the command says only if it fails
 * @returns {Promise<number>} the exit code; 127 when the command does not exist, 1 when a signal ended it
 */
export function runCommand(command, args, { cwd, env, signal, step, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const startedAt = Date.now();
    const output = quiet ? "pipe" : "inherit";
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", output, output],
      // Its own process group where it can be told to end, as what it starts in turn must end with it.
      detached: signal !== undefined,
    });
    const end = () => child.pid && process.kill(-child.pid, "SIGTERM");
    signal?.addEventListener("abort", end, { once: true });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(chunk));
    const reminder = step
      ? setInterval(() => {
          console.log(`  … ${step} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
        }, REMINDER_MS)
      : undefined;
    child.once("error", (error) => {
      clearInterval(reminder);
      if ("code" in error && error.code === "ENOENT") resolve(127);
      else reject(error);
    });
    child.once("close", (code) => {
      clearInterval(reminder);
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) return reject(signal.reason);
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs npm with the Node that runs this script, so that two installations of Node never mix.
 * @param {string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export function runNpm(args, options) {
  const npmScript = process.env.npm_execpath;
  return npmScript?.endsWith(".js")
    ? runCommand(process.execPath, [npmScript, ...args], options)
    : runCommand("npm", args, options);
}
