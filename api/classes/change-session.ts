import { isDeepStrictEqual } from "node:util";
import type { ClassSession, SessionId } from "../../shared/classes/class-session.js";
import type { CourseFacts, VenueId } from "../../shared/classes/course.js";
import { timesOf } from "../../shared/classes/plan-sessions.js";
import { DAY_MS, type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import { ApiError } from "../api-error.js";
import type { Doer } from "../people/doer.js";
import { STALE, untilStored } from "../until-stored.js";
import { type CourseNeeds, requireReach, seatsTaken } from "./change-course.js";
import { classEntry } from "./class-entry.js";
import { requireVenue } from "./find-venue.js";

/** What one date of a course may have of its own. */
export type SessionFacts = Partial<Omit<CourseFacts, "schedule" | "bookedBy">>;

/** When and where a session is to be; what is missing stays. */
export interface SessionMove {
  startsAt?: EpochMs | undefined;
  durationMinutes?: number | undefined;
  venueId?: VenueId | undefined;
  room?: string | null | undefined;
}

/** A session can be moved so far ahead. */
const FURTHEST_DAYS = 366;

/** Changes one session; a change of the whole course leaves it alone from then on. Everybody booked stays booked. */
export function changeSession(
  deps: CourseNeeds,
  { id, facts }: { id: SessionId; facts: SessionFacts },
  doer: Doer,
): Promise<ClassSession> {
  const { venueId, room, rules, bookingOpensDaysBefore, ...rest } = facts;
  return changeOne(deps, { id, action: "class:change" }, doer, async (session) => ({
    ...session,
    ...rest,
    venue: await placed(deps, session, { venueId, room }),
    rules: { ...session.rules, ...rules },
    ...(bookingOpensDaysBefore === undefined ? {} : timesOf({ bookingOpensDaysBefore }, session)),
  }));
}

/**
 * Moves a session to another time or place. Everybody booked stays booked and is told.
 *
 * @throws ApiError `invalid_input` when it would start in the past, or so late that the year must be a slip of the finger
 */
export function moveSession(
  deps: CourseNeeds,
  { id, move }: { id: SessionId; move: SessionMove },
  doer: Doer,
): Promise<ClassSession> {
  return changeOne(deps, { id, action: "class:move" }, doer, async (session, now) => {
    const startsAt = move.startsAt ?? session.startsAt;
    if (startsAt <= now) throw new ApiError("invalid_input", [{ path: "startsAt", message: "要改到以后的时间" }]);
    if (startsAt > now + FURTHEST_DAYS * DAY_MS && startsAt !== session.startsAt) {
      throw new ApiError("invalid_input", [{ path: "startsAt", message: "最晚改到一年之内，请看看年份对不对" }]);
    }
    const lastsMs =
      move.durationMinutes === undefined ? session.endsAt - session.startsAt : move.durationMinutes * MINUTE_MS;
    return { ...session, venue: await placed(deps, session, move), startsAt, endsAt: startsAt + lastsMs };
  });
}

async function changeOne(
  deps: CourseNeeds,
  { id, action }: { id: SessionId; action: `class:${string}` },
  doer: Doer,
  decide: (session: ClassSession, now: EpochMs) => Promise<ClassSession>,
): Promise<ClassSession> {
  return untilStored(async () => {
    const previous = await deps.classSessions.find(id);
    if (previous === null) throw new ApiError("not_found");
    requireReach(previous.venue, doer);
    const now = deps.clock();
    if (previous.state === "cancelled") throw new ApiError("session_cancelled");
    if (previous.startsAt <= now) throw new ApiError("session_started");
    const changed = await decide(previous, now);
    requireReach(changed.venue, doer);
    if (isDeepStrictEqual(changed, previous)) return previous;
    const session = { ...changed, isOnItsOwn: true, revision: previous.revision + 1 };
    const entry = classEntry({
      action,
      subject: { type: "class", id },
      author: doer.author,
      districtCode: session.venue.district.code,
      at: now,
      before: previous,
      after: session,
    });
    const reply = await deps.courses.change({ what: "session", session, previous }, { what: "audit", entry });
    if (reply[0] === "stored") return session;
    if (reply[0] === "seats_taken") throw await seatsTaken(deps, reply);
    return STALE;
  });
}

async function placed(
  deps: CourseNeeds,
  { venue }: ClassSession,
  { venueId = venue.id, room }: Pick<SessionMove, "venueId" | "room">,
): Promise<ClassSession["venue"]> {
  if (venueId === venue.id) return room === undefined ? venue : { ...venue, room };
  const other = await requireVenue(deps, venueId);
  return { ...other, room: room ?? other.room };
}
