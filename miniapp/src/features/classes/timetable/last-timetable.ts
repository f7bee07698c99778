import type { SessionItem, Timetable } from "../../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../../shared/common/time";
import { keepOnPhone, readFromPhone } from "../../../platform/settings/phone-storage";

interface LastTimetable {
  asOf: EpochMs;
  /** Whose own places it shows; null: nobody was signed in. */
  userId: string | null;
  sessions: SessionItem[];
}

/** Keeps the timetable for the time without network. */
export function keepLastTimetable({ asOf, sessions }: Timetable, userId: string | null): void {
  keepOnPhone("last-timetable", { asOf: Date.parse(asOf), userId, sessions } satisfies LastTimetable);
}

/** What is kept, without the places of somebody else. */
export function readLastTimetable(userId: string | null): Omit<LastTimetable, "userId"> | null {
  const kept = readFromPhone("last-timetable");
  if (typeof kept !== "object" || kept === null) return null;
  const { asOf, userId: keptFor, sessions } = kept as Partial<LastTimetable>;
  if (typeof asOf !== "number" || !Array.isArray(sessions)) return null;
  if (keptFor === userId) return { asOf, sessions };
  return { asOf, sessions: sessions.map(({ mine, ...session }): SessionItem => session) };
}
