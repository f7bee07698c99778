import { z } from "zod";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

/** In the order in which they are looked through. */
export const PARTS = [
  "wishes",
  "people",
  "reports",
  "names",
  "invitations",
  "bookings",
  "appeals",
  "followers",
  "missing",
  "groups",
  "whole",
] as const;

/** Where a version ended that did not seal names. */
const Part = z.preprocess((part) => (part === "done" ? "names" : part), z.enum(PARTS));
const Fields = z.union([z.tuple([z.string(), Part, z.string()]), z.tuple([z.null(), z.null(), z.null()])]);

/** How far everything is sealed under one key. */
export interface ResealProgress {
  keyId: string;
  part: (typeof PARTS)[number];
  cursor: string;
}
export type ResealStore = ReturnType<typeof createResealStore>;

/** Remembers how far sealing anew has come, and finds WeChat ids, which have no list of their own. */
export function createResealStore(redis: Redis) {
  return {
    read: async (): Promise<ResealProgress | null> => {
      const [keyId, part, cursor] = Fields.parse(await redis.hmget(keys.reseal, "keyId", "part", "cursor"));
      return keyId === null ? null : { keyId, part, cursor };
    },
    write: async ({ keyId, part, cursor }: ResealProgress): Promise<void> => {
      await redis.hset(keys.reseal, { keyId, part, cursor });
    },
    /** A part of the accounts with a WeChat id, in no order; a cursor of "0" is the beginning, and the end. */
    scanUserIds: async (cursor: string, count: number): Promise<{ cursor: string; userIds: string[] }> => {
      const [prefix = "", suffix = ""] = keys.openId("*").split("*");
      const [next, found] = await redis.scan(cursor, { match: keys.openId("*"), count });
      return { cursor: String(next), userIds: found.map((key) => key.slice(prefix.length, -suffix.length)) };
    },
  };
}
