import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import {
  MISSING_NEEDS,
  MISSING_STATES,
  type MissingNeed,
  type MissingState,
} from "../../shared/missing-stations/needs.js";
import type { TextSealer } from "../people/sealed-text.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { renewValues } from "../redis/renew-values.js";
import { answerMissingScript, sayMissingScript } from "../redis/scripts/missing-stations.js";
import type { Reporter } from "../trust/reporter-fingerprints.js";

export type MissingStore = ReturnType<typeof createMissingStore>;

/** An entry as it is kept. Nothing in it says who asked. */
export interface MissingStation {
  id: string;
  cell: string;
  need: MissingNeed;
  county: string | null;
  state: MissingState;
  why: string | null;
  askedAt: EpochMs;
  answeredAt: EpochMs | null;
  /** People whom WeChat vouches for, and the others. */
  vouched: number;
  others: number;
  /** How many named each hour of the day. */
  hours: number[];
  /** How many wrote something. */
  words: number;
}

export interface Saying {
  newId: string;
  /** An entry to join; null: that of the place and the need, or a new one. */
  wanted: string | null;
  cell: string;
  need: MissingNeed;
  county: string | null;
  hour: number;
  words: string | null;
  reporter: Reporter;
  /** The account to be told; null: nobody is signed in. */
  userId: string | null;
  now: EpochMs;
}

interface Answering {
  entry: MissingStation;
  state: MissingState;
  why: string;
  now: EpochMs;
  /** From when on people are told. */
  tellFrom: EpochMs;
  /** What the messages are about. */
  subject: string;
  audit: AuditEntry;
}

/** So many entries a person begins or joins in a day. */
const MOST_A_DAY = 5;
const KEPT_MS = KEPT_DAYS.reports * DAY_MS;
const HOURS = 24;
const MOST_WORDS = 20;

const SayReply = z.union([
  z.tuple([z.literal("said"), z.string(), z.enum(["0", "1"])]),
  z.tuple([z.enum(["not_found", "closed", "too_many"])]),
]);
const AnswerReply = z.enum(["answered", "same", "closed", "not_found"]);
const Flat = z.array(z.string()).nullable();
const Ids = z.array(z.string());
const Values = z.array(z.string().nullable());
const Document = z.object({
  id: z.string(),
  cell: z.string(),
  need: z.enum(MISSING_NEEDS),
  county: z.string(),
  state: z.enum(MISSING_STATES),
  why: z.string().optional(),
  askedAt: z.coerce.number(),
  answeredAt: z.coerce.number().optional(),
  vouched: z.coerce.number(),
  others: z.coerce.number(),
  words: z.coerce.number(),
});

/** What people say is missing. What they write is kept encrypted. */
export function createMissingStore(redis: Redis, sealer: TextSealer) {
  const sayScript = redis.createScript<string[]>(sayMissingScript);
  const answerScript = redis.createScript<string>(answerMissingScript);
  const find = async (id: string): Promise<MissingStation | null> => {
    const flat = Flat.parse(await redis.hgetall(keys.missingStation(id))) ?? [];
    return flat.length === 0 ? null : readDocument(flat);
  };
  const findMany = async (ids: readonly string[]): Promise<MissingStation[]> =>
    (await Promise.all(ids.map(find))).filter((entry) => entry !== null);
  return {
    find,
    say: async ({ newId, wanted, reporter, userId, words, county, now, ...what }: Saying) => {
      const { person, account, device, address } = reporter;
      const own = [account, device].filter((one) => one !== null);
      const marks =
        person === null
          ? [`a:${address}`, ...(device === null ? [] : [`d:${device}`])]
          : [`p:${person}`, ...(device === null ? [] : [`d:${device}`])];
      const said = {
        ...what,
        topic: topicOf(what),
        newId,
        wanted: wanted ?? "",
        county: county ?? "",
        words: words === null ? "" : sealer.seal(words, WORDS_RECORD),
        marks,
        isVouched: person !== null,
        userId: userId ?? "",
        now,
        kept: KEPT_MS,
        most: MOST_A_DAY,
        limitMs: DAY_MS,
      };
      const reply = await sayScript.exec(
        [
          keys.missingTopics,
          keys.undecidedMissing,
          keys.allMissing,
          keys.missingLately(person ?? address),
          ...own.map(keys.missingOf),
        ],
        [
          JSON.stringify(said),
          keys.missingStation(""),
          keys.missingVoices(""),
          keys.missingAskers(""),
          keys.missingWords(""),
        ],
      );
      return SayReply.parse(reply);
    },
    answer: async ({ entry, state, why, now, tellFrom, subject, audit }: Answering) => {
      const { id } = entry;
      const reply = await answerScript.exec(
        [
          keys.missingStation(id),
          keys.missingTopics,
          keys.undecidedMissing,
          keys.missingAskers(id),
          keys.outboxMessages,
          keys.outboxDue,
          keys.audit,
        ],
        [id, state, why, String(now), topicOf(entry), String(tellFrom), subject, JSON.stringify(audit)],
      );
      return AnswerReply.parse(reply);
    },
    /** Undecided ones in some cells. */
    findIn: async (cells: readonly string[]): Promise<MissingStation[]> => {
      const topics = cells.flatMap((cell) => MISSING_NEEDS.map((need) => topicOf({ cell, need })));
      const ids = Values.parse(await redis.hmget(keys.missingTopics, ...topics));
      return findMany(ids.filter((id) => id !== null));
    },
    /** Those of an account or a device, newest first. */
    findOf: async (fingerprints: readonly string[], most: number): Promise<MissingStation[]> => {
      const ids = new Set<string>();
      for (const one of fingerprints) {
        const newest = await redis.zrange(keys.missingOf(one), 0, most - 1, { rev: true });
        for (const id of Ids.parse(newest)) ids.add(id);
      }
      return (await findMany([...ids])).sort((a, b) => b.askedAt - a.askedAt).slice(0, most);
    },
    /** The newest of all. */
    /** The newest of those that nothing has come of yet. */
    findUndecided: async (most: number): Promise<MissingStation[]> =>
      findMany(Ids.parse(await redis.zrange(keys.undecidedMissing, 0, most - 1, { rev: true }))),
    findNewest: async (most: number): Promise<MissingStation[]> =>
      findMany(Ids.parse(await redis.zrange(keys.allMissing, 0, most - 1, { rev: true }))),
    /** What people wrote last, as long as it is kept. */
    readWords: async ({ id, words }: MissingStation): Promise<string[]> => {
      const first = Math.max(1, words - MOST_WORDS + 1);
      const numbers = Array.from({ length: words - first + 1 }, (_, n) => first + n);
      if (numbers.length === 0) return [];
      const sealed = Values.parse(await redis.mget(...numbers.map((n) => keys.missingWords(`${id}-${n}`))));
      return sealed.flatMap((one) => (one === null ? [] : [sealer.open(one, WORDS_RECORD)]));
    },
    reseal: async (from: string, atOnce: number) =>
      renewValues(redis, { prefix: keys.missingWords(""), from, atOnce }, (sealed) =>
        sealer.isCurrent(sealed) ? null : sealer.seal(sealer.open(sealed, WORDS_RECORD), WORDS_RECORD),
      ),
  };
}

/** Words belong to an entry that many write to, and are bound to their kind alone. */
const WORDS_RECORD = "missing-station-words";

function topicOf({ cell, need }: Pick<MissingStation, "cell" | "need">): string {
  return `${cell}|${need}`;
}

function readDocument(flat: readonly string[]): MissingStation {
  const fields: Record<string, string> = {};
  for (let at = 0; at < flat.length; at += 2) fields[flat[at] ?? ""] = flat[at + 1] ?? "";
  const { county, why = null, answeredAt = null, ...entry } = Document.parse(fields);
  const hours = Array.from({ length: HOURS }, (_, hour) => Number(fields[`hour${hour}`] ?? 0));
  return { ...entry, county: county === "" ? null : county, why, answeredAt, hours };
}
