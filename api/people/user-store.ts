import { User, type UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

export type UserStore = ReturnType<typeof createUserStore>;

/** People in Redis. */
export function createUserStore(redis: Redis) {
  return {
    find: async (id: UserId): Promise<User | null> => {
      const document = await redis.get<string>(keys.user(id));
      return document === null ? null : User.parse(JSON.parse(document));
    },
    put: async (user: User): Promise<void> => {
      await redis.set(keys.user(user.id), JSON.stringify(user));
    },
  };
}
