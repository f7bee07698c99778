import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { RoleLimit } from "../people/role-limit.js";
import { findSignedIn } from "../people/sign-in.js";
import type { AppEnv } from "./app-env.js";

type Needs = Pick<Dependencies, "signIns" | "wallClock">;

/**
 * Who asks, with the roles that their sign-in may use and that they hold now; null where no sign-in came along.
 *
 * @throws ApiError sign_in_expired where one came along that has ended: it is nobody's, not a stranger's
 */
export async function whoAsks(deps: Needs, c: Context<AppEnv>): Promise<{ user: User; roleLimit: RoleLimit } | null> {
  const claims = c.get("claims");
  if (claims === null) {
    if (c.get("hasBadToken")) throw new ApiError("sign_in_expired");
    return null;
  }
  const found = await findSignedIn(deps, claims);
  if (found === null) throw new ApiError("sign_in_expired");
  return found;
}

/** For routes that answer everybody, but not everybody alike. A sign-in that ended is refused, as where one is needed. */
export function acceptSignIn(deps: Needs) {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set("asker", (await whoAsks(deps, c))?.user ?? null);
    await next();
  });
}
