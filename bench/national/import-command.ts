import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import type { MapPoint } from "../../shared/common/place.js";
import type { Station } from "../../shared/stations/station.js";
import { printTable } from "../print-table.js";
import { summary } from "./searches.js";
import { startProduct } from "./servers.js";
import { stationList } from "./station-list.js";

/** So many stations are there before the whole list comes. */
const THERE_BEFORE = 20_000;
const QUIET_MS = 5_000;
/** One reader, so often a second: what an import costs others, not what a server can do. */
const PAUSE_MS = 10;
const MEMORY_EVERY_MS = 200;

interface Imported {
  seconds: number;
  /** The most it held at any time, MB; null: this system does not say. */
  peakMegabytes: number | null;
  linesOfProgress: number;
  lastLine: string;
}

/** The whole list by the command that people use, while somebody goes on looking for the nearest stations. */
export async function benchImport(
  redisUrl: string,
  stations: readonly Station[],
  origins: readonly MapPoint[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yizhan-list-"));
  const [few, all] = [join(folder, "few.csv"), join(folder, "all.csv")];
  writeFileSync(few, stationList(stations.slice(0, THERE_BEFORE)));
  writeFileSync(all, stationList(stations));
  const first = await importList(few, redisUrl);
  const path = ({ latitude, longitude }: MapPoint) =>
    `/api/stations/nearest?latitude=${latitude.toFixed(5)}&longitude=${longitude.toFixed(5)}`;
  const paths = origins.slice(0, 200).map(path);
  const server = await startProduct(redisUrl, paths[0] ?? "/");
  try {
    // A server that has just started is another matter.
    await readingUntil(server.port, paths, wait(QUIET_MS));
    const before = await readingUntil(server.port, paths, wait(QUIET_MS));
    const importing = importList(all, redisUrl);
    const during = await readingUntil(server.port, paths, importing);
    const whole = await importing;
    // The server reads what has changed and makes its index anew.
    const after = await readingUntil(server.port, paths, wait(QUIET_MS * 2));
    const milliseconds = (micros: number) => `${(micros / 1_000).toFixed(1)} ms`;
    const row = (name: string, times: number[]) => {
      const { mean, p99 } = summary(times);
      return [
        name,
        `mean ${milliseconds(mean)}`,
        `p99 ${milliseconds(p99)}, longest ${milliseconds(Math.max(...times))}`,
      ];
    };
    printTable(
      `Import of a list of ${stations.length} stations (CSV) by the command`,
      ["", "measured", ""],
      [
        [`${THERE_BEFORE} of them, into an empty store`, `${first.seconds.toFixed(1)} s`, megabytes(first)],
        ["all of them", `${whole.seconds.toFixed(1)} s`, megabytes(whole)],
        ["progress on the screen", `${whole.linesOfProgress} lines`, whole.lastLine],
        row("finding the nearest, before", before),
        row("finding the nearest, during the import", during),
        row("finding the nearest, while the server takes it in", after),
      ],
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

function megabytes({ peakMegabytes }: Imported): string {
  return peakMegabytes === null ? "" : `${peakMegabytes.toFixed(0)} MB at most`;
}

async function importList(file: string, redisUrl: string): Promise<Imported> {
  const startedAt = performance.now();
  const root = resolve(import.meta.dirname, "../..");
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/stations-import.ts", file], {
    cwd: root,
    env: { ...process.env, UPSTASH_REDIS_REST_URL: "", REDIS_URL: redisUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const told: Imported = { seconds: 0, peakMegabytes: null, linesOfProgress: 0, lastLine: "" };
  const timer = setInterval(() => {
    told.peakMegabytes = peakMegabytes(child.pid) ?? told.peakMegabytes;
  }, MEMORY_EVERY_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith("▸")) told.linesOfProgress += 1;
      told.lastLine = line;
    }
    const code = child.exitCode ?? (await new Promise((done) => child.once("exit", done)));
    if (code !== 0) throw new Error(`the import ended with ${code}: ${told.lastLine}`);
    return { ...told, seconds: (performance.now() - startedAt) / 1_000 };
  } finally {
    clearInterval(timer);
  }
}

function peakMegabytes(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

/** How long each answer took, in microseconds, for as long as something lasts. */
async function readingUntil(port: number, paths: readonly string[], end: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const noteEnd = () => {
    isOver = true;
  };
  end.then(noteEnd, noteEnd);
  const times: number[] = [];
  while (!isOver) {
    const startedAt = performance.now();
    const headers = { "X-Forwarded-For": `10.0.${(times.length >> 8) & 255}.${times.length & 255}` };
    const answer = await fetch(`http://127.0.0.1:${port}${paths[times.length % paths.length]}`, { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`nearest answered ${answer.status}`);
    times.push((performance.now() - startedAt) * 1_000);
    await wait(PAUSE_MS);
  }
  return times;
}
