import { instantText } from "../../shared/common/instant.js";
import type { LongWorkAnswer, LongWorkId, LongWorkKind } from "../../shared/long-work/long-work.js";
import { may } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { keepWhatBecame } from "./keep-what-became.js";
import { filesOf, keepFile, readFile, removeFile, SOURCE } from "./long-work-files.js";
import { LONG_WORK } from "./long-work-kind.js";
import { KEPT_MS, type LongWork } from "./long-work-store.js";

/** A person needs no more at a time, and each costs seconds. */
const MOST_UNDER_WAY = 3;

/** So long at most it takes to keep what came with the work; until then nobody begins it. */
const BEGINNING_MS = 30_000;

type Needs = Pick<Dependencies, "longWork" | "photoFiles" | "sealer" | "wallClock" | "newId">;

export interface NewLongWork {
  kind: LongWorkKind;
  /** Kept as JSON: what the kind's slices are given. */
  input: unknown;
  /** What came with it, which is kept sealed until it has ended. */
  source?: Uint8Array;
}

/**
 * Begins what takes longer than one request. The jobs do it slice by slice, and whoever waits for it may ask for the next.
 *
 * @throws ApiError `long_work_full` where as much is under way for the person as may be, `photos_unavailable`
 */
export async function beginLongWork(
  deps: Needs,
  owner: User,
  { kind, input, source }: NewLongWork,
): Promise<LongWorkAnswer> {
  if (!may(owner, LONG_WORK[kind].action)) throw new ApiError("not_allowed");
  filesOf(deps);
  const now = deps.wallClock();
  const work: LongWork = {
    id: deps.newId("lw"),
    kind,
    ownerId: owner.id,
    reach: owner.reach,
    stationIds: owner.stationIds,
    input,
    state: "under-way",
    position: null,
    tries: 0,
    done: 0,
    total: null,
    files: [],
    failure: null,
    createdAt: now,
    keptUntil: now + KEPT_MS,
  };
  if (source === undefined) await begin(deps, work);
  else await beginWithSource(deps, work, source);
  return presentLongWork(work);
}

async function begin({ longWork }: Needs, work: LongWork): Promise<void> {
  if ((await longWork.begin(work, MOST_UNDER_WAY)) === "too_many") throw new ApiError("long_work_full");
}

/** The work first, held back from who would do it: whatever happens then, what came with it is removed with the work. */
async function beginWithSource(deps: Needs, work: LongWork, source: Uint8Array): Promise<void> {
  const holder = deps.newId("ls");
  await deps.longWork.lock(work.id, holder, BEGINNING_MS);
  try {
    await begin(deps, work);
    try {
      await keepFile(deps, work, SOURCE, source);
    } catch (error) {
      await removeFile(deps, work, SOURCE).catch(() => undefined);
      await deps.longWork.forget(work);
      throw error;
    }
  } finally {
    await deps.longWork.unlock(work.id, holder).catch(() => undefined);
  }
}

/**
 * Stops a piece of work. What has ended already stays as it ended.
 *
 * @throws ApiError `not_found`, `long_work_too_late` where it can no longer be stopped
 */
export async function cancelLongWork(deps: Needs, user: User, id: LongWorkId): Promise<LongWork> {
  for (;;) {
    const work = await findOwnLongWork(deps, user, id);
    if (work.state !== "under-way") return work;
    if (LONG_WORK[work.kind].isTooLate?.(work.position)) throw new ApiError("long_work_too_late");
    const after: LongWork = { ...work, state: "cancelled", sofar: undefined };
    if (await keepWhatBecame(deps, work, after)) return after;
  }
}

/** What a person has begun and may still have. */
export async function listOwnLongWork(deps: Needs, user: User): Promise<LongWork[]> {
  return (await deps.longWork.listOf(user.id)).filter((work) => mayStillHave(user, work));
}

/** @throws ApiError `not_found` where it is not theirs, or may not be any more */
export async function findOwnLongWork(deps: Needs, user: User, id: LongWorkId): Promise<LongWork> {
  const work = await deps.longWork.find(id);
  if (work === null || work.ownerId !== user.id || !mayStillHave(user, work)) throw new ApiError("not_found");
  return work;
}

/**
 * Whether its owner may still do what it takes, wherever they could when they began it: the files hold what lies
 * there.
 */
export function mayStillHave(user: User, work: LongWork): boolean {
  const covers = (prefix: string) => user.reach.some((reached) => prefix.startsWith(reached));
  return (
    may(user, LONG_WORK[work.kind].action) &&
    work.reach.every(covers) &&
    work.stationIds.every((id) => user.stationIds.some((kept) => kept === id))
  );
}

/** @param number from 1 on */
export async function readOwnFile(deps: Needs, user: User, { id, number }: { id: LongWorkId; number: number }) {
  const work = await findOwnLongWork(deps, user, id);
  const file = work.files[number - 1];
  const content = file === undefined ? null : await readFile(deps, work, number);
  if (file === undefined || content === null) throw new ApiError("not_found");
  return { ...file, content };
}

export function presentLongWork(work: LongWork): LongWorkAnswer {
  const { id, kind, state, done, sofar = 0, total, failure, files } = work;
  return {
    id,
    kind,
    state,
    done: done + sofar,
    total,
    failure,
    files: files.map(({ name, bytes }, index) => ({ name, bytes, path: `/api/long-work/${id}/files/${index + 1}` })),
    createdAt: instantText(work.createdAt),
    keptUntil: instantText(work.keptUntil),
  };
}
