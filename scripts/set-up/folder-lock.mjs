// @ts-check
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { processIsAlive } from "./living-processes.mjs";

/** No holder needs longer; a lock older than this was left by a crash whose process id now means somebody else. */
const LONGEST_HOLD_MS = 120_000;

/**
 * Does a piece of work while no other process does it: two starts at once must not run two servers on the same files.
 * @template T
 * @param {string} file the lock; it holds the process id of its holder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  while (!tryLock(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await wait(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    // A disk that is full takes the name and not the number: nobody may wait for this lock.
    rmSync(file, { force: true });
    throw error;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const isOld = Date.now() - statSync(file).mtimeMs > LONGEST_HOLD_MS;
    const holder = Number(readFileSync(file, "utf8"));
    // An empty file is one that its holder is just writing.
    return isOld || (holder > 0 && !processIsAlive(holder));
  } catch {
    return false;
  }
}
