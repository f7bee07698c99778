import { z } from "zod";
import { ClassSession, type SessionId } from "../../shared/classes/class-session.js";
import type { CourseId, VenueId } from "../../shared/classes/course.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { changeClassesScript } from "../redis/scripts/change-classes.js";
import { listClassSessionsScript } from "../redis/scripts/list-class-sessions.js";
import { CLASS_CHANGE_KEYS, CLASS_KEY_PREFIXES, ClassChangeReply, classChangeFields } from "./class-change-store.js";

/** One change of a session: what it becomes, and what it was when that was decided (null: it is new). */
export interface SessionChange {
  session: ClassSession;
  previous: ClassSession | null;
}

export type SessionPutOutcome = ClassChangeReply[0];

export type SessionStore = ReturnType<typeof createSessionStore>;

const Documents = z.array(z.string());
const MaybeDocuments = z.array(z.string().nullable());
/** More than a district holds in a month; a list never grows beyond it. */
const MOST_SESSIONS = 2_000;

/** Class sessions in Redis, found by id, by start, by course and by venue. */
export function createSessionStore(redis: Redis) {
  const changeScript = redis.createScript<string[]>(changeClassesScript);
  const listScript = redis.createScript<string[]>(listClassSessionsScript);

  async function list(
    index: string,
    fromMs: EpochMs,
    toMs: EpochMs,
    most: number | undefined,
  ): Promise<ClassSession[]> {
    const bounds = [fromMs, toMs, Math.min(most ?? MOST_SESSIONS, MOST_SESSIONS)].map(String);
    return Documents.parse(await listScript.exec([keys.classSessions, index], bounds)).map(readSession);
  }

  return {
    find: async (id: SessionId): Promise<ClassSession | null> => {
      const document = await redis.hget<string>(keys.classSessions, id);
      return document === null ? null : readSession(document);
    },
    /** Those of them that are there, in no order. */
    findMany: async (ids: readonly SessionId[]): Promise<ClassSession[]> => {
      if (ids.length === 0) return [];
      const documents = MaybeDocuments.parse(await redis.hmget(keys.classSessions, ...ids));
      return documents.flatMap((document) => (document === null ? [] : [readSession(document)]));
    },
    /** Keeps all of them or, when one moved on since the revision it was made from, none. */
    put: async (...changes: SessionChange[]): Promise<SessionPutOutcome> => {
      if (changes.length === 0) return "stored";
      const fields = changes.flatMap((change) => classChangeFields({ what: "session", ...change }));
      const [outcome] = ClassChangeReply.parse(
        await changeScript.exec(CLASS_CHANGE_KEYS, [...CLASS_KEY_PREFIXES, ...fields]),
      );
      return outcome;
    },
    /**
     * Sessions that start at `fromMs` or later and before `toMs`, by start, equal starts by id; never more than
     * 2,000.
     */
    listBetween: (fromMs: EpochMs, toMs: EpochMs, most?: number) => list(keys.classSessionsByStart, fromMs, toMs, most),
    listOfCourse: (id: CourseId, fromMs: EpochMs, toMs: EpochMs, most?: number) =>
      list(keys.classSessionsOfCourse(id), fromMs, toMs, most),
    listAtVenue: (id: VenueId, fromMs: EpochMs, toMs: EpochMs, most?: number) =>
      list(keys.classSessionsAtVenue(id), fromMs, toMs, most),
  };
}

function readSession(document: string): ClassSession {
  return ClassSession.parse(JSON.parse(document));
}
