import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import type { BookingId } from "../../shared/classes/booking.js";
import type { Roster, RosterEntry, SessionDetail } from "../../shared/classes/class-answer.js";
import type { ClassSession, SessionId } from "../../shared/classes/class-session.js";
import type { RosterMove } from "../../shared/classes/roster-move.js";
import { type Action, mayAt } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { done } from "./booking-outcome.js";
import { presentDetail, presentRosterEntry } from "./present-class.js";
import { readClass } from "./timetable.js";

type Needs = Pick<Dependencies, "bookings" | "classReadings" | "classSessions" | "clock" | "newId">;

/**
 * The session, where this person may do it there: the keepers of its station, the officers of its district.
 *
 * @throws ApiError not_found, not_allowed
 */
export async function sessionFor(
  { classSessions }: Pick<Dependencies, "classSessions">,
  { id, action, user }: { id: SessionId; action: Action; user: User },
): Promise<ClassSession> {
  const session = await classSessions.find(id);
  if (session === null) throw new ApiError("not_found");
  requireAt(session, action, user);
  return session;
}

function requireAt({ venue }: ClassSession, action: Action, user: User): void {
  if (!mayAt(user, action, { id: venue.id, districtCode: venue.district.code })) throw new ApiError("not_allowed");
}

/** Who is coming: what people are called and their numbers, and how each stands. */
export async function readRoster(
  { classReadings, clock }: Pick<Needs, "classReadings" | "clock">,
  id: SessionId,
  user: User,
): Promise<Roster> {
  const now = clock();
  const roster = await classReadings.roster(now, id);
  if (roster === null) throw new ApiError("not_found");
  requireAt(roster.standing.session, "class:keep-roster", user);
  return { session: presentDetail(roster.standing, now), entries: roster.entries.map(presentRosterEntry) };
}

/** Checks somebody in, strikes out a check-in that was made from elsewhere, or lets an absence not count. */
export async function keepRoster(
  deps: Needs,
  { sessionId, bookingId, what }: { sessionId: SessionId; bookingId: BookingId; what: RosterMove },
  doer: Doer,
): Promise<RosterEntry> {
  const session = await sessionFor(deps, { id: sessionId, action: "class:keep-roster", user: doer.user });
  const now = deps.clock();
  const deed = { session, action: `class:${what}`, doer, at: now, from: {}, to: { bookingId } };
  const booking = done(await deps.bookings.keepRoster(now, { sessionId, bookingId, what }, rosterEntry(deed)));
  return presentRosterEntry({ booking, position: null });
}

/** Lets no absence from a session count, in one go: heavy weather, a day of peak orders. */
export async function waiveClass(deps: Needs, id: SessionId, doer: Doer): Promise<SessionDetail> {
  const session = await sessionFor(deps, { id, action: "class:keep-roster", user: doer.user });
  const at = deps.clock();
  const to = { absencesWaived: true };
  const entry = rosterEntry({ session, action: "class:waive-all", doer, at, from: {}, to });
  done(await deps.bookings.waiveSession(at, id, entry));
  return readClass(deps, id, null);
}

/** Seats somebody without a phone, from some minutes after the start on. */
export async function seatWalkIn(
  deps: Needs,
  { sessionId, calledBy }: { sessionId: SessionId; calledBy: string },
  { user }: Doer,
): Promise<RosterEntry> {
  await sessionFor(deps, { id: sessionId, action: "class:keep-roster", user });
  const seated = await deps.bookings.walkIn(deps.clock(), { sessionId, calledBy, newId: deps.newId("bk") });
  return presentRosterEntry({ booking: done(seated), position: null });
}

interface RosterDeed {
  session: ClassSession;
  action: string;
  doer: Doer;
  at: number;
  from: AuditEntry["from"];
  to: AuditEntry["to"];
}

/** The entry in the record of something that was done to the people of a session. */
export function rosterEntry({ session, action, doer, at, from, to }: RosterDeed): AuditEntry {
  return {
    at,
    author: doer.author,
    action,
    subject: { type: "class", id: session.id },
    districtCode: session.venue.district.code,
    from,
    to,
  };
}
