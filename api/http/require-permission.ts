import { createMiddleware } from "hono/factory";
import { type Action, may } from "../../shared/people/permissions.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "./app-env.js";

/**
 * Lets through people who may do something somewhere, by the roles that stand both in their token and in what is kept of
 * them now, so that taking a role away works at the next request. Whether they may do it to the record in question is
 * for the use case to ask.
 */
export function requirePermission({ users }: Pick<Dependencies, "users">, action: Action) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const claims = c.get("claims");
    if (claims === null) throw new ApiError(c.get("hasBadToken") ? "sign_in_expired" : "not_signed_in");
    const known = await users.find(claims.userId);
    if (known === null) throw new ApiError("sign_in_expired");
    const held = known.roles.filter((role) => claims.roles.includes(role));
    if (!may({ roles: held }, action)) throw new ApiError("not_allowed");
    c.set("user", { ...known, roles: held });
    await next();
  });
}
