import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

export type DemoSeedStore = ReturnType<typeof createDemoSeedStore>;

/** Remembers how far a part of the demo has been made, so that a start that was killed half-way is gone on with. */
export function createDemoSeedStore(redis: Redis) {
  return {
    /** Null: nothing is known, as where somebody's own data lies. */
    read: async (part: string): Promise<"begun" | "whole" | null> => {
      const state = await redis.get<string>(keys.demoSeed(part));
      return state === "begun" || state === "whole" ? state : null;
    },
    write: async (part: string, state: "begun" | "whole"): Promise<void> => {
      await redis.set(keys.demoSeed(part), state);
    },
  };
}
