import { z } from "zod";
import { Course, type CourseId, type HallId } from "../../shared/classes/course.js";
import { Hall } from "../../shared/classes/hall.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { changeClassesScript } from "../redis/scripts/change-classes.js";
import {
  CLASS_CHANGE_KEYS,
  CLASS_KEY_PREFIXES,
  type ClassChange,
  ClassChangeReply,
  classChangeFields,
} from "./class-change-store.js";

export type CourseStore = ReturnType<typeof createCourseStore>;

const BATCH = 500;
const Ids = z.array(z.string());
const Documents = z.array(z.string().nullable());

/** Courses and halls in Redis, and what changes together with them. */
export function createCourseStore(redis: Redis) {
  const changeScript = redis.createScript<string[]>(changeClassesScript);

  async function findMany<Schema extends z.ZodType>(key: string, ids: readonly string[], schema: Schema) {
    if (ids.length === 0) return [];
    const documents = Documents.parse(await redis.hmget(key, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [schema.parse(JSON.parse(document))]));
  }

  return {
    find: async (id: CourseId): Promise<Course | null> => (await findMany(keys.courses, [id], Course))[0] ?? null,
    /** All that go on, or all that ended; the newest first. */
    list: async (state: Course["state"]): Promise<Course[]> => {
      const key = state === "running" ? keys.runningCourses : keys.endedCourses;
      const found: Course[] = [];
      for (let start = 0; ; start += BATCH) {
        const ids = Ids.parse(await redis.zrange(key, start, start + BATCH - 1, { rev: true }));
        found.push(...(await findMany(keys.courses, ids, Course)));
        if (ids.length < BATCH) return found;
      }
    },
    findHalls: (ids: readonly HallId[]): Promise<Hall[]> => findMany(keys.halls, ids, Hall),
    listHalls: async (): Promise<Hall[]> => {
      const documents = Documents.parse(await redis.hvals(keys.halls));
      return documents.map((document) => Hall.parse(JSON.parse(document ?? "")));
    },
    /** All of the changes happen, or none of them. */
    change: async (...changes: ClassChange[]): Promise<ClassChangeReply> =>
      ClassChangeReply.parse(
        await changeScript.exec(CLASS_CHANGE_KEYS, [...CLASS_KEY_PREFIXES, ...changes.flatMap(classChangeFields)]),
      ),
  };
}
