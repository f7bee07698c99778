import { z } from "zod";
import { KEPT_DAYS } from "../../shared/core/kept-days.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs, MINUTE_MS } from "../../shared/core/time.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { ENQUEUE_MESSAGE } from "../redis/scripts/enqueue-message.js";
import { moveMessageScript, takeMessageScript } from "../redis/scripts/move-message.js";
import { MESSAGE_OUTCOMES, type MessageOutcome, OutboxMessage } from "./outbox-message.js";

export type OutboxStore = ReturnType<typeof createOutboxStore>;

export interface DueMessage extends OutboxMessage {
  /** As it was read: it is taken only while it is still so. */
  document: string;
}

export interface Finish {
  outcome: MessageOutcome;
  at: EpochMs;
  errcode?: number | null;
}

/** No call to WeChat lasts this long: what is still being sent after it was left by a server that ended. */
const ABANDONED_AFTER_MS = 2 * MINUTE_MS;
/** How long the ids of finished messages are known, so that no late repeat of an event is a second message. */
const KEPT_MS = KEPT_DAYS.messages * DAY_MS;
const OUTCOMES_KEPT_MS = 30 * DAY_MS;
const AT_ONCE = 500;

const Ids = z.array(z.string());
const Documents = z.array(z.string().nullable());

const enqueueScript = `${ENQUEUE_MESSAGE}
  enqueue_message(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5])
  return 1
`;
const cancelScript = `${ENQUEUE_MESSAGE}
  for _, id in ipairs(ARGV) do cancel_message(KEYS[1], KEYS[2], id) end
  return 1
`;

/**
 * Messages to people, at most one for each event. A message waits in `due`, is taken into `sending` before WeChat is
 * called, and ends in `finished`; where WeChat surely did nothing it goes back to `due`.
 */
export function createOutboxStore(redis: Redis) {
  const enqueue = redis.createScript<unknown>(enqueueScript);
  const cancel = redis.createScript<unknown>(cancelScript);
  const take = redis.createScript<unknown>(takeMessageScript);
  const move = redis.createScript<unknown>(moveMessageScript);

  async function findMany(ids: readonly string[]): Promise<OutboxMessage[]> {
    if (ids.length === 0) return [];
    const documents = Documents.parse(await redis.hmget(keys.outboxMessages, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [OutboxMessage.parse(JSON.parse(document))]));
  }

  async function listDue(now: EpochMs, limit: number): Promise<DueMessage[]> {
    const ids = Ids.parse(await redis.zrange(keys.outboxDue, "-inf", now, { byScore: true, offset: 0, count: limit }));
    if (ids.length === 0) return [];
    const documents = Documents.parse(await redis.hmget(keys.outboxMessages, ...ids));
    return documents.flatMap((document) =>
      document === null ? [] : [{ ...OutboxMessage.parse(JSON.parse(document)), document }],
    );
  }

  async function moveOn(
    from: string,
    to: { key: string; score: EpochMs },
    message: OutboxMessage,
    outcome: MessageOutcome | "",
  ): Promise<boolean> {
    const day = keys.outboxOutcomes(beijingDate(beijingDayNumber(message.finished?.at ?? to.score)));
    const moved = await move.exec(
      [keys.outboxMessages, from, to.key, day],
      [message.id, JSON.stringify(message), String(to.score), outcome, String(OUTCOMES_KEPT_MS)],
    );
    return Number(moved) === 1;
  }

  const finishFrom =
    (from: string) =>
    ({ id, kind, user, subject, dueAt, attempts }: OutboxMessage, { outcome, at, errcode = null }: Finish) => {
      const kept = attempts === undefined ? {} : { attempts };
      const message = { id, kind, user, subject, dueAt, ...kept, finished: { outcome, at, errcode } };
      return moveOn(from, { key: keys.outboxFinished, score: at }, message, outcome);
    };

  const putOffFrom = (from: string) => (message: OutboxMessage, until: EpochMs) => {
    const { id, kind, user, subject, dueAt, attempts = 0 } = message;
    const later = { id, kind, user, subject, dueAt, attempts: attempts + 1 };
    return moveOn(from, { key: keys.outboxDue, score: until }, later, "");
  };

  return {
    /** Keeps a message that no change of its own script causes. Scripts use `enqueue_message` instead. */
    enqueue: async ({
      id,
      kind,
      user,
      subject,
      dueAt,
    }: Omit<OutboxMessage, "attempts" | "finished">): Promise<void> => {
      await enqueue.exec([keys.outboxMessages, keys.outboxDue], [id, kind, user, subject, String(dueAt)]);
    },
    /** Takes back messages that are not being sent yet. */
    cancel: async (...ids: string[]): Promise<void> => {
      if (ids.length > 0) await cancel.exec([keys.outboxMessages, keys.outboxDue], ids);
    },
    find: async (id: string): Promise<OutboxMessage | null> => (await findMany([id]))[0] ?? null,
    /** Messages that are due, those that wait for longest first. */
    listDue,
    /** Marks a message as being sent; false when another did, or it was changed or taken back. */
    take: async ({ id, document }: DueMessage, now: EpochMs): Promise<boolean> =>
      Number(
        await take.exec([keys.outboxMessages, keys.outboxDue, keys.outboxSending], [id, document, String(now)]),
      ) === 1,
    /** Ends a message that was taken. */
    finish: finishFrom(keys.outboxSending),
    /** Ends a message that nothing was sent of. */
    drop: finishFrom(keys.outboxDue),
    /** Puts back a message that was taken and that WeChat surely did not send. */
    putOff: putOffFrom(keys.outboxSending),
    /** Lets a message that was not taken wait for longer. */
    delay: putOffFrom(keys.outboxDue),
    /** Those that a server took and ended without saying what came of it. */
    listAbandoned: async (now: EpochMs): Promise<OutboxMessage[]> =>
      findMany(
        Ids.parse(
          await redis.zrange(keys.outboxSending, "-inf", now - ABANDONED_AFTER_MS, {
            byScore: true,
            offset: 0,
            count: AT_ONCE,
          }),
        ),
      ),
    /** Forgets messages that ended long ago. Returns how many. */
    forget: async (now: EpochMs): Promise<number> => {
      const ids = Ids.parse(
        await redis.zrange(keys.outboxFinished, "-inf", now - KEPT_MS, { byScore: true, offset: 0, count: AT_ONCE }),
      );
      if (ids.length === 0) return 0;
      await redis
        .multi()
        .hdel(keys.outboxMessages, ...ids)
        .zrem(keys.outboxFinished, ...ids)
        .exec();
      return ids.length;
    },
    /** How many are due and not sent, and since when the oldest. */
    waiting: async (now: EpochMs): Promise<{ due: number; oldestDueAt: EpochMs | null }> => {
      const [due, oldest] = await Promise.all([
        redis.zcount(keys.outboxDue, "-inf", now),
        redis.zrange(keys.outboxDue, "-inf", now, { byScore: true, withScores: true, offset: 0, count: 1 }),
      ]);
      const oldestDueAt = Ids.parse(oldest.map(String))[1];
      return { due: Number(due), oldestDueAt: oldestDueAt === undefined ? null : Number(oldestDueAt) };
    },
    /** What became of the messages of the last days, today among them. */
    outcomes: async (now: EpochMs, days: number): Promise<Record<MessageOutcome, number>> => {
      const today = beijingDayNumber(now);
      const counted = await Promise.all(
        Array.from({ length: days }, async (_, ago) =>
          Documents.parse(await redis.hmget(keys.outboxOutcomes(beijingDate(today - ago)), ...MESSAGE_OUTCOMES)),
        ),
      );
      const total = (at: number) => counted.reduce((sum, counts) => sum + Number(counts[at] ?? 0), 0);
      return Object.fromEntries(MESSAGE_OUTCOMES.map((outcome, at) => [outcome, total(at)])) as Record<
        MessageOutcome,
        number
      >;
    },
  };
}
