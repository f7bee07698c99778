import type { SessionId } from "../../shared/classes/class-session.js";
import type { VenueId } from "../../shared/classes/course.js";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { calendarFeed } from "./calendar-feed.js";
import { findOpenVenue } from "./find-venue.js";

type Needs = Pick<Dependencies, "classSessions" | "clock">;

/** A feed reaches so far back and ahead: who looks at last week's class still finds it. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 366;

/**
 * The classes at a station or in a hall, as iCalendar.
 *
 * @throws ApiError `not_found` where there is no such place, or it was withdrawn
 */
export async function venueCalendar(
  deps: Needs & Pick<Dependencies, "courses" | "stations">,
  id: VenueId,
): Promise<string> {
  const venue = await findOpenVenue(deps, id);
  if (venue === null) throw new ApiError("not_found");
  const now = deps.clock();
  const sessions = await deps.classSessions.listAtVenue(venue.id, ...daysAround(now));
  return calendarFeed(`${venue.name} 公益课`, sessions, now);
}

/**
 * One class as iCalendar.
 *
 * @throws ApiError `not_found`
 */
export async function sessionCalendar({ classSessions, clock }: Needs, id: SessionId): Promise<string> {
  const session = await classSessions.find(id);
  if (session === null) throw new ApiError("not_found");
  return calendarFeed(session.title, [session], clock());
}

/**
 * All classes as iCalendar, for others to use: no teacher is named.
 *
 * @param source who gives them out
 */
export async function openCalendar({ classSessions, clock }: Needs, source: string): Promise<string> {
  const now = clock();
  const sessions = await classSessions.listBetween(...daysAround(now));
  const unnamed = sessions.map((session) => ({ ...session, teacher: null }));
  return calendarFeed(`${source} 公益课`, unnamed, now);
}

function daysAround(now: EpochMs): [EpochMs, EpochMs] {
  return [now - DAYS_BACK * DAY_MS, now + DAYS_AHEAD * DAY_MS];
}
