import { z } from "zod";
import type { UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { addGrantsScript } from "../redis/scripts/add-grants.js";

export type GrantStore = ReturnType<typeof createGrantStore>;

/** More than a keeper uses up in a month: what a phone says beyond that is not believed. */
export const MOST_GRANTS = 60;

const Counts = z.array(z.coerce.number().nullable());

/** How many messages of a template people have said yes to that are not sent yet. */
export function createGrantStore(redis: Redis) {
  const addScript = redis.createScript<unknown>(addGrantsScript);
  return {
    /** One more of each of these templates, up to {@link MOST_GRANTS}. */
    add: async (userId: UserId, templates: readonly string[]): Promise<void> => {
      if (templates.length > 0) await addScript.exec([keys.messageGrants(userId)], [String(MOST_GRANTS), ...templates]);
    },
    /** The person says no for good to these. */
    end: async (userId: UserId, templates: readonly string[]): Promise<void> => {
      if (templates.length > 0) await redis.hdel(keys.messageGrants(userId), ...templates);
    },
    /** How many a person has left of each template. */
    left: async (userId: UserId, templates: readonly string[]): Promise<number[]> => {
      if (templates.length === 0) return [];
      return Counts.parse(await redis.hmget(keys.messageGrants(userId), ...templates)).map((count) => count ?? 0);
    },
    /** The same of many people, in few trips. */
    leftOfMany: async (userIds: readonly UserId[], templates: readonly string[]): Promise<number[][]> => {
      if (userIds.length === 0 || templates.length === 0) return userIds.map(() => []);
      const found: number[][] = [];
      for (let first = 0; first < userIds.length; first += AT_ONCE) {
        const pipeline = redis.pipeline();
        for (const id of userIds.slice(first, first + AT_ONCE)) pipeline.hmget(keys.messageGrants(id), ...templates);
        const replies = await pipeline.exec<unknown[]>();
        found.push(...replies.map((reply) => Counts.parse(reply).map((count) => count ?? 0)));
      }
      return found;
    },
  };
}

const AT_ONCE = 500;
