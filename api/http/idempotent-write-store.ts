import { z } from "zod";
import type { Person } from "../../shared/people/permissions.js";
import { ROLES } from "../../shared/people/roles.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

export interface WriteAnswer {
  status: number;
  /** Sealed. */
  body: string;
  /** What whoever was answered held then. */
  standing: Person;
}
export type BeginOutcome =
  | { state: "begun" }
  | { state: "in_progress" }
  | { state: "reused" }
  | { state: "done"; answer: WriteAnswer };

export type IdempotentWriteStore = ReturnType<typeof createIdempotentWriteStore>;

/** A function is ended after a minute at the latest; a key left by a crash is free again after this long. */
const IN_PROGRESS_SECONDS = 60;
const KEPT_SECONDS = 24 * 3_600;

const Standing = z
  .object({ roles: z.array(z.enum(ROLES)), stationIds: z.array(z.string()), reach: z.array(z.string()) })
  // Answers kept by the version before do not say.
  .default({ roles: [], stationIds: [], reach: [] });
const Entry = z.object({
  requestDigest: z.string(),
  answer: z.object({ status: z.int(), body: z.string(), standing: Standing }).nullable(),
});

/** Remembers the answers of writes that carried an `Idempotency-Key`, so that a repeat gets the same answer. */
export function createIdempotentWriteStore(redis: Redis) {
  const entry = (requestDigest: string, answer: WriteAnswer | null) => JSON.stringify({ requestDigest, answer });
  return {
    /** Takes the key, or tells what became of the write that has it. */
    begin: async (digest: string, requestDigest: string): Promise<BeginOutcome> => {
      const key = keys.idempotentWrite(digest);
      const before = await redis.set(key, entry(requestDigest, null), { nx: true, get: true, ex: IN_PROGRESS_SECONDS });
      if (before === null) return { state: "begun" };
      const known = Entry.parse(JSON.parse(String(before)));
      if (known.requestDigest !== requestDigest) return { state: "reused" };
      return known.answer === null ? { state: "in_progress" } : { state: "done", answer: known.answer };
    },
    finish: async (digest: string, requestDigest: string, answer: WriteAnswer): Promise<void> => {
      await redis.set(keys.idempotentWrite(digest), entry(requestDigest, answer), { ex: KEPT_SECONDS });
    },
    /** Frees the key of a write that did not happen. */
    abandon: async (digest: string): Promise<void> => {
      await redis.del(keys.idempotentWrite(digest));
    },
  };
}
