import type { Context } from "hono";
import { timetableContract } from "../../shared/contract/classes.js";
import type { UserId } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { contractRoutes } from "../http/contract-routes.js";
import { readClass, readTimetable } from "./timetable.js";

/** What everybody sees of classes. */
export function timetableRoutes(deps: Dependencies) {
  return contractRoutes(deps, timetableContract, {
    listClasses: async ({ query, c }) => {
      const { from, to, latitude, longitude, category = null, venueId = null } = query;
      const at = latitude === undefined || longitude === undefined ? null : { latitude, longitude };
      return readTimetable(deps, { from, to, at, category, venueId, userId: await whoAsks(deps, c) });
    },
    getClass: async ({ params, c }) => readClass(deps, params.id, await whoAsks(deps, c)),
  });
}

/** Whose places are shown: those of a sign-in that still lives. Everybody else sees the same without them. */
async function whoAsks({ signIns, wallClock }: Dependencies, c: Context<AppEnv>): Promise<UserId | null> {
  const claims = c.get("claims");
  if (claims === null) return null;
  c.header("Cache-Control", "no-store");
  return (await signIns.read(claims, wallClock()))?.user.id ?? null;
}
