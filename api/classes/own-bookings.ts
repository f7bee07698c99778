import { absenceStanding } from "../../shared/classes/absences.js";
import type { Appeal } from "../../shared/classes/appeal.js";
import type { Booking } from "../../shared/classes/booking.js";
import { DEFAULT_BOOKING_RULES } from "../../shared/classes/booking-rules.js";
import type { MyBookings, MyPlace } from "../../shared/classes/class-answer.js";
import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { presentPlace, presentSession } from "./present-class.js";

/** What a person booked: what is to come by start, then what is over, latest first; and what their absences mean. */
export async function listOwnBookings(
  { appeals, classReadings, clock }: Pick<Dependencies, "appeals" | "classReadings" | "clock">,
  user: User,
): Promise<MyBookings> {
  const now = clock();
  const { booked, absences } = await classReadings.own(now, user.id);
  const isOver = ({ session }: (typeof booked)[number]) => session.endsAt <= now;
  const inOrder = [...booked.filter((one) => !isOver(one)).reverse(), ...booked.filter(isOver)];
  const { count, pausedUntil, warned } = absenceStanding(absences, DEFAULT_BOOKING_RULES, now);
  const missed = booked.flatMap(({ mine }) => (mine !== null && isAbsence(mine.booking) ? [mine.booking] : []));
  const appealed = await appeals.findMany(missed.map(({ id }) => id));
  const counts = new Map(missed.map((booking) => [booking.id, howItCounts(booking, appealed)]));
  return {
    bookings: inOrder.flatMap((standing) => {
      if (standing.mine === null) return [];
      const absence = counts.get(standing.mine.booking.id);
      const place = { ...presentPlace(standing.mine), ...(absence === undefined ? {} : { absence }) };
      return [{ ...place, session: presentSession(standing) }];
    }),
    absences: { count, pausedUntil: optionalInstantText(pausedUntil), warned },
    asOf: instantText(now),
  };
}

function isAbsence({ state }: Booking): boolean {
  return state === "absent" || state === "cancelled_late";
}

function howItCounts({ id, waived }: Booking, appealed: readonly Appeal[]): MyPlace["absence"] {
  if (waived) return "waived";
  const appeal = appealed.find(({ bookingId }) => bookingId === id);
  if (appeal === undefined) return "counted";
  return appeal.state === "open" ? "appealed" : "upheld";
}
