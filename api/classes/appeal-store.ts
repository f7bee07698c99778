import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { Appeal } from "../../shared/classes/appeal.js";
import type { BookingId } from "../../shared/classes/booking.js";
import type { EpochMs } from "../../shared/core/time.js";
import type { UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { appealScript, decideAppealScript } from "../redis/scripts/classes/appeals.js";
import { BOOKING_KEYS } from "./booking-keys.js";
import { json, type Outcome, replyOf } from "./booking-reply.js";

export interface AppealDecision {
  bookingId: BookingId;
  decision: "granted" | "refused";
  reply: string | null;
}

export type AppealStore = ReturnType<typeof createAppealStore>;

const MOST_OPEN = 200;
const Reply = replyOf(json(Appeal));
const Ids = z.array(z.string());
const Documents = z.array(z.string().nullable());

/** What people say of absences that they had a reason for. They go with the attendance, after a year. */
export function createAppealStore(redis: Redis) {
  const appeal = redis.createScript<unknown>(appealScript);
  const decide = redis.createScript<unknown>(decideAppealScript);

  async function findMany(ids: readonly BookingId[]): Promise<Appeal[]> {
    if (ids.length === 0) return [];
    const documents = Documents.parse(await redis.hmget(keys.appeals, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [Appeal.parse(JSON.parse(document))]));
  }

  return {
    findMany,
    /** Keeps an appeal; the second for the same absence is the first. */
    make: async (
      now: EpochMs,
      { bookingId, userId, text }: { bookingId: BookingId; userId: UserId; text: string },
    ): Promise<Outcome<Appeal>> => Reply.parse(await appeal.exec(BOOKING_KEYS, [String(now), bookingId, userId, text])),
    decide: async (
      now: EpochMs,
      { bookingId, decision, reply }: AppealDecision,
      audit: AuditEntry,
    ): Promise<Outcome<Appeal>> =>
      Reply.parse(
        await decide.exec(BOOKING_KEYS, [String(now), bookingId, decision, reply ?? "", JSON.stringify(audit)]),
      ),
    /** Those that nobody has decided, the one that waits for longest first. */
    listOpen: async (): Promise<Appeal[]> =>
      findMany(Ids.parse(await redis.zrange(keys.openAppeals, 0, MOST_OPEN - 1))),
  };
}
