import type { UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import type { TextSealer } from "./sealed-text.js";

/** Who people are in WeChat: needed to check their words and to send them messages, and kept encrypted. */
export interface OpenIdStore {
  /** The account of a WeChat id: always the same one, and nobody without the key can tell whose. */
  userIdOf: (openId: string) => UserId;
  put: (userId: UserId, openId: string) => Promise<void>;
  /** Null for people who did not sign in by WeChat. */
  find: (userId: UserId) => Promise<string | null>;
  /** Seals it under the present key; whether it was under another. */
  reseal: (userId: UserId) => Promise<boolean>;
}

export function createOpenIdStore(redis: Redis, sealer: TextSealer): OpenIdStore {
  return {
    userIdOf: (openId) => `us_${sealer.fingerprint(`wechat:${openId}`)}`,
    put: async (userId, openId) => {
      await redis.set(keys.openId(userId), sealer.seal(openId, userId));
    },
    find: async (userId) => {
      const sealed = await redis.get<string>(keys.openId(userId));
      return sealed === null ? null : sealer.open(sealed, userId);
    },
    reseal: async (userId) => {
      const sealed = await redis.get<string>(keys.openId(userId));
      if (sealed === null || sealer.isCurrent(sealed)) return false;
      // A person's WeChat id never changes; only if it is still there, since the account may go meanwhile.
      await redis.set(keys.openId(userId), sealer.seal(sealer.open(sealed, userId), userId), { xx: true });
      return true;
    },
  };
}
