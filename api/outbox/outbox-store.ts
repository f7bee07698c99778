import { z } from "zod";
import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
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
  /** The yes that was used up for it: `declined` ends all of its template. */
  used?: GrantUse;
}

/** What sending a message of a counted kind uses up. */
export interface GrantUse {
  /** Id of the template. */
  template: string;
  /** How many messages that could wait a person is sent in a day; null: this one cannot wait. */
  mostADay: number | null;
  /** In which Beijing day it counts. */
  at: EpochMs;
}

const Taken = z.enum(["taken", "gone", "no_grant", "enough"]);
/** `taken`: it is this caller's to send. The others leave it as it is. */
export type Taken = z.infer<typeof Taken>;

/** Two days, in which Beijing's day ends. */
const DAY_COUNT_KEPT_MS = 2 * DAY_MS;

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
  const takeScript = redis.createScript<unknown>(takeMessageScript);
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

  async function take(message: DueMessage, now: EpochMs, use: GrantUse | null): Promise<Taken> {
    const { id, document, user } = message;
    return Taken.parse(
      await takeScript.exec(
        [keys.outboxMessages, keys.outboxDue, keys.outboxSending, ...grantKeys(user, use?.at ?? now)],
        [id, document, String(now), use?.template ?? "", String(use?.mostADay ?? ""), String(DAY_COUNT_KEPT_MS)],
      ),
    );
  }

  async function moveOn(
    from: string,
    to: { key: string; score: EpochMs },
    message: OutboxMessage,
    outcome: MessageOutcome | "",
    grants: (GrantUse & { become: "back" | "end" }) | null = null,
  ): Promise<boolean> {
    const day = keys.outboxOutcomes(beijingDate(beijingDayNumber(message.finished?.at ?? to.score)));
    const [ofPerson, ofDay] = grantKeys(message.user, grants?.at ?? to.score);
    const more = grants === null ? [] : [ofPerson, ...(grants.mostADay === null ? [] : [ofDay])];
    const moved = await move.exec(
      [keys.outboxMessages, from, to.key, day, ...more],
      [
        message.id,
        JSON.stringify(message),
        String(to.score),
        outcome,
        String(OUTCOMES_KEPT_MS),
        grants?.template ?? "",
        grants?.become ?? "",
      ],
    );
    return Number(moved) === 1;
  }

  const finishFrom =
    (from: string) =>
    ({ id, kind, user, subject, dueAt, attempts }: OutboxMessage, { outcome, at, errcode = null, used }: Finish) => {
      const kept = attempts === undefined ? {} : { attempts };
      const message = { id, kind, user, subject, dueAt, ...kept, finished: { outcome, at, errcode } };
      const isOver = outcome === "declined" && used !== undefined;
      const grants = isOver ? { ...used, become: "end" as const } : null;
      return moveOn(from, { key: keys.outboxFinished, score: at }, message, outcome, grants);
    };

  const putOffFrom = (from: string) => (message: OutboxMessage, until: EpochMs, used?: GrantUse) => {
    const { id, kind, user, subject, dueAt, attempts = 0 } = message;
    const later = { id, kind, user, subject, dueAt, attempts: attempts + 1 };
    const grants = used === undefined ? null : { ...used, become: "back" as const };
    return moveOn(from, { key: keys.outboxDue, score: until }, later, "", grants);
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
    /**
     * Marks a message as being sent, and uses up a yes for it where those are counted. `gone`: another did, or it was
     * changed or taken back.
     */
    take,
    /** Ends a message that was taken. */
    finish: finishFrom(keys.outboxSending),
    /** Ends a message that nothing was sent of. */
    drop: finishFrom(keys.outboxDue),
    /** Puts back a message that was taken and that WeChat surely did not send. */
    putOff: putOffFrom(keys.outboxSending),
    /** Lets a message that was not taken wait for longer. */
    delay: putOffFrom(keys.outboxDue),
    /** Lets a message that is as it was read wait, which is no try; nothing when it is being sent. */
    wait: async ({ id }: DueMessage, until: EpochMs): Promise<void> => {
      await redis.zadd(keys.outboxDue, { xx: true }, { score: until, member: id });
    },
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

function grantKeys(user: string, at: EpochMs): [string, string] {
  return [keys.messageGrants(user), keys.messagesOfDay(user, beijingDate(beijingDayNumber(at)))];
}
