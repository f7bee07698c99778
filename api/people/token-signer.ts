import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { EpochMs } from "../../shared/common/time.js";
import { SIGN_IN_DAYS, TOKEN_SECONDS } from "../../shared/people/sign-in-answer.js";
import { UserId } from "../../shared/people/user.js";

/** What a token says. What the person may still do is looked up at each request. */
export interface TokenClaims {
  userId: UserId;
  /** The sign-in the token belongs to; it can be ended at any time. */
  signInId: string;
  /** How often the sign-in had been renewed when the token was made. */
  generation: number;
}

export type TokenSigner = ReturnType<typeof createTokenSigner>;

const Payload = z.object({
  sub: UserId,
  sid: z.string(),
  gen: z.int(),
});

/** Signs and checks tokens (JWT, HS256). The time is the wall clock's: a demo clock must not sign people out. */
export function createTokenSigner(secret: string, wallClock: () => EpochMs) {
  const key = new TextEncoder().encode(secret);
  const read = async (token: string, toleranceSeconds: number): Promise<TokenClaims | null> => {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ["HS256"],
        currentDate: new Date(wallClock()),
        clockTolerance: toleranceSeconds,
      });
      const { sub, sid, gen } = Payload.parse(payload);
      return { userId: sub, signInId: sid, generation: gen };
    } catch {
      return null;
    }
  };
  return {
    sign: async ({ userId, signInId, generation }: TokenClaims): Promise<string> => {
      const issuedAt = Math.floor(wallClock() / 1_000);
      return new SignJWT({ sid: signInId, gen: generation })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(userId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + TOKEN_SECONDS)
        .sign(key);
    },
    /** Null for a token that is not ours, was changed, or has expired. */
    verify: (token: string) => read(token, 0),
    /** Takes a token that has expired too, as long as its sign-in can still live. */
    verifyForRenewal: (token: string) => read(token, SIGN_IN_DAYS * 86_400),
  };
}
