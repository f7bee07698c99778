import type { SessionDetail, Timetable } from "../../shared/classes/class-answer.js";
import type { ClassCategory } from "../../shared/classes/class-category.js";
import type { SessionId } from "../../shared/classes/class-session.js";
import type { VenueId } from "../../shared/classes/course.js";
import { instantText } from "../../shared/common/instant.js";
import type { MapPoint } from "../../shared/common/place.js";
import {
  type BeijingDate,
  beijingDayNumber,
  DAY_MS,
  type EpochMs,
  startOfBeijingDay,
} from "../../shared/common/time.js";
import type { UserId } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { StandingSession } from "./class-reading-store.js";
import { presentDetail, presentSession } from "./present-class.js";

export interface TimetableQuestion {
  /** First and last day in Beijing, both included. */
  from: BeijingDate;
  to: BeijingDate;
  /** Where whoever asks is, GCJ-02; null: not told. */
  at: MapPoint | null;
  category: ClassCategory | null;
  venueId: VenueId | null;
  /** Whose places to show; null: nobody's. */
  userId: UserId | null;
}

type Needs = Pick<Dependencies, "classReadings" | "clock">;

/** The classes of some days: by day and start or, where a position is told, by day and nearest venue. */
export async function readTimetable({ classReadings, clock }: Needs, question: TimetableQuestion): Promise<Timetable> {
  const { from, to, at, category, venueId, userId } = question;
  const now = clock();
  const span = { fromMs: startOfDate(from), toMs: startOfDate(to, 1), userId };
  const isWanted = ({ session }: StandingSession) =>
    (category === null || session.category === category) && (venueId === null || session.venue.id === venueId);
  const found = (await classReadings.timetable(now, span)).filter(isWanted);
  const sessions = found.map((standing) => ({
    day: beijingDayNumber(standing.session.startsAt),
    startsAt: standing.session.startsAt,
    item: presentSession(standing, at),
  }));
  sessions.sort(
    (a, b) =>
      a.day - b.day ||
      (a.item.distanceMetres ?? 0) - (b.item.distanceMetres ?? 0) ||
      a.startsAt - b.startsAt ||
      (a.item.id < b.item.id ? -1 : 1),
  );
  return { sessions: sessions.map(({ item }) => item), asOf: instantText(now) };
}

/** @throws ApiError not_found */
export async function readClass(
  { classReadings, clock }: Needs,
  id: SessionId,
  userId: UserId | null,
): Promise<SessionDetail> {
  const now = clock();
  const standing = await classReadings.find(now, id, userId);
  if (standing === null) throw new ApiError("not_found");
  return presentDetail(standing, now);
}

/** The instant at which a date begins in Beijing, or so many days later. */
export function startOfDate(date: BeijingDate, daysLater = 0): EpochMs {
  return startOfBeijingDay(Date.parse(date) / DAY_MS + daysLater);
}
