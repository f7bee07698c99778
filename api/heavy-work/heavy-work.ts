import { availableParallelism } from "node:os";
import type { Piscina } from "piscina";
import { ApiError } from "../api-error.js";
import { ImportRejection, rejected } from "../tables/import-rejection.js";
import type { TaskInput, TaskName, TaskOutput } from "./tasks.js";
import type { WorkerOutcome, WorkerTask } from "./worker.js";

/** Does what is heavy where it holds up nobody: docs/decisions/0025-worker-threads.md. */
export interface HeavyWork {
  /**
   * @throws ApiError busy, when too much waits already
   * @throws ImportRejection for a table that takes too long or too much memory
   */
  run: <Name extends TaskName>(name: Name, input: TaskInput<Name>) => Promise<TaskOutput<Name>>;
  close: () => Promise<void>;
}

/**
 * Strangers ask for posters, circles and open data, and signed-in people for tables and batches: none waits for the
 * other.
 */
type PoolName = "posters" | "batches" | "circles" | "tables" | "longTables";

interface PoolOptions {
  /** For the memory of JavaScript, of each thread, in MB. */
  memoryMegabytes: number;
  /** So many tasks wait at most. */
  mostWaiting: number;
  /** From when the work begins. */
  deadlineMs: number;
}

const POOLS: Record<PoolName, PoolOptions> = {
  posters: { memoryMegabytes: 512, mostWaiting: 12, deadlineMs: 20_000 },
  // A function of Vercel lives for 30 s.
  batches: { memoryMegabytes: 512, mostWaiting: 3, deadlineMs: 25_000 },
  circles: { memoryMegabytes: 512, mostWaiting: 6, deadlineMs: 20_000 },
  tables: { memoryMegabytes: 256, mostWaiting: 6, deadlineMs: 4_000 },
  // Nobody waits for these; the rest of a function's 30 s is for comparing and staging.
  longTables: { memoryMegabytes: 256, mostWaiting: 3, deadlineMs: 15_000 },
};
const POOL_OF: Record<TaskName, PoolName> = {
  drawPoster: "posters",
  drawPosterBatch: "batches",
  drawHolidayList: "posters",
  drawHolidayNotice: "posters",
  measureCoverage: "circles",
  drawCells: "circles",
  findNextSteps: "circles",
  writeOpenData: "circles",
  packParcel: "batches",
  readStationList: "tables",
  readLongStationList: "longTables",
  readCourseList: "tables",
  readPeopleList: "tables",
  writeTable: "tables",
  writeAuditTable: "tables",
  writeFigures: "tables",
};
/** Whoever waits for longer is told to come back. */
const LONGEST_WAIT_MS = 10_000;
/** Of each pool. */
const THREADS = availableParallelism() > 2 ? 2 : 1;
/** A thread that has nothing to do gives its memory back after this long. */
const IDLE_MS = 60_000;

/**
 * Worker threads, started when they are first needed.
 *
 * @param deadlineMs instead of those of the pools, where a machine is busy with other things
 */
export function createHeavyWork(newId: (prefix: string) => string, deadlineMs?: number): HeavyWork {
  const pools = new Map<PoolName, Promise<WorkerPool>>();
  const poolOf = (name: PoolName) => {
    const pool =
      pools.get(name) ??
      import("piscina").then(
        ({ Piscina }) => new WorkerPool(Piscina, { ...POOLS[name], ...(deadlineMs ? { deadlineMs } : {}) }, name),
      );
    pools.set(name, pool);
    return pool;
  };
  return {
    run: async <Name extends TaskName>(name: Name, input: TaskInput<Name>) => {
      const pool = await poolOf(POOL_OF[name]);
      return (await pool.run({ id: newId("hw"), name, input })) as TaskOutput<Name>;
    },
    close: async () => {
      for (const pool of pools.values()) await (await pool).close();
    },
  };
}

/**
 * The same in this thread, for a command that nobody waits beside. It names the worker's file, so that what gathers the files
 * of a function finds it.
 */
export const workHere: HeavyWork = {
  run: async (name, input) => (await import("./worker.js")).runTask(name, input),
  close: async () => undefined,
};

class WorkerPool {
  readonly #piscina: Piscina<WorkerTask, WorkerOutcome>;
  /** Of every task that waits or is being done. */
  readonly #onBegun = new Map<string, () => void>();

  constructor(
    PiscinaPool: typeof Piscina,
    private readonly options: PoolOptions,
    private readonly name: PoolName,
  ) {
    this.#piscina = new PiscinaPool({
      filename: workerFile().href,
      // Whatever compiles this thread's modules is not for that one.
      execArgv: [],
      minThreads: 0,
      maxThreads: THREADS,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMegabytes },
    });
    this.#piscina.on("message", (message: { begun?: string }) => this.#onBegun.get(message.begun ?? "")?.());
  }

  async run(task: WorkerTask): Promise<unknown> {
    if (this.#onBegun.size >= THREADS + this.options.mostWaiting) throw new ApiError("busy");
    const stop = new AbortController();
    let hasBegun = false;
    let timer = setTimeout(() => stop.abort(), LONGEST_WAIT_MS);
    this.#onBegun.set(task.id, () => {
      hasBegun = true;
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), this.options.deadlineMs);
    });
    try {
      return resultOf(await this.#piscina.run(task, { signal: stop.signal }));
    } catch (error) {
      throw this.#failure(error, stop.signal.aborted, hasBegun);
    } finally {
      clearTimeout(timer);
      this.#onBegun.delete(task.id);
    }
  }

  close(): Promise<void> {
    return this.#piscina.destroy();
  }

  #failure(error: unknown, isStopped: boolean, hasBegun: boolean): unknown {
    if (error instanceof ApiError) return error;
    // What cannot be copied between threads arrives as no error at all.
    if (!(error instanceof Error)) return new Error("a task's result cannot be copied between threads");
    const isTable = this.name === "tables" || this.name === "longTables";
    const { deadlineMs, memoryMegabytes } = this.options;
    if (isStopped && hasBegun && isTable) {
      return rejected(`读这个文件超过了 ${deadlineMs / 1_000} 秒，最多这么久；请删掉没用的内容，或拆成几份`);
    }
    if (isStopped) return new ApiError("busy");
    if (isOutOfMemory(error)) {
      return isTable
        ? rejected(`读这个文件要的内存超过了 ${memoryMegabytes} 兆，最多这么多；请拆成几份`)
        : new ApiError("busy");
    }
    return error;
  }
}

function resultOf(outcome: WorkerOutcome): unknown {
  if ("rejected" in outcome) throw new ImportRejection(outcome.rejected.problems, outcome.rejected.total);
  if ("refused" in outcome) throw new ApiError(outcome.refused.code, outcome.refused.fields);
  return outcome.done;
}

/** Beside this file in the sources, in the build of the server (.mjs) and in a function of Vercel (.js). */
function workerFile(): URL {
  const ending = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  return new URL(ending === ".ts" ? "./worker-from-sources.mjs" : `./worker${ending}`, import.meta.url);
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
