import { createMiddleware } from "hono/factory";
import type { Role } from "../../shared/people/roles.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "./app-env.js";

/**
 * Lets through people who hold one of the roles, both in their token and in what is kept of them now, so that taking a
 * role away works at the next request.
 */
export function requireRole({ users }: Pick<Dependencies, "users">, ...roles: Role[]) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const claims = c.get("claims");
    if (claims === null) throw new ApiError(c.get("hasBadToken") ? "sign_in_expired" : "not_signed_in");
    const known = await users.find(claims.userId);
    if (known === null) throw new ApiError("sign_in_expired");
    const held = known.roles.filter((role) => claims.roles.includes(role));
    if (!held.some((role) => roles.includes(role))) throw new ApiError("not_allowed");
    c.set("user", { ...known, roles: held });
    await next();
  });
}
