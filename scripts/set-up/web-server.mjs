// @ts-check
import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { tryPort } from "./free-port.mjs";
import { SetUpError } from "./set-up-error.mjs";

/** A server whose start was killed notices within moments; its port is given that time to come free. */
const PORT_PATIENCE_MS = 3_000;
const STOP_TIMEOUT_MS = 15_000;
const REMINDER_MS = 15_000;

/**
 * Says early, and in plain words, when the server could not listen where it is told to.
 * @param {string} host
 * @param {number} port
 * @param {number} [patienceMs] how long a taken port is tried again
 * @throws {SetUpError}
 */
export async function requireFreePort(host, port, patienceMs = PORT_PATIENCE_MS) {
  const startedAt = Date.now();
  for (;;) {
    const attempt = await tryPort(host, port);
    if ("port" in attempt) return;
    if (attempt.refusal !== "EADDRINUSE") {
      throw new SetUpError(
        `不能在 ${host}:${port} 上监听(${attempt.refusal})。请检查 HOST 和 PORT。`,
        `Cannot listen on ${host}:${port} (${attempt.refusal}). Check HOST and PORT.`,
      );
    }
    if (Date.now() - startedAt >= patienceMs) break;
    await wait(200);
  }
  throw new SetUpError(
    `端口 ${port} 已被别的程序占用(也许驿站已经在运行)。换一个端口：PORT=${port + 1} npm start`,
    `Port ${port} is in use, perhaps by another npm start. Choose another: PORT=${port + 1} npm start`,
  );
}

/**
 * The web server as a child process with its output shown.
 * @param {{ root: string, entry: string, env: NodeJS.ProcessEnv }} options `entry` is the compiled server
 * @returns {{ port: Promise<number>, ended: Promise<number>, stop: () => Promise<void> }} `port` is the one it listens
 *   on, and never settles for a server that ends first; `ended` gives its exit code
 */
export function startWebServer({ root, entry, env }) {
  const child = spawn(process.execPath, ["--enable-source-maps", entry], {
    cwd: root,
    // From Node 22 on, what was compiled for one start is kept for the next.
    env: { NODE_COMPILE_CACHE: path.join(path.dirname(entry), "compiled"), ...env },
    // The channel closes when this process dies in any way, which is how the server learns of it.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // Its own process group: Ctrl-C comes here first, and things stop in order.
    detached: true,
  });
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
  return {
    port: toldPort(child),
    ended,
    async stop() {
      child.kill("SIGTERM");
      const deadline = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(deadline);
    },
  };
}

/**
 * The port a server got, which it tells over its channel when it listens. Asked for 0, the system chooses one that is
 * free; a port that was looked for beforehand may be taken by somebody else in between.
 * @param {import("node:child_process").ChildProcess} child started with an `ipc` channel
 * @returns {Promise<number>} never settles when the server ends before it listens
 */
export function toldPort(child) {
  return new Promise((resolve) => {
    child.on("message", (message) => {
      if (typeof message === "object" && message !== null && "port" in message) resolve(Number(message.port));
    });
  });
}

/**
 * Waits until the health check answers 200, which it does when everything is ready, the pages included.
 * @param {string} origin
 * @param {AbortSignal} signal ends the waiting
 */
export async function healthy(origin, signal) {
  let reminderAt = Date.now() + REMINDER_MS;
  while (!signal.aborted) {
    const answer = await fetch(`${origin}/api/health`, { signal }).catch(() => null);
    if (answer?.status === 200) return;
    if (Date.now() > reminderAt) {
      const said = answer ? `${answer.status} ${await answer.text()}` : "no answer yet";
      console.log(`  … 还在等服务就绪 (waiting for ${origin}/api/health: ${said})`);
      reminderAt = Date.now() + REMINDER_MS;
    }
    await wait(50, undefined, { signal }).catch(() => {});
  }
}
