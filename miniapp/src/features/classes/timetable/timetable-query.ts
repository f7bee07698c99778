import type { SessionItem } from "../../../../../shared/classes/class-answer";
import { CLASS_CATEGORIES, type ClassCategory } from "../../../../../shared/classes/class-category";
import { distanceMetres } from "../../../../../shared/common/distance";
import type { MapPoint } from "../../../../../shared/common/place";
import { beijingDayNumber, beijingMinuteOfDay, type EpochMs } from "../../../../../shared/common/time";
import { failureOf, isNetworkFailure } from "../../../http/api-failure";
import { serverClock } from "../../../http/server-clock";
import { loadDays } from "../load-days";
import { keepLastTimetable, readLastTimetable } from "./last-timetable";

/** This week and the two after it. */
export const DAYS_SHOWN = 21;

export type DayPart = "morning" | "afternoon" | "evening";

/** What the person asked for with the chips. */
export interface ClassFilters {
  /** Nobody is turned away: 还有名额. */
  withSeats: boolean;
  part: DayPart | null;
  /** Within so many metres; needs a position. */
  withinMetres: number | null;
  category: ClassCategory | null;
}

export const NO_FILTERS: ClassFilters = { withSeats: false, part: null, withinMetres: null, category: null };

export interface TimetableView {
  sessions: SessionItem[];
  /** Set when there is no network and this is what the phone remembers, from then. */
  rememberedFrom: EpochMs | null;
}

/**
 * The classes of three weeks. No position goes out: distances are measured on the phone, which has every hall's place.
 *
 * @throws ApiFailure when there is neither an answer nor one kept from before
 */
export async function loadTimetable(userId: string | null): Promise<TimetableView> {
  try {
    const timetable = await loadDays(DAYS_SHOWN);
    keepLastTimetable(timetable, userId);
    return { sessions: timetable.sessions, rememberedFrom: null };
  } catch (error) {
    const failure = failureOf(error);
    const kept = isNetworkFailure(failure.code) ? readLastTimetable(userId) : null;
    if (kept === null) throw failure;
    serverClock.atLeast(kept.asOf);
    return { sessions: kept.sessions, rememberedFrom: kept.asOf };
  }
}

/** A session to draw, with the way to it where the phone knows from where. */
export interface PlacedSession {
  session: SessionItem;
  metres: number | null;
}

/** What the chips leave, in the order of the list: the nearest hall first, in one hall by the hour. */
export function siftSessions(
  sessions: readonly SessionItem[],
  filters: ClassFilters,
  here: MapPoint | null,
  now: EpochMs,
): PlacedSession[] {
  return sessions
    .map((session) => ({ session, metres: here && distanceMetres(here, session.venue.location) }))
    .filter(({ session }) => Date.parse(session.endsAt) > now)
    .filter((placed) => fits(placed, filters))
    .sort(
      (a, b) =>
        (a.metres ?? 0) - (b.metres ?? 0) ||
        Date.parse(a.session.startsAt) - Date.parse(b.session.startsAt) ||
        (a.session.id < b.session.id ? -1 : 1),
    );
}

function fits({ session, metres }: PlacedSession, { withSeats, part, withinMetres, category }: ClassFilters): boolean {
  if (withSeats && (session.state === "cancelled" || session.seatsLeft === 0)) return false;
  if (part !== null && dayPartOf(Date.parse(session.startsAt)) !== part) return false;
  if (withinMetres !== null && metres !== null && metres > withinMetres) return false;
  return category === null || session.category === category;
}

const NOON_MINUTE = 12 * 60;
const EVENING_MINUTE = 18 * 60;

/** By the hour at which it starts, in Beijing. */
function dayPartOf(at: EpochMs): DayPart {
  const minute = beijingMinuteOfDay(at);
  if (minute < NOON_MINUTE) return "morning";
  return minute < EVENING_MINUTE ? "afternoon" : "evening";
}

/** The Beijing day, counted from 1970-01-01, on which a session is held. */
export function dayOf({ session }: PlacedSession): number {
  return beijingDayNumber(Date.parse(session.startsAt));
}

/** The kinds that are taught in these weeks, in the order of the filter. */
export function categoriesIn(sessions: readonly SessionItem[]): ClassCategory[] {
  return CLASS_CATEGORIES.filter((category) => sessions.some((session) => session.category === category));
}
