import { createRoute, z } from "@hono/zod-openapi";
import { SessionId } from "../../shared/classes/class-session.js";
import { VenueId } from "../../shared/classes/course.js";
import { DAY_MS } from "../../shared/core/time.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { calendarFeed } from "./calendar-feed.js";
import { findOpenVenue } from "./find-venue.js";

/** A feed reaches so far back and ahead: who looks at last week's class still finds it. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 366;

const calendarAnswer = {
  description: "An iCalendar file (RFC 5545)",
  content: { "text/calendar": { schema: z.string() } },
};

const venueRoute = createRoute({
  method: "get",
  path: "/{id}/calendar.ics",
  summary: "The classes at a station or a hall, for calendar applications to subscribe to",
  request: { params: z.object({ id: VenueId }) },
  responses: { 200: calendarAnswer, ...errorAnswers("invalid_input", "not_found") },
});

const sessionRoute = createRoute({
  method: "get",
  path: "/{id}/calendar.ics",
  summary: "One class, for the phone's calendar",
  request: { params: z.object({ id: SessionId }) },
  responses: { 200: calendarAnswer, ...errorAnswers("invalid_input", "not_found") },
});

const HEADERS = { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "public, max-age=300" };

export function venueCalendarRoutes(deps: Dependencies) {
  return createRouter().openapi(venueRoute, async (c) => {
    const venue = await findOpenVenue(deps, c.req.valid("param").id);
    if (venue === null) throw new ApiError("not_found");
    const now = deps.clock();
    const [from, to] = [now - DAYS_BACK * DAY_MS, now + DAYS_AHEAD * DAY_MS];
    const sessions = await deps.classSessions.listAtVenue(venue.id, from, to);
    return c.body(calendarFeed(`${venue.name} 公益课`, sessions, now), 200, HEADERS);
  });
}

export function sessionCalendarRoutes(deps: Dependencies) {
  return createRouter().openapi(sessionRoute, async (c) => {
    const session = await deps.classSessions.find(c.req.valid("param").id);
    if (session === null) throw new ApiError("not_found");
    const disposition = { "Content-Disposition": `attachment; filename="${session.id}.ics"` };
    return c.body(calendarFeed(session.title, [session], deps.clock()), 200, { ...HEADERS, ...disposition });
  });
}
