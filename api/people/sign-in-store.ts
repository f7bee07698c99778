import { z } from "zod";
import { beijingDayNumber, DAY_MS, type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import { ROLES, type Role } from "../../shared/people/roles.js";
import { SIGN_IN_DAYS } from "../../shared/people/sign-in-answer.js";
import type { User, UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { readSignedInScript } from "../redis/scripts/read-signed-in.js";
import { renewSignInScript } from "../redis/scripts/renew-sign-in.js";
import { userDocuments } from "./person-documents.js";
import type { RoleLimit } from "./role-limit.js";
import type { TextSealer } from "./sealed-text.js";

/** A sign-in, as a token names it. */
export interface SignInName {
  userId: UserId;
  signInId: string;
  generation: number;
}

export interface SignedInUser {
  user: User;
  roles: RoleLimit;
}

export type RenewOutcome =
  | { state: "renewed"; generation: number; roles: RoleLimit }
  /** Signed out, unused for too long, or never there. */
  | { state: "gone" }
  /** A token came back that had long been replaced: somebody has a copy. The sign-in is over. */
  | { state: "reused" };

export type SignInStore = ReturnType<typeof createSignInStore>;

/** How long the token before the newest is taken even though the newest is in use already. */
const GRACE_MS = MINUTE_MS;
/** A day more than sign-ins live, since those are counted in days. */
const KEPT_MS = (SIGN_IN_DAYS + 1) * DAY_MS;

const Limit = z
  .string()
  .transform((text) => (text === "" ? null : text.split(",")))
  .pipe(z.array(z.enum(ROLES)).nullable());
const Found = z.union([z.tuple([]), z.tuple([z.string(), z.coerce.number(), Limit])]);
const Renewed = z.union([
  z.tuple([z.literal("renewed"), z.coerce.number(), Limit]),
  z.tuple([z.enum(["gone", "reused"])]),
]);

/**
 * Sign-ins in Redis: whose, since when, and the day of last use. Time is the wall clock's, as that of tokens is. A
 * sign-in that is removed is over at the next request.
 */
export function createSignInStore(redis: Redis, sealer: TextSealer) {
  const users = userDocuments(sealer);
  const readScript = redis.createScript<unknown>(readSignedInScript);
  const renewScript = redis.createScript<unknown>(renewSignInScript);
  return {
    /** Begins a sign-in, whose first token is of generation 1. */
    open: async (
      { userId, signInId }: Omit<SignInName, "generation">,
      roles: RoleLimit,
      now: EpochMs,
    ): Promise<SignInName> => {
      const today = beijingDayNumber(now);
      const state = { createdAt: now, renewedAt: now, lastUsedDay: today, generation: 1, isArrived: 0 };
      const fields = { ...state, roles: roles?.join(",") ?? "" };
      await redis
        .multi()
        .hset(keys.signIn(userId, signInId), fields)
        .pexpire(keys.signIn(userId, signInId), KEPT_MS)
        .zremrangebyscore(keys.signInsOf(userId), "-inf", today - SIGN_IN_DAYS - 1)
        .zadd(keys.signInsOf(userId), { score: today, member: signInId })
        .zadd(keys.peopleByLastUse, { score: today, member: userId })
        .exec();
      return { userId, signInId, generation: 1 };
    },
    /** Who a sign-in belongs to, read in one round trip; null when it, or the person, is gone. */
    read: async ({ userId, signInId, generation }: SignInName, now: EpochMs): Promise<SignedInUser | null> => {
      const found = Found.parse(
        await readScript.exec([keys.user(userId), keys.signIn(userId, signInId)], [String(generation)]),
      );
      if (found.length === 0) return null;
      const [document, lastUsedDay, roles] = found;
      if (beijingDayNumber(now) - lastUsedDay > SIGN_IN_DAYS) return null;
      return { user: users.read(document), roles };
    },
    renew: async ({ userId, signInId, generation }: SignInName, now: EpochMs): Promise<RenewOutcome> => {
      const limits = [now, GRACE_MS, beijingDayNumber(now), SIGN_IN_DAYS, KEPT_MS];
      const reply = Renewed.parse(
        await renewScript.exec(
          [keys.signIn(userId, signInId), keys.signInsOf(userId), keys.peopleByLastUse],
          [signInId, generation, ...limits, userId].map(String),
        ),
      );
      return reply[0] === "renewed" ? { state: reply[0], generation: reply[1], roles: reply[2] } : { state: reply[0] };
    },
    /** Lets a limited sign-in use other roles from now on. */
    limit: async ({ userId, signInId }: Pick<SignInName, "userId" | "signInId">, roles: Role[]): Promise<void> => {
      await redis.hset(keys.signIn(userId, signInId), { roles: roles.join(",") });
    },
    close: async ({ userId, signInId }: Pick<SignInName, "userId" | "signInId">): Promise<void> => {
      await redis.multi().del(keys.signIn(userId, signInId)).zrem(keys.signInsOf(userId), signInId).exec();
    },
  };
}
