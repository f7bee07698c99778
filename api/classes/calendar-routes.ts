import { calendarContract } from "../../shared/contract/courses.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { sessionCalendar, venueCalendar } from "./class-calendars.js";

const HEADERS = { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "public, max-age=300" };

export function calendarRoutes(deps: Dependencies) {
  return contractRoutes(deps, calendarContract, {
    getVenueCalendar: async ({ params, c }) => c.body(await venueCalendar(deps, params.id), 200, HEADERS),
    getClassCalendar: async ({ params: { id }, c }) => {
      const disposition = { "Content-Disposition": `attachment; filename="${id}.ics"` };
      return c.body(await sessionCalendar(deps, id), 200, { ...HEADERS, ...disposition });
    },
  });
}
