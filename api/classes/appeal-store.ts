import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import type { Appeal } from "../../shared/classes/appeal.js";
import type { BookingId } from "../../shared/classes/booking.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { UserId } from "../../shared/people/user.js";
import type { TextSealer } from "../people/sealed-text.js";
import { BOOKING_KEYS } from "../redis/booking-keys.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { type Renewed, renewFields } from "../redis/renew-values.js";
import { appealScript, decideAppealScript } from "../redis/scripts/classes/appeals.js";
import { type Outcome, replyOf } from "./booking-reply.js";
import { rosterWords } from "./roster-words.js";

export interface AppealDecision {
  bookingId: BookingId;
  decision: "granted" | "refused";
  reply: string | null;
}

export type AppealStore = ReturnType<typeof createAppealStore>;

const MOST_OPEN = 200;
const Ids = z.array(z.string());
const Documents = z.array(z.string().nullable());

/**
 * What people say of absences that they had a reason for. They go with the attendance, after a year; what is said is
 * sealed.
 */
export function createAppealStore(redis: Redis, sealer: TextSealer) {
  const words = rosterWords(sealer);
  const Reply = replyOf(words.appealReply);
  const appeal = redis.createScript<unknown>(appealScript);
  const decide = redis.createScript<unknown>(decideAppealScript);

  async function findMany(ids: readonly BookingId[]): Promise<Appeal[]> {
    if (ids.length === 0) return [];
    const documents = Documents.parse(await redis.hmget(keys.appeals, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [words.readAppeal(document)]));
  }

  return {
    findMany,
    /** Keeps an appeal; the second for the same absence is the first. */
    make: async (
      now: EpochMs,
      { bookingId, userId, text }: { bookingId: BookingId; userId: UserId; text: string },
    ): Promise<Outcome<Appeal>> =>
      Reply.parse(await appeal.exec(BOOKING_KEYS, [String(now), bookingId, userId, words.seal(text)])),
    decide: async (
      now: EpochMs,
      { bookingId, decision, reply }: AppealDecision,
      audit: AuditEntry,
    ): Promise<Outcome<Appeal>> =>
      Reply.parse(
        await decide.exec(BOOKING_KEYS, [
          String(now),
          bookingId,
          decision,
          words.seal(reply ?? ""),
          JSON.stringify(audit),
        ]),
      ),
    /** Seals words under the present key, those in clear too. They are few: each is of an absence of this year. */
    resealWords: async (): Promise<Renewed> => ({
      cursor: "0",
      changed: await renewFields(redis, keys.appeals, words.renewedAppeal),
    }),
    /** Those that nobody has decided, the one that waits for longest first. */
    listOpen: async (): Promise<Appeal[]> =>
      findMany(Ids.parse(await redis.zrange(keys.openAppeals, 0, MOST_OPEN - 1))),
  };
}
