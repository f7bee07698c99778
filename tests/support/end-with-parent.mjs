// @ts-check
/** Waits until the process that started this one is gone, in whichever way, and ends the servers that it left behind. */
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";

/** @type {Map<number, string>} the folder of each living server, by process id */
const servers = new Map();
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const { pid, folder, hasEnded } = JSON.parse(line);
  if (hasEnded) servers.delete(pid);
  else servers.set(pid, folder);
});
lines.once("close", () => {
  for (const [pid, folder] of servers) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has just ended by itself.
    }
    rmSync(folder, { recursive: true, force: true });
  }
});
// Ctrl-C reaches the whole group: what was left has still to be ended.
process.on("SIGINT", () => undefined);
