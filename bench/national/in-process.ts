import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as rest } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { inSlices } from "../../api/snapshot/in-slices.js";
import type { MapPoint } from "../../shared/common/place.js";
import { areaOf } from "../../shared/packs/area.js";
import { detailPack, idsOf } from "../../shared/packs/detail-pack.js";
import { coresOf, inRowOrder, litePack } from "../../shared/packs/lite-pack.js";
import { coreOf, type StationCore } from "../../shared/stations/nearest/station-core.js";
import { StationIndex } from "../../shared/stations/nearest/station-index.js";
import type { Station } from "../../shared/stations/station.js";
import { seededRandom } from "../made-up-stations.js";
import { printTable } from "../print-table.js";
import { nationalStations } from "./asked-places.js";
import { compare, indexSearch, middleOfTurns, QUESTIONS, type Search } from "./searches.js";

/** What a phone may have to look through: the nine fullest areas. */
const PACKED_STATIONS = 11_000;
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const AT_ONCE = 10_000;
const PARSINGS = 15;
const MAKINGS = 5;

/** Bytes of memory a station of the index alone. */
export function benchMemory(stations: readonly Station[]): void {
  const cores = packedCores(stations);
  // A text made of parts is put in one piece when it is first read: that is not the index's doing.
  for (const { id } of cores) id.charCodeAt(id.length - 1);
  const before = bytesInUse();
  const index = new StationIndex(cores);
  const bytes = (bytesInUse() - before) / index.size;
  printTable(
    "The index of stations",
    ["", "measured", "goal"],
    [["bytes a station, heap and arrays", bytes.toFixed(1), "64"]],
  );
}

/** How long others wait at the most while the index is made anew, at one go and in slices. */
export async function benchMaking(stations: readonly Station[]): Promise<void> {
  const cores = packedCores(stations);
  const ways: Record<string, () => unknown> = {
    "at one go": () => new StationIndex(cores),
    "in slices": () => inSlices(StationIndex.inSlices(cores)),
  };
  const rows: string[][] = [];
  for (const [name, make] of Object.entries(ways)) {
    const runs: { tookMs: number; longestMs: number }[] = [];
    for (let run = 0; run < MAKINGS; run++) runs.push(await watched(make));
    const middle = (of: (run: (typeof runs)[number]) => number) =>
      `${(runs.map(of).sort((a, b) => a - b)[Math.floor(MAKINGS / 2)] ?? 0).toFixed(0)} ms`;
    rows.push([name, middle(({ tookMs }) => tookMs), middle(({ longestMs }) => longestMs)]);
  }
  printTable(`The index of ${stations.length} made anew`, ["", "takes", "others wait at the most"], rows);
}

async function watched(work: () => unknown): Promise<{ tookMs: number; longestMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await rest(20);
  const startedAt = performance.now();
  await work();
  const tookMs = performance.now() - startedAt;
  await rest(50);
  delay.disable();
  return { tookMs, longestMs: delay.max / 1e6 };
}

/** From a thousand stations to a million, all sizes in turn: the mean of the middle of some turns. */
export function benchSizes(origins: readonly MapPoint[]): void {
  const ways: Record<string, Search> = {};
  for (const size of SIZES) {
    const index = new StationIndex(coresOfMany(size));
    for (const question of QUESTIONS) ways[`${question.title} ${size}`] = indexSearch(index, question);
  }
  const micros = middleOfTurns(ways, origins.slice(0, 1_000));
  const rows = SIZES.map((size) => {
    const cells = QUESTIONS.map(({ title }) => {
      const [taken = 0, least = 0] = [micros.get(`${title} ${size}`), micros.get(`${title} ${SIZES[0]}`)];
      return `${taken.toFixed(1)} µs (${(taken / least).toFixed(1)} ×)`;
    });
    const logarithm = Math.log(size) / Math.log(SIZES[0] ?? size);
    return [size.toLocaleString("en"), ...cells, `${logarithm.toFixed(1)} ×`];
  });
  const header = ["stations", ...QUESTIONS.map(({ title }) => title), "logarithm; goal: no more"];
  printTable("In process, by the number of stations", header, rows);
}

/** The fullest areas as a phone keeps them: how large, how long until they can be asked, how long an answer takes. */
export async function benchPacks(stations: readonly Station[]): Promise<void> {
  const areas = new Map<string, Station[]>();
  for (const station of stations) {
    const area = areaOf(station.location);
    areas.set(area, [...(areas.get(area) ?? []), station]);
  }
  const fullest = [...areas.values()].sort((a, b) => b.length - a.length);
  const [largest = []] = fullest;
  const one = filesOf(largest);
  const gzip = (text: string) => gzipSync(text).byteLength;
  const many: Station[] = [];
  for (const some of fullest) if (many.length + some.length <= PACKED_STATIONS) many.push(...some);
  const files = filesOf(many);
  const opened = () => StationIndex.ofRows(coresOf(JSON.parse(files.lite), idsOf(JSON.parse(files.detail))));
  const parsing: number[] = [];
  for (let run = 0; run < PARSINGS; run++) {
    const startedAt = performance.now();
    opened();
    parsing.push(performance.now() - startedAt);
  }
  const parsedMs = parsing.sort((a, b) => a - b)[Math.floor(PARSINGS / 2)] ?? 0;
  const index = opened();
  const [question] = QUESTIONS;
  const ask: Record<string, Search> = question ? { ask: indexSearch(index, question) } : {};
  const times = await compare(
    ask,
    many.slice(0, 500).map(({ location }) => location),
  );
  printTable(
    `Packs: ${areas.size} areas, the fullest with ${largest.length} stations`,
    ["", "measured", "goal"],
    [
      ["lite, bytes a station gzip", (gzip(one.lite) / largest.length).toFixed(1), "14"],
      ["lite of the fullest, KB gzip", (gzip(one.lite) / 1_024).toFixed(1), "110"],
      ["detail of the fullest, KB gzip", (gzip(one.detail) / 1_024).toFixed(1), "110"],
      ["largest value a phone keeps, KB", (Math.max(one.lite.length, one.detail.length) / 1_024).toFixed(0), "1024"],
      [`${many.length} stations, from text to index`, `${parsedMs.toFixed(1)} ms`, "10 ms"],
      [`${many.length} stations, an answer`, `${(times.get("ask")?.mean ?? 0).toFixed(1)} µs`, "1000 µs"],
    ],
  );
}

function filesOf(stations: readonly Station[]): { lite: string; detail: string } {
  const rows = inRowOrder(stations.map((station) => ({ ...coreOf(station), station })));
  const name = { area: "1284x2862", version: "1795485600000", detail: "1795485600000" };
  return {
    lite: JSON.stringify(litePack(name, rows)),
    detail: JSON.stringify(
      detailPack(
        name,
        rows.map(({ station }) => station),
      ),
    ),
  };
}

/** Made a helping at a time: a million documents would fill the memory. */
function coresOfMany(count: number): StationCore[] {
  const random = seededRandom(count);
  const cores: StationCore[] = [];
  while (cores.length < count) {
    const size = Math.min(AT_ONCE, count - cores.length);
    for (const core of packedCores(nationalStations(size, random)))
      cores.push({ ...core, id: `st_bench_${String(cores.length).padStart(7, "0")}` });
  }
  return cores;
}

const codes = new Map<string, string>();

/** With one text for equal hours, as when they are read from Redis. */
function packedCores(stations: readonly Station[]): StationCore[] {
  return stations.map((station) => {
    const core = coreOf(station);
    const hours = codes.get(core.hours) ?? core.hours;
    codes.set(hours, hours);
    return { ...core, hours };
  });
}

function bytesInUse(): number {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
