import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { MessageKind } from "../../shared/messages/message-kind.js";
import { UserId } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import { Wish, WishId } from "../../shared/wishes/wish.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import {
  changeWishScript,
  listWishesScript,
  readWishListsScript,
  recordWishViewScript,
  replaceWishScript,
  submitWishScript,
  type WISH_CHANGE_FIELDS,
} from "../redis/scripts/change-wish.js";
import { WISH_KEYS } from "../redis/wish-keys.js";

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

/** Which wishes of several lists: by score, and so many of them. */
export interface ListPart {
  from?: EpochMs;
  /** Before this instant. */
  to?: EpochMs;
  offset: number;
  count: number;
  now: EpochMs;
  /** Whose own wishes are left out. */
  except?: UserId;
}

/** Wishes of several lists in one order, how many there are, and how many of them are overdue. */
export interface ListedWishes {
  wishes: Wish[];
  total: number;
  overdue: number;
}

/** Written when all wishes are in the lists that there are now. */
const LISTS_FORMAT = "2";
const MOST_OF_ONE_ACCOUNT = 200;
const MOST_CLAIMS = 10_000;

const Ids = z.array(WishId);
const Documents = z.array(z.string().nullable());
const Strings = z.array(z.string());
const ListReply = z.tuple([z.number(), z.number()], z.string());
const SubmitReply = z.tuple([z.enum(["stored", "open"])], z.string());

/** Wishes in Redis. Every change is one script: the wish, its lists, the record and the messages, or nothing. */
export function createWishStore(redis: Redis) {
  const submitScript = redis.createScript<unknown>(submitWishScript);
  const changeScript = redis.createScript<unknown>(changeWishScript);
  const viewScript = redis.createScript<unknown>(recordWishViewScript);
  const listScript = redis.createScript<unknown>(listWishesScript);
  const readScript = redis.createScript<unknown>(readWishListsScript);
  const replaceScript = redis.createScript<unknown>(replaceWishScript);

  async function findMany(ids: readonly WishId[]): Promise<Wish[]> {
    if (ids.length === 0) return [];
    const documents = Documents.parse(await redis.hmget(keys.wishes, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [Wish.parse(JSON.parse(document))]));
  }

  async function submit(wish: Wish, limit: number, audit: AuditEntry): Promise<SubmitOutcome> {
    const owner = wish.helper === null ? keys.wishesOf(wish.person ?? "") : keys.wishesHelpedBy(wish.helper);
    const fields = changeFields({ before: null, after: wish, audit, now: wish.createdAt });
    const reply = await submitScript.exec([...WISH_KEYS, owner], [...fields, String(limit)]);
    const [state, ...ids] = SubmitReply.parse(reply);
    return state === "stored" ? { state } : { state, ids: Ids.parse(ids) };
  }

  /** Refused when the wish moved on since `before`. */
  async function change({ messages = [], ...changed }: WishChange): Promise<"stored" | "moved_on"> {
    const { after } = changed;
    const sent = messages.flatMap(({ kind, userId }) => [`${kind}:${after.id}:${after.version}`, kind, userId]);
    const reply = await changeScript.exec(WISH_KEYS, [...changeFields(changed), ...sent]);
    return z.enum(["stored", "moved_on"]).parse(reply);
  }

  async function page(key: string, offset: number, count: number, rev = false): Promise<Wish[]> {
    return findMany(Ids.parse(await redis.zrange(key, offset, offset + count - 1, { rev })));
  }

  async function scored(key: string, to: number, count: number): Promise<Wish[]> {
    return findMany(Ids.parse(await redis.zrange(key, "-inf", to, { byScore: true, offset: 0, count })));
  }

  async function readLists(lists: readonly string[], { from, to, offset, count, now, except }: ListPart) {
    const own = keys.wishesOf(except ?? "");
    const scores = [from ?? "-inf", to === undefined ? "+inf" : to - 1];
    const range = [...scores, now, offset, count].map(String);
    const [total, overdue, ...documents] = ListReply.parse(await readScript.exec([keys.wishes, own, ...lists], range));
    return {
      wishes: documents.filter((text) => text !== "").map((text) => Wish.parse(JSON.parse(text))),
      total,
      overdue,
    };
  }

  return {
    findMany,
    find: async (id: WishId): Promise<Wish | null> => (await findMany([id]))[0] ?? null,
    submit,
    change,
    hasAny: async (): Promise<boolean> => (await redis.exists(keys.wishes)) === 1,
    /** The districts that have wishes; "": those without a code. */
    readDistricts: async (): Promise<string[]> => Strings.parse(await redis.smembers(keys.wishDistricts)),
    /** What is not closed in some districts, by deadline, overdue first. */
    readOpen: (districts: readonly string[], part: ListPart): Promise<ListedWishes> =>
      readLists(districts.map(keys.openWishesIn), part),
    /** What was submitted in some districts, oldest first. */
    readSubmitted: (districts: readonly string[], part: ListPart): Promise<ListedWishes> =>
      readLists(districts.map(keys.wishesIn), part),
    /** What waits at some stations, and what an officer has claimed. */
    readHandovers: (stations: readonly StationId[], userId: UserId, part: ListPart): Promise<ListedWishes> =>
      readLists([keys.wishesClaimedBy(userId), ...stations.map(keys.wishesWaitingAt)], part),
    /** What waits at some stations to be collected. */
    readWaitingAt: (stations: readonly StationId[], part: ListPart): Promise<ListedWishes> =>
      readLists(stations.map(keys.wishesWaitingAt), part),
    readClaimedBy: (userId: UserId): Promise<Wish[]> => page(keys.wishesClaimedBy(userId), 0, MOST_CLAIMS),
    /** The units for which wishes of some districts were claimed, most frequent first. */
    readUnits: async (districts: readonly string[]): Promise<string[]> => {
      if (districts.length === 0) return [];
      const lists = districts.map(keys.wishUnitsIn);
      return Strings.parse(await redis.zunion(lists.length, lists)).reverse();
    },
    areListed: async (): Promise<boolean> => (await redis.get(keys.wishListsFormat)) === LISTS_FORMAT,
    markListed: async (): Promise<void> => {
      await redis.set(keys.wishListsFormat, LISTS_FORMAT);
    },
    /** Puts wishes from before there were these lists into theirs. */
    list: async (ids: readonly WishId[]): Promise<number> => Number(await listScript.exec(WISH_KEYS, [...ids])),
    /** Wishes whose state should have ended by itself by now. */
    readLapsed: (now: EpochMs, count: number) => scored(keys.lapsingWishes, now, count),
    /** Wishes that closed at an instant or before, and still hold something personal. */
    readClosedUntil: (at: EpochMs, count: number) => scored(keys.closedWishes, at, count),
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

type ChangeFields = Record<(typeof WISH_CHANGE_FIELDS)[number], string>;

function changeFields({
  before,
  after,
  audit,
  now,
}: Omit<WishChange, "before" | "messages"> & { before: Wish | null }): string[] {
  const fields: ChangeFields = {
    id: after.id,
    versionBefore: String(before?.version ?? 0),
    document: wishDocument(after),
    auditEntry: audit === null ? "" : JSON.stringify(audit),
    now: String(now),
  };
  return Object.values(fields);
}

/** Always spelled alike, since what is sealed anew is compared with what is stored. */
function wishDocument(wish: Wish): string {
  return JSON.stringify(Wish.parse(wish));
}
