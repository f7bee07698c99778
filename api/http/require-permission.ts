import { createMiddleware } from "hono/factory";
import { type Action, may } from "../../shared/people/permissions.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { heldRoles } from "../people/sign-in.js";
import type { AppEnv } from "./app-env.js";

/**
 * Lets through people who may do something somewhere, by the roles that their sign-in may use and that they hold now, so
 * that taking a role away, or ending a sign-in, works at the next request. Whether they may do it to the record in
 * question is for the use case to ask.
 */
export function requirePermission(deps: Pick<Dependencies, "signIns" | "wallClock">, action: Action) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const claims = c.get("claims");
    if (claims === null) throw new ApiError(c.get("hasBadToken") ? "sign_in_expired" : "not_signed_in");
    const found = await deps.signIns.read(claims, deps.wallClock());
    if (found === null) throw new ApiError("sign_in_expired");
    const roles = heldRoles(found.user, found.roles);
    if (!may({ roles }, action)) throw new ApiError("not_allowed");
    c.set("user", { ...found.user, roles });
    c.set("roleLimit", found.roles);
    await next();
  });
}
