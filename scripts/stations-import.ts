/** `npm run stations:import -- FILE`: a union office's list, CSV or XLSX, into whichever Redis the product uses. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ApiError } from "../api/api-error.js";
import { workHere } from "../api/heavy-work/heavy-work.js";
import { newId } from "../api/ids.js";
import { connectRedis } from "../api/redis/client.js";
import { redisTrouble } from "../api/redis-trouble.js";
import { type ImportProgress, importStations } from "../api/stations/import/import-stations.js";
import { ImportRejection, problemText } from "../api/tables/import-rejection.js";
import { COMMAND_LIMITS } from "../api/tables/table-limits.js";
import { NO_SNAPSHOT, redisDependencies } from "../api/wiring/redis-dependencies.js";
import type { Datum } from "../shared/common/place.js";
import type { HoursAsRead, ImportProblem, StationImportAnswer } from "../shared/stations/import/import-answer.js";
import { productRedis } from "./product-redis.js";
import { SetUpError } from "./set-up/set-up-error.mjs";

const USAGE = `用法：npm run stations:import -- 文件 [--dry-run] [--datum gcj02|wgs84|bd09] [--city 4101] [--map 名字=名称]

  文件            CSV(UTF-8 或 Excel 存的 GB18030 都可以)或 XLSX，第一行是列名
  --dry-run       只检查，不导入
  --datum         坐标系：gcj02 高德、腾讯地图 · wgs84 GPS · bd09 百度地图
  --city          所有驿站所在的省或市的行政区划代码，如 4101 郑州
  --map           表里的列名不认得时，说明它是哪一列，如 --map 名字=名称；可以写多次`;

interface Choices {
  file: string;
  dryRun: boolean;
  datum: Datum | null;
  city: string | null;
  map: string[];
}

const ROWS_BETWEEN_WORDS = 2_000;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`✗ ${explanation(error)}`);
  return 1;
});

/** @returns the exit code: 0 imported (or checked without a mistake), 1 not imported, 2 misused */
async function main(words: string[]): Promise<number> {
  const choices = readChoices(words);
  if (choices === null) {
    console.error(USAGE);
    return 2;
  }
  const file = await readFile(choices.file);
  const { address, stop } = await productRedis();
  try {
    const { redis, close } = await connectRedis(address);
    try {
      const { stations, stationImports, districts } = redisDependencies(redis, NO_SNAPSHOT);
      const deps = { stations, stationImports, districts, newId, clock: Date.now, heavyWork: workHere };
      const answer = await importStations(deps, {
        ...choices,
        file,
        user: null,
        limits: COMMAND_LIMITS,
        onProgress: progressTeller(),
      });
      showAnswer(answer, choices.dryRun);
      return 0;
    } finally {
      close();
    }
  } finally {
    await stop();
  }
}

function readChoices(words: string[]): Choices | null {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        datum: { type: "string" },
        city: { type: "string" },
        map: { type: "string", multiple: true },
      },
    });
    const [file, ...more] = positionals;
    const datum = values.datum ?? null;
    if (file === undefined || more.length > 0 || !isDatum(datum)) return null;
    return { file, dryRun: values["dry-run"] ?? false, datum, city: values.city ?? null, map: values.map ?? [] };
  } catch {
    return null;
  }
}

function isDatum(word: string | null): word is Datum | null {
  return word === null || word === "gcj02" || word === "wgs84" || word === "bd09";
}

/** Says every step; of a long list every few thousand rows that are staged or stored, and the last. */
function progressTeller(): (progress: ImportProgress) => void {
  let all = 0;
  const told = new Map<ImportProgress["step"], number>();
  return ({ step, rows }) => {
    if (step === "read" || step === "compared") all = rows;
    const before = told.get(step);
    if (before !== undefined && rows < before + ROWS_BETWEEN_WORDS && rows !== all) return;
    told.set(step, rows);
    const said: Record<ImportProgress["step"], string> = {
      read: `▸ 读到 ${rows} 行，正在检查…`,
      compared: `▸ 检查完 ${rows} 行，没有错误`,
      staged: `▸ 已准备 ${rows} 个驿站…`,
      published: `▸ 已写入 ${rows} 个驿站`,
    };
    console.log(said[step]);
  };
}

function showAnswer(answer: StationImportAnswer, dryRun: boolean): void {
  const { created, updated, unchanged, warnings, ignoredColumns, readings } = answer;
  for (const warning of warnings) console.log(`! ${line(warning)}`);
  if (ignoredColumns.length > 0) console.log(`! 这些列不认识，没有导入：${ignoredColumns.join("、")}`);
  if (readings.length > 0) console.log(readingsTable(readings));
  const counts = `新增 ${created}，更新 ${updated}，没有变化 ${unchanged}`;
  console.log(dryRun ? `✓ 只是检查，没有导入；导入后会：${counts}` : `✓ 导入完成：${counts}`);
}

/** The hours as they were read, worst first: a line each, for a person to look through. */
function readingsTable(readings: readonly HoursAsRead[]): string {
  const rows = readings.map(({ text, reads, stations, certain }) => {
    const written = text.replace(/\s+/g, " ");
    return `${certain ? " " : "?"} ${String(stations).padStart(6)}  ${written}\n          → ${reads}`;
  });
  return ["▸ 开放时间这样读(请看一遍，带 ? 的先看；前面是用它的驿站数):", ...rows].join("\n");
}

function line(problem: ImportProblem): string {
  const sheet = problem.sheet === undefined ? "" : `「${problem.sheet}」`;
  const column = problem.column === undefined ? "" : `「${problem.column}」`;
  const place = `${sheet}第 ${problem.row} 行${column}`;
  return `${place}：${problemText(problem)}`;
}

function explanation(error: unknown): string {
  if (error instanceof ImportRejection) {
    const more = error.total - error.problems.length;
    return [
      `表格里有 ${error.total} 处错误，一行也没有导入：`,
      ...error.problems.map((problem) => `  ${line(problem)}`),
      ...(more > 0 ? [`  另外还有 ${more} 处`] : []),
    ].join("\n");
  }
  if (error instanceof ApiError)
    return [error.message, ...(error.fields ?? []).map((field) => `  ${field.message}`)].join("\n");
  if (error instanceof SetUpError) return error.message;
  const trouble = redisTrouble(error);
  if (trouble?.state === "down") return "连不上 Redis，一行也没有导入。";
  if (trouble !== null) return `Redis 现在不收（${trouble.reason}），一行也没有导入。`;
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "没有这个文件。";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
