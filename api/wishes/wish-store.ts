import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/core/time.js";
import type { MessageKind } from "../../shared/messages/message-kind.js";
import { UserId } from "../../shared/people/user.js";
import { Wish, WishId } from "../../shared/wishes/wish.js";
import { CLOSED_WISH_STATES, WISH_LAPSES } from "../../shared/wishes/wish-states.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import {
  changeWishScript,
  recordWishViewScript,
  replaceWishScript,
  submitWishScript,
  type WISH_CHANGE_FIELDS,
} from "../redis/scripts/change-wish.js";

export interface WishMessage {
  kind: MessageKind;
  userId: UserId;
}

export interface WishChange {
  before: Wish;
  after: Wish;
  /** Null: what happens is no doing of anybody's that the record is for. */
  audit: AuditEntry | null;
  messages?: readonly WishMessage[];
  now: EpochMs;
}

const WishLook = z.object({ at: z.int(), userId: UserId });
/** One look of a handler at contact data. */
export type WishLook = z.infer<typeof WishLook>;

export type SubmitOutcome = { state: "stored" } | { state: "open"; ids: WishId[] };
export type WishStore = ReturnType<typeof createWishStore>;

/** Where nobody waits for the union: after all that has a deadline. */
const NOBODY_WAITS = 9_000_000_000_000_000;
const MOST_OF_ONE_ACCOUNT = 200;

const Ids = z.array(WishId);
const Documents = z.array(z.string().nullable());
const SubmitReply = z.tuple([z.enum(["stored", "open"])], z.string());

/** Wishes in Redis. Every change is one script: the wish, its lists, the record and the messages, or nothing. */
export function createWishStore(redis: Redis) {
  const submitScript = redis.createScript<unknown>(submitWishScript);
  const changeScript = redis.createScript<unknown>(changeWishScript);
  const viewScript = redis.createScript<unknown>(recordWishViewScript);
  const replaceScript = redis.createScript<unknown>(replaceWishScript);

  async function findMany(ids: readonly WishId[]): Promise<Wish[]> {
    if (ids.length === 0) return [];
    const documents = Documents.parse(await redis.hmget(keys.wishes, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [Wish.parse(JSON.parse(document))]));
  }

  async function submit(wish: Wish, limit: number, audit: AuditEntry): Promise<SubmitOutcome> {
    const owner = wish.helper === null ? keys.wishesOf(wish.person ?? "") : keys.wishesHelpedBy(wish.helper);
    const reply = await submitScript.exec(
      [...changedKeys(wish), keys.wishesByTime, owner],
      [...changeFields({ before: null, after: wish, audit, now: wish.createdAt }), String(limit), wish.slip ?? ""],
    );
    const [state, ...ids] = SubmitReply.parse(reply);
    return state === "stored" ? { state } : { state, ids: Ids.parse(ids) };
  }

  /** Refused when the wish moved on since `before`. */
  async function change({ messages = [], ...changed }: WishChange): Promise<"stored" | "moved_on"> {
    const { before, after } = changed;
    const sent = messages.flatMap(({ kind, userId }) => [`${kind}:${after.id}:${after.version}`, kind, userId]);
    const reply = await changeScript.exec(changedKeys(before), [...changeFields(changed), ...sent]);
    return z.enum(["stored", "moved_on"]).parse(reply);
  }

  async function page(key: string, offset: number, count: number, rev = false): Promise<Wish[]> {
    return findMany(Ids.parse(await redis.zrange(key, offset, offset + count - 1, { rev })));
  }

  async function scored(key: string, from: number | "-inf", to: number, count: number, offset = 0): Promise<Wish[]> {
    return findMany(Ids.parse(await redis.zrange(key, from, to, { byScore: true, offset, count })));
  }

  return {
    findMany,
    find: async (id: WishId): Promise<Wish | null> => (await findMany([id]))[0] ?? null,
    submit,
    change,
    /** What is not closed, by deadline, overdue first. */
    readOpen: (offset: number, count: number) => page(keys.openWishes, offset, count),
    /** What was submitted from an instant until before another, oldest first. */
    readSubmitted: (from: EpochMs, to: EpochMs, offset: number, count: number) =>
      scored(keys.wishesByTime, from, to - 1, count, offset),
    /** Wishes whose state should have ended by itself by now. */
    readLapsed: (now: EpochMs, count: number) => scored(keys.lapsingWishes, "-inf", now, count),
    /** Wishes that closed at an instant or before, and still hold something personal. */
    readClosedUntil: (at: EpochMs, count: number) => scored(keys.closedWishes, "-inf", at, count),
    /** With a card, newest fulfilled first. */
    readWall: (offset: number, count: number) => page(keys.wishWall, offset, count, true),
    readOf: (userId: UserId) => page(keys.wishesOf(userId), 0, MOST_OF_ONE_ACCOUNT, true),
    readHelpedBy: (userId: UserId) => page(keys.wishesHelpedBy(userId), 0, MOST_OF_ONE_ACCOUNT, true),
    forgetListsOf: async (userId: UserId): Promise<void> => {
      await redis.del(keys.wishesOf(userId), keys.wishesHelpedBy(userId));
    },
    findBySlip: async (slip: string): Promise<Wish | null> => {
      const id = await redis.hget<string>(keys.wishSlips, slip);
      return id === null ? null : ((await findMany([WishId.parse(id)]))[0] ?? null);
    },
    /** False when the wish moved on since it was read. */
    recordView: async (wish: Wish, look: WishLook, audit: AuditEntry): Promise<boolean> => {
      const reply = await viewScript.exec(
        [keys.wishes, keys.wishViews(wish.id), keys.audit],
        [wish.id, String(wish.version), JSON.stringify(look), JSON.stringify(audit)],
      );
      return Number(reply) === 1;
    },
    readViews: async (id: WishId): Promise<WishLook[]> =>
      (await redis.lrange<string>(keys.wishViews(id), 0, -1)).map((look) => WishLook.parse(JSON.parse(look))),
    /** A part of all wishes, in no order; a cursor of "0" is the beginning, and the end. */
    scan: async (cursor: string, count: number): Promise<{ cursor: string; wishes: Wish[] }> => {
      const [next, pairs] = await redis.hscan(keys.wishes, cursor, { count });
      const documents = pairs.filter((_, at) => at % 2 === 1).map(String);
      return { cursor: String(next), wishes: documents.map((document) => Wish.parse(JSON.parse(document))) };
    },
    /** Keeps the same wish sealed anew, if nobody changed it meanwhile. */
    replace: async (before: Wish, after: Wish): Promise<boolean> =>
      Number(await replaceScript.exec([keys.wishes], [before.id, wishDocument(before), wishDocument(after)])) === 1,
  };
}

function changedKeys({ counted }: Wish): string[] {
  return [
    keys.wishes,
    keys.openWishes,
    keys.lapsingWishes,
    keys.wishWall,
    keys.closedWishes,
    keys.openWishesOf(counted ?? "nobody"),
    keys.wishSlips,
    keys.audit,
    keys.outboxMessages,
    keys.outboxDue,
  ];
}

type ChangeFields = Record<(typeof WISH_CHANGE_FIELDS)[number], string>;

function changeFields({
  before,
  after,
  audit,
  now,
}: Omit<WishChange, "before" | "messages"> & { before: Wish | null }): string[] {
  const isClosed = CLOSED_WISH_STATES.includes(after.state);
  const lapses = Object.hasOwn(WISH_LAPSES, after.state);
  const fulfilledAt = after.state === "fulfilled" && after.isPublic && after.card !== null ? after.closedAt : null;
  const fields: ChangeFields = {
    id: after.id,
    versionBefore: String(before?.version ?? 0),
    document: wishDocument(after),
    openUntil: isClosed ? "" : String(after.due ?? NOBODY_WAITS),
    lapsesAt: lapses ? String(after.due ?? "") : "",
    onWallSince: String(fulfilledAt ?? ""),
    closedAt: isClosed && after.erasedAt === null ? String(after.closedAt ?? "") : "",
    isCountedOpen: isClosed || after.counted === null ? "0" : "1",
    lostSlip: after.slip === null ? (before?.slip ?? "") : "",
    auditEntry: audit === null ? "" : JSON.stringify(audit),
    now: String(now),
  };
  return Object.values(fields);
}

/** Always spelled alike, since what is sealed anew is compared with what is stored. */
function wishDocument(wish: Wish): string {
  return JSON.stringify(Wish.parse(wish));
}
