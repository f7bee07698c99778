import { createMiddleware } from "hono/factory";
import { type Action, may } from "../../shared/people/permissions.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "./app-env.js";
import { whoAsks } from "./who-asks.js";

/**
 * Lets through people who may do something somewhere, by the roles that their sign-in may use and that they hold now, so
 * that taking a role away, or ending a sign-in, works at the next request. Whether they may do it to the record in
 * question is for the use case to ask.
 */
export function requirePermission(deps: Pick<Dependencies, "signIns" | "wallClock">, action: Action) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const asker = await whoAsks(deps, c);
    if (asker === null) throw new ApiError("not_signed_in");
    if (!may(asker.user, action)) throw new ApiError("not_allowed");
    c.set("asker", asker.user);
    c.set("user", asker.user);
    c.set("roleLimit", asker.roleLimit);
    await next();
  });
}
