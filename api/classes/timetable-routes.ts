import { timetableContract } from "../../shared/contract/classes.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { readClass, readTimetable } from "./timetable.js";

/** What everybody sees of classes; with their own places, where somebody is signed in. */
export function timetableRoutes(deps: Dependencies) {
  return contractRoutes(deps, timetableContract, {
    listClasses: async ({ query, c }) => {
      const { from, to, latitude, longitude, category = null, venueId = null } = query;
      const at = latitude === undefined || longitude === undefined ? null : { latitude, longitude };
      return readTimetable(deps, { from, to, at, category, venueId, userId: c.get("asker")?.id ?? null });
    },
    getClass: async ({ params, c }) => readClass(deps, params.id, c.get("asker")?.id ?? null),
  });
}
