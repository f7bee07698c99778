import { createHash } from "node:crypto";
import { z } from "zod";
import { type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import { ROLES } from "../../shared/people/roles.js";
import { UserId } from "../../shared/people/user.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { addSignInCodeScript, approveSignInCodeScript, takeSignInCodeScript } from "../redis/scripts/sign-in-codes.js";
import type { RoleLimit } from "./role-limit.js";

/** Whose sign-in a computer gets, and what it is limited to. */
export interface Approval {
  userId: UserId;
  roles: RoleLimit;
}

export type TakeOutcome =
  | { state: "approved"; approval: Approval }
  | { state: "pending" }
  | { state: "wrong_secret" }
  | { state: "gone" };

export type SignInCodeStore = ReturnType<typeof createSignInCodeStore>;

const LIVES_MS = 5 * MINUTE_MS;

const ApproveReply = z.enum(["approved", "used", "gone"]);
const RolesText = z.string().transform((text) => (text === "" ? null : text.split(",")));
const TakeReply = z.union([
  z.tuple([z.literal("approved"), UserId, RolesText.pipe(z.array(z.enum(ROLES)).nullable())]),
  z.tuple([z.enum(["pending", "wrong_secret", "gone"])]),
]);

/** Codes in Redis by which a signed-in phone signs a computer in. Of the secret only a digest is kept. */
export function createSignInCodeStore(redis: Redis) {
  const addScript = redis.createScript<unknown>(addSignInCodeScript);
  const approveScript = redis.createScript<unknown>(approveSignInCodeScript);
  const takeScript = redis.createScript<unknown>(takeSignInCodeScript);
  return {
    /** When the code ends; null when it is taken. */
    add: async (code: string, secret: string, now: EpochMs): Promise<EpochMs | null> => {
      const values = [String(now + LIVES_MS), digest(secret), String(LIVES_MS)];
      const isAdded = Number(await addScript.exec([keys.signInCode(code)], values)) === 1;
      return isAdded ? now + LIVES_MS : null;
    },
    approve: async (code: string, { userId, roles }: Approval, now: EpochMs): Promise<"approved" | "used" | "gone"> =>
      ApproveReply.parse(
        await approveScript.exec([keys.signInCode(code)], [userId, roles?.join(",") ?? "", String(now)]),
      ),
    /** Takes an approved code, once; to be asked again while it is pending. */
    take: async (code: string, secret: string, now: EpochMs): Promise<TakeOutcome> => {
      const reply = TakeReply.parse(await takeScript.exec([keys.signInCode(code)], [digest(secret), String(now)]));
      if (reply[0] !== "approved") return { state: reply[0] };
      return { state: "approved", approval: { userId: reply[1], roles: reply[2] } };
    },
  };
}

function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
