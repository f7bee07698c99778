import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { EpochMs } from "../../shared/core/time.js";
import { ROLES, type Role } from "../../shared/people/roles.js";
import { UserId } from "../../shared/people/user.js";

/** What a token says. Roles are those of this sign-in; what the person may still do is looked up at each request. */
export interface TokenClaims {
  userId: UserId;
  roles: Role[];
}

export type TokenSigner = ReturnType<typeof createTokenSigner>;

const TOKEN_SECONDS = 12 * 3_600;
const Payload = z.object({ sub: UserId, roles: z.array(z.enum(ROLES)) });

/** Signs and checks tokens (JWT, HS256). The time is the wall clock's: a demo clock must not sign people out. */
export function createTokenSigner(secret: string, wallClock: () => EpochMs) {
  const key = new TextEncoder().encode(secret);
  return {
    sign: async ({ userId, roles }: TokenClaims): Promise<string> => {
      const issuedAt = Math.floor(wallClock() / 1_000);
      return new SignJWT({ roles })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(userId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + TOKEN_SECONDS)
        .sign(key);
    },
    /** Null for a token that is not ours, was changed, or has expired. */
    verify: async (token: string): Promise<TokenClaims | null> => {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ["HS256"], currentDate: new Date(wallClock()) });
        const { sub, roles } = Payload.parse(payload);
        return { userId: sub, roles };
      } catch {
        return null;
      }
    },
  };
}
