import type { AmenityKind } from "../amenities/amenity.js";
import type { Check } from "../checks/check.js";
import type { Booking } from "../classes/booking.js";
import type { ClassSession } from "../classes/class-session.js";
import { type BeijingMonth, monthsLater, startOfMonth } from "../common/month.js";
import type { EpochMs } from "../common/time.js";
import type { Station } from "../stations/station.js";
import type { Task } from "../trust/report.js";
import type { Wish } from "../wishes/wish.js";

/** A month as far as it is over. */
export interface MonthSpan {
  month: BeijingMonth;
  from: EpochMs;
  /** Not included: the end of the month, or now while it runs. */
  until: EpochMs;
}

/** An amenity that was broken and, by the record, is not any more. */
export interface BrokenSpell {
  stationId: string;
  kind: AmenityKind;
  /** Since when it was broken; 0: nobody knows. */
  since: EpochMs;
  /** When somebody said otherwise. */
  at: EpochMs;
  /** Whether it worked then; else it was taken away, or nobody says any more. */
  isFixed: boolean;
}

/** Everything that the figures of a month and a reach are made from; null: it is not known any more. */
export interface MonthFacts {
  /** Withdrawn ones too. */
  stations: readonly Pick<Station, "id" | "name" | "createdAt" | "withdrawnAt" | "verified" | "amenities">[];
  /** When somebody at a station saw its door open as posted, from the record: 30 days up to the end of the month. */
  confirmations: readonly { stationId: string; at: EpochMs }[] | null;
  /** Spells that ended in the month or after it, from the record. */
  spells: readonly BrokenSpell[] | null;
  /** What was said to be done about reports in the month, or was held for made up, from the record. */
  answers: readonly { task: Task; at: EpochMs }[] | null;
  /** Made in the month. */
  tasks: readonly Task[];
  /** Made in the month. */
  checks: readonly Check[];
  /** Begun in the month. */
  sessions: readonly ClassSession[];
  /** Of these sessions. */
  bookings: readonly Booking[] | null;
  /** All that were made before the end of the month. */
  wishes: readonly Wish[];
}

/** The month up to now; null: it has not begun. */
export function monthSpan(month: BeijingMonth, now: EpochMs): MonthSpan | null {
  const from = startOfMonth(month);
  return from >= now ? null : { month, from, until: Math.min(now, startOfMonth(monthsLater(month, 1))) };
}
