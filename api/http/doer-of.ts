import type { Context } from "hono";
import type { Doer } from "../people/doer.js";
import type { AppEnv } from "./app-env.js";

/** The pages say who they are in this header; everything else that calls is the API's. */
export const CLIENT_HEADER = "x-yizhan-client";

/** Who is doing what a request asks for. Only behind `requirePermission`. */
export function doerOf(c: Context<AppEnv>): Doer {
  const user = c.get("user");
  // The role that counts most here: an officer may do in their reach what a keeper may.
  const role = (["officer", "keeper", "worker", "viewer"] as const).find((one) => user.roles.includes(one)) ?? null;
  const way = c.req.header(CLIENT_HEADER) === "page" ? "page" : "api";
  return { user, author: { userId: user.id, role, way } };
}
