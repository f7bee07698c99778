import { calendarContract } from "../../shared/contract/courses.js";
import { DAY_MS } from "../../shared/core/time.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { calendarFeed } from "./calendar-feed.js";
import { findOpenVenue } from "./find-venue.js";

/** A feed reaches so far back and ahead: who looks at last week's class still finds it. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 366;

const HEADERS = { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "public, max-age=300" };

export function calendarRoutes(deps: Dependencies) {
  return contractRoutes(deps, calendarContract, {
    getVenueCalendar: async ({ params, c }) => {
      const venue = await findOpenVenue(deps, params.id);
      if (venue === null) throw new ApiError("not_found");
      const now = deps.clock();
      const [from, to] = [now - DAYS_BACK * DAY_MS, now + DAYS_AHEAD * DAY_MS];
      const sessions = await deps.classSessions.listAtVenue(venue.id, from, to);
      return c.body(calendarFeed(`${venue.name} 公益课`, sessions, now), 200, HEADERS);
    },
    getClassCalendar: async ({ params, c }) => {
      const session = await deps.classSessions.find(params.id);
      if (session === null) throw new ApiError("not_found");
      const disposition = { "Content-Disposition": `attachment; filename="${session.id}.ics"` };
      return c.body(calendarFeed(session.title, [session], deps.clock()), 200, { ...HEADERS, ...disposition });
    },
  });
}
