import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { printTable } from "./print-table.js";

const RUNS = 5;
const QUESTION = "/api/stations/nearest?latitude=38.4741&longitude=106.2812";
const GIVE_UP_MS = 180_000;

/**
 * From `npm start` to the first list of stations, with the packages installed and the pages built: what somebody waits
 * for each morning. The first start of all also installs and builds, which the network decides.
 */
export async function benchStart(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "yizhan-bench-"));
  try {
    const first = await startOnce(dataFolder);
    const later: number[] = [];
    for (let run = 0; run < RUNS; run++) later.push(await startOnce(dataFolder));
    later.sort((one, other) => one - other);
    const middle = later[Math.floor(later.length / 2)] ?? 0;
    printTable(
      "npm start to the first answer",
      ["", "seconds"],
      [
        ["empty data folder, 示例 stations put in", seconds(first)],
        [`data from before, median of ${RUNS}`, seconds(middle)],
        ["slowest of them", seconds(later.at(-1) ?? 0)],
      ],
    );
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(2);

/** @returns milliseconds */
async function startOnce(dataFolder: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn("npm", ["start", "--silent"], {
    cwd: resolve(import.meta.dirname, ".."),
    env: { ...process.env, PORT: "0", YIZHAN_DATA: dataFolder },
    stdio: ["ignore", "pipe", "ignore"],
    // Its own process group, so that all of it can be told to stop.
    detached: true,
  });
  const ended = new Promise<never>((_, reject) =>
    child.once("exit", (code) => reject(new Error(`npm start ended with ${code}`))),
  );
  const answered = originOf(child).then((origin) => firstAnswer(`${origin}${QUESTION}`, startedAt));
  await Promise.race([answered, ended]);
  const answeredMs = performance.now() - startedAt;
  await stop(child.pid, ended);
  return answeredMs;
}

/** Where the product says it is ready. */
function originOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((settle) => {
    child.stdout?.on("data", (chunk) => {
      said += String(chunk);
      const origin = /\(ready\): (\S+)/.exec(said)?.[1];
      if (origin) settle(origin);
    });
  });
}

async function firstAnswer(url: string, startedAt: number): Promise<void> {
  while (performance.now() - startedAt < GIVE_UP_MS) {
    const reply = await fetch(url).catch(() => null);
    if (reply?.status === 200) return;
    await wait(10);
  }
  throw new Error(`no answer from ${url}`);
}

async function stop(pid: number | undefined, ended: Promise<never>): Promise<void> {
  if (pid !== undefined) process.kill(-pid, "SIGINT");
  await ended.catch(() => undefined);
}
