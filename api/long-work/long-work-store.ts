import { z } from "zod";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import { LONG_WORK_STATES, LongWorkId, LongWorkKind } from "../../shared/long-work/long-work.js";
import { UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { beginLongWorkScript, forgetLongWorkScript, replaceLongWorkScript } from "../redis/scripts/long-work.js";
import { releaseLockScript } from "../redis/scripts/release-lock.js";

/** What it leaves is kept for this long after the last of it was made. */
export const KEPT_MS = DAY_MS;

/** A long piece of work as it is kept. Instants are by the machine's own time. */
export const LongWork = z.strictObject({
  id: LongWorkId,
  kind: LongWorkKind,
  ownerId: UserId,
  /** Where its owner reached when they began it: the files hold what lies there. */
  reach: z.array(z.string()),
  stationIds: z.array(z.string()),
  input: z.unknown(),
  state: z.enum(LONG_WORK_STATES),
  position: z.string().nullable(),
  /** How often the present slice was begun. */
  tries: z.int(),
  done: z.int(),
  /** How much the present slice has done so far, where it says so. */
  sofar: z.int().optional(),
  total: z.int().nullable(),
  files: z.array(z.strictObject({ name: z.string(), type: z.string(), bytes: z.int() })),
  failure: z.string().nullable(),
  createdAt: z.int(),
  keptUntil: z.int(),
});
export type LongWork = z.infer<typeof LongWork>;
export type LongWorkStore = ReturnType<typeof createLongWorkStore>;

const Documents = z.array(z.string().nullable());
const Ids = z.array(LongWorkId);

/** Long pieces of work in Redis, and which of them are under way. */
export function createLongWorkStore(redis: Redis) {
  const beginScript = redis.createScript<unknown>(beginLongWorkScript);
  const replaceScript = redis.createScript<unknown>(replaceLongWorkScript);
  const forgetScript = redis.createScript<unknown>(forgetLongWorkScript);
  const releaseScript = redis.createScript<unknown>(releaseLockScript);

  async function findMany(ids: readonly string[]): Promise<LongWork[]> {
    if (ids.length === 0) return [];
    const documents = Documents.parse(await redis.hmget(keys.longWork, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [LongWork.parse(JSON.parse(document))]));
  }

  return {
    /** Keeps a new one, unless its owner has so many under way. */
    begin: async (work: LongWork, mostUnderWay: number): Promise<"begun" | "too_many"> =>
      z
        .enum(["begun", "too_many"])
        .parse(
          await beginScript.exec(
            [keys.longWork, keys.longWorkUnderWay, keys.longWorkByEnd, keys.longWorkOf(work.ownerId)],
            [work.id, textOf(work), String(work.createdAt), String(work.keptUntil), String(mostUnderWay)],
          ),
        ),
    find: async (id: LongWorkId): Promise<LongWork | null> => (await findMany([id]))[0] ?? null,
    /** Of one owner, newest first. */
    listOf: async (ownerId: UserId): Promise<LongWork[]> =>
      findMany(Ids.parse(await redis.zrange(keys.longWorkOf(ownerId), 0, -1, { rev: true }))),
    /** Those under way, the one that waits longest for its next slice first. */
    listUnderWay: async (limit: number): Promise<LongWorkId[]> =>
      Ids.parse(await redis.zrange(keys.longWorkUnderWay, 0, limit - 1)),
    /** Keeps what became of one, if it still is what that was decided from. */
    replace: async (before: LongWork, after: LongWork, now: EpochMs): Promise<boolean> => {
      const reply = await replaceScript.exec(
        [keys.longWork, keys.longWorkUnderWay, keys.longWorkByEnd],
        [
          after.id,
          textOf(before),
          textOf(after),
          after.state === "under-way" ? String(now) : "",
          String(after.keptUntil),
        ],
      );
      return Number(reply) === 1;
    },
    /** Those that are kept no longer. */
    listEnded: async (now: EpochMs, limit: number): Promise<LongWork[]> =>
      findMany(
        Ids.parse(await redis.zrange(keys.longWorkByEnd, "-inf", now, { byScore: true, offset: 0, count: limit })),
      ),
    forget: async ({ id, ownerId }: LongWork): Promise<void> => {
      await forgetScript.exec(
        [keys.longWork, keys.longWorkUnderWay, keys.longWorkByEnd, keys.longWorkOf(ownerId)],
        [id],
      );
    },
    /** Whether the next slice is this caller's to do, for so long at most. */
    lock: async (id: LongWorkId, holder: string, ms: number): Promise<boolean> =>
      (await redis.set(keys.longWorkLock(id), holder, { nx: true, px: ms })) !== null,
    unlock: async (id: LongWorkId, holder: string): Promise<void> => {
      await releaseScript.exec([keys.longWorkLock(id)], [holder]);
    },
  };
}

/** Always spelled alike, since a change is compared with what is kept. */
function textOf(work: LongWork): string {
  return JSON.stringify(LongWork.parse(work));
}
