import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { CourseId } from "../../shared/classes/course.js";
import { MOST_WANTED, WANTED_SUBJECTS, type WantedSubject } from "../../shared/classes/wanted-subject.js";
import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import type { UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { openWantedScript, setWantedScript } from "../redis/scripts/wanted-classes.js";

export type WantedStore = ReturnType<typeof createWantedStore>;

/** What is wanted where. */
export interface WantedTopic {
  district: string;
  subject: WantedSubject;
}

/** What one person wants, or what came of it. */
export interface OwnTopic extends WantedTopic {
  at: EpochMs;
  courseId: CourseId | null;
}

/** A course that came of a topic. */
export interface OpenedTopic extends WantedTopic {
  courseId: CourseId;
  at: EpochMs;
  people: number;
}

const KEPT_MS = KEPT_DAYS.wantedClasses * DAY_MS;
const Texts = z.array(z.string());
const Subject = z.enum(WANTED_SUBJECTS);
const Opened = z.object({ courseId: CourseId, at: z.number(), people: z.int() });

/** What people want to learn: who, until a course opens or a year is over. */
export function createWantedStore(redis: Redis) {
  const setScript = redis.createScript<unknown>(setWantedScript);
  const openScript = redis.createScript<unknown>(openWantedScript);

  async function readOwn(userId: UserId): Promise<OwnTopic[]> {
    return pairsOf(await redis.hgetall(keys.wantedOf(userId))).flatMap(([field, said]) => {
      const topic = topicOf(field);
      const [, at = "0", course] = said.split("|");
      return topic === null ? [] : [{ ...topic, at: Number(at), courseId: course ? CourseId.parse(course) : null }];
    });
  }

  return {
    set: async (topic: WantedTopic, userId: UserId, wants: boolean, now: EpochMs): Promise<"set" | "too_many"> => {
      const field = topicText(topic);
      const reply = await setScript.exec(
        [keys.wantedVoters(field), keys.wantedOf(userId), keys.wantedTopics],
        [field, userId, wants ? "1" : "0", String(now), String(now - KEPT_MS), String(KEPT_MS), String(MOST_WANTED)],
      );
      return z.enum(["set", "too_many"]).parse(reply);
    },
    /** How many are told of a course, or were; null: nobody waits for it. */
    open: async (
      topic: WantedTopic,
      courseId: CourseId,
      { now, tellFrom, subject, audit }: { now: EpochMs; tellFrom: EpochMs; subject: string; audit: AuditEntry },
    ): Promise<number | null> => {
      const field = topicText(topic);
      const lists = [keys.wantedVoters(field), keys.wantedTopics, keys.openedWanted];
      const times = [now, now - KEPT_MS, KEPT_MS, tellFrom].map(String);
      const told = await openScript.exec(
        [...lists, keys.outboxMessages, keys.outboxDue, keys.audit],
        [field, courseId, ...times, subject, JSON.stringify(audit), keys.wantedOf("")],
      );
      return Number(told) < 0 ? null : Number(told);
    },
    readOwn,
    /** Who wants what, of votes that count and were given before an instant. */
    readVoters: async (now: EpochMs, before: EpochMs): Promise<(WantedTopic & { voters: string[] })[]> => {
      const fields = Texts.parse(await redis.smembers(keys.wantedTopics));
      const found = await Promise.all(
        fields.map((field) => redis.zrange(keys.wantedVoters(field), now - KEPT_MS, before - 1, { byScore: true })),
      );
      return fields.flatMap((field, at) => {
        const topic = topicOf(field);
        const voters = Texts.parse(found[at]);
        return topic === null || voters.length === 0 ? [] : [{ ...topic, voters }];
      });
    },
    /** What came of topics, within the year. */
    readOpened: async (now: EpochMs): Promise<OpenedTopic[]> =>
      pairsOf(await redis.hgetall(keys.openedWanted)).flatMap(([field, said]) => {
        const topic = topicOf(field);
        const opened = Opened.parse(JSON.parse(said));
        return topic === null || opened.at < now - KEPT_MS ? [] : [{ ...topic, ...opened }];
      }),
    /** Takes back all that a person wants. */
    forget: async (userId: UserId): Promise<void> => {
      for (const topic of await readOwn(userId)) await redis.zrem(keys.wantedVoters(topicText(topic)), userId);
      await redis.del(keys.wantedOf(userId));
    },
  };
}

export function topicText({ district, subject }: WantedTopic): string {
  return `${district}|${subject}`;
}

/** Null for a subject that is offered no more. */
function topicOf(text: string): WantedTopic | null {
  const [district = "", name] = text.split("|");
  const subject = Subject.safeParse(name);
  return subject.success ? { district, subject: subject.data } : null;
}

/** A hash as Redis sends it: field, value, field, value … */
function pairsOf(reply: unknown): [string, string][] {
  const flat = Texts.nullable().parse(reply) ?? [];
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at] ?? "", flat[2 * at + 1] ?? ""]);
}
