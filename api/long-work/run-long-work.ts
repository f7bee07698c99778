import { type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import type { LongWorkId } from "../../shared/long-work/long-work.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { ImportRejection } from "../tables/import-rejection.js";
import { keepWhatBecame } from "./keep-what-became.js";
import { keepFile, readFile, removeFile, SOURCE } from "./long-work-files.js";
import { LONG_WORK } from "./long-work-kind.js";
import type { LongWork } from "./long-work-store.js";
import { mayStillHave } from "./own-long-work.js";
import { LongWorkStopped, type Slice } from "./slice.js";

/** Longer than any slice takes; a lock that a crash left is free again after this. */
const LOCK_MS = MINUTE_MS;
/** A slice that fails, or takes the server with it, is begun this often. */
const MOST_TRIES = 5;
/** How often a slice says how far it is. */
const TOLD_EVERY_MS = 1_000;
/** One turn of the jobs begins no further slice after this: a function of Vercel lives for half a minute. */
const TURN_MS = 8_000;
const MOST_AT_ONCE = 20;
const FORGOTTEN_AT_ONCE = 100;

/** Does slices of what is under way, one after the other, for some seconds. Returns how many. */
export async function runLongWork(deps: Dependencies, signal?: AbortSignal): Promise<{ changed: number }> {
  const begunAt = performance.now();
  let changed = 0;
  for (;;) {
    const ids = await deps.longWork.listUnderWay(MOST_AT_ONCE);
    let hasMoved = false;
    for (const id of ids) {
      if (signal?.aborted || performance.now() - begunAt > TURN_MS) return { changed };
      if (await runSlice(deps, id)) [hasMoved, changed] = [true, changed + 1];
    }
    if (!hasMoved) return { changed };
  }
}

/**
 * Does the next slice of one piece of work, unless somebody else is at it or it has ended. What fails for a reason that may pass
 * (Redis, the store of files, a full queue) is left for the next time.
 *
 * @returns whether it has come further
 */
export async function runSlice(deps: Dependencies, id: LongWorkId): Promise<boolean> {
  const { longWork, newId } = deps;
  const holder = newId("ls");
  if (!(await longWork.lock(id, holder, LOCK_MS))) return false;
  try {
    const work = await longWork.find(id);
    if (work === null || work.state !== "under-way") return false;
    return await doSlice(deps, work);
  } finally {
    await longWork.unlock(id, holder).catch(() => undefined);
  }
}

async function doSlice(deps: Dependencies, work: LongWork): Promise<boolean> {
  const owner = await deps.users.find(work.ownerId);
  if (owner === null || !mayStillHave(owner, work)) return end(deps, work, new ApiError("not_allowed").message);
  if (work.tries >= MOST_TRIES) return end(deps, work, new ApiError("internal").message);
  const begun: LongWork = { ...work, tries: work.tries + 1, sofar: undefined };
  if (!(await deps.longWork.replace(work, begun, deps.wallClock()))) return false;
  const slice = new SliceUnderWay(deps, begun);
  try {
    return await keepSlice(deps, slice, await sliceOf(deps, slice, owner));
  } catch (error) {
    if (error instanceof LongWorkStopped) return false;
    if (isFinal(error)) return end(deps, slice.work, error.message);
    const reason = error instanceof Error ? error.name : "";
    deps.log({ level: "warn", event: "long_work_slice_failed", kind: work.kind, reason, tries: begun.tries });
    return false;
  }
}

/** The work as it is kept while a slice of it is done. */
class SliceUnderWay {
  #toldAt: EpochMs;

  constructor(
    private readonly deps: Dependencies,
    public work: LongWork,
  ) {
    this.#toldAt = deps.wallClock();
  }

  /** As {@link SliceAsked.tell}. */
  async tell({ done, total }: { done: number; total: number }): Promise<void> {
    const now = this.deps.wallClock();
    if (now - this.#toldAt < TOLD_EVERY_MS) return;
    const told: LongWork = { ...this.work, sofar: done, total };
    if (!(await this.deps.longWork.replace(this.work, told, now))) throw new LongWorkStopped();
    this.work = told;
    this.#toldAt = now;
  }
}

function sliceOf(deps: Dependencies, slice: SliceUnderWay, owner: User): Promise<Slice> {
  const { kind, input, position, files } = slice.work;
  return LONG_WORK[kind].slice(deps, {
    owner,
    input,
    position,
    fileCount: files.length,
    source: () => readFile(deps, slice.work, SOURCE),
    tell: (progress) => slice.tell(progress),
  });
}

/** The file first: a crash in between makes it again, under the same name. */
async function keepSlice(deps: Dependencies, { work }: SliceUnderWay, slice: Slice): Promise<boolean> {
  const { file, position, done, total, failure = null } = slice;
  const number = work.files.length + 1;
  if (file !== null) await keepFile(deps, work, number, file.content);
  const after: LongWork = {
    ...work,
    position,
    total,
    done: work.done + done,
    sofar: undefined,
    tries: 0,
    state: failure !== null ? "failed" : position === null ? "done" : "under-way",
    failure,
    files: file === null ? work.files : [...work.files, fileLine(file)],
  };
  const isKept = await keepWhatBecame(deps, work, after);
  // Forgotten meanwhile: then nobody else removes it.
  if (!isKept && file !== null && (await deps.longWork.find(work.id)) === null) await removeFile(deps, work, number);
  return isKept;
}

function fileLine({ name, type, content }: NonNullable<Slice["file"]>): LongWork["files"][number] {
  return { name, type, bytes: content.byteLength };
}

function end(deps: Dependencies, work: LongWork, failure: string): Promise<boolean> {
  return keepWhatBecame(deps, work, { ...work, sofar: undefined, state: "failed", failure });
}

/** Whether trying again would end alike. */
function isFinal(error: unknown): error is Error {
  return error instanceof ImportRejection || (error instanceof ApiError && error.status < 500);
}

/** Deletes what was kept for a day, files first: a crash in between is made good by the next turn. */
export async function forgetLongWork(deps: Dependencies): Promise<{ changed: number }> {
  const ended = await deps.longWork.listEnded(deps.wallClock(), FORGOTTEN_AT_ONCE);
  for (const work of ended) {
    // What came with it, too, and one more: a slice that was cut off may have left the next.
    const numbers = Array.from({ length: work.files.length + 2 }, (_, index) => index);
    for (const number of numbers) await removeFile(deps, work, number);
    await deps.longWork.forget(work);
  }
  return { changed: ended.length };
}
