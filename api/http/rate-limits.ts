import { Ratelimit } from "@upstash/ratelimit";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

/** Each answers whether the caller may go on. A caller is an account where signed in, else an address. */
export interface RateLimits {
  allowRead: (caller: string) => Promise<boolean>;
  allowWrite: (caller: string) => Promise<boolean>;
}

/** A phone network puts thousands of people behind one address: 2,000 of them may look twice a minute. */
const READS_PER_MINUTE = 6_000;
/** An account taps; an address may stand for a whole phone network. */
const ACCOUNT_WRITES_PER_MINUTE = 240;
const ADDRESS_WRITES_PER_MINUTE = 1_200;

export const accountCaller = (userId: string) => `account:${userId}`;
export const addressCaller = (address: string) => `address:${address}`;

/**
 * Reads are counted in the process, so that they cost no trip to Redis; writes in Redis, so that several instances of a
 * function count together.
 */
export function createRateLimits(redis: Redis): RateLimits {
  const reads = new RateLimiterMemory({ points: READS_PER_MINUTE, duration: 60 });
  const writes = (perMinute: number, name: string) =>
    new Ratelimit({
      redis,
      limiter: Ratelimit.fixedWindow(perMinute, "60 s"),
      prefix: `${keys.rateLimitPrefix}:${name}`,
    });
  const accountWrites = writes(ACCOUNT_WRITES_PER_MINUTE, "account");
  const addressWrites = writes(ADDRESS_WRITES_PER_MINUTE, "address");
  return {
    allowRead: (caller) =>
      reads.consume(caller).then(
        () => true,
        () => false,
      ),
    allowWrite: async (caller) => {
      const limit = caller.startsWith("account:") ? accountWrites : addressWrites;
      return (await limit.limit(caller)).success;
    },
  };
}
