// @ts-check
import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 500;

/**
 * Settles when npm, which runs this script, is gone. Told to end, npm passes the signal to the shell between the two,
 * and most shells then end without passing it on; killed, it passes on nothing.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<void>} never settles when npm does not run this script
 */
export function launcherGone(env = process.env) {
  return new Promise((resolve) => {
    if (!env.npm_lifecycle_event) return;
    const before = ancestors();
    const timer = setInterval(() => {
      if (ancestors() === before) return;
      clearInterval(timer);
      resolve();
    }, LOOK_EVERY_MS);
    timer.unref();
  });
}

/** The parent, and its parent when it is only the shell that npm put between. */
function ancestors() {
  const parent = process.ppid;
  try {
    // "123 (sh) S 45 …": the name in brackets, then the state, then the parent.
    const [, name = "", grandparent = ""] =
      /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, "utf8")) ?? [];
    return /^(ba|da|a|z)?sh$|^busybox$/.test(name) ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}
