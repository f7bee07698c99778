import { absenceStanding } from "../../shared/classes/absences.js";
import { DEFAULT_BOOKING_RULES } from "../../shared/classes/booking-rules.js";
import type { MyBookings } from "../../shared/classes/class-answer.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { instantText, optionalInstantText } from "../http/instants.js";
import { presentPlace, presentSession } from "./present-class.js";

/** What a person booked: what is to come by start, then what is over, latest first; and what their absences mean. */
export async function listOwnBookings(
  { classReadings, clock }: Pick<Dependencies, "classReadings" | "clock">,
  user: User,
): Promise<MyBookings> {
  const now = clock();
  const { booked, absences } = await classReadings.own(now, user.id);
  const isOver = ({ session }: (typeof booked)[number]) => session.endsAt <= now;
  const inOrder = [...booked.filter((one) => !isOver(one)).reverse(), ...booked.filter(isOver)];
  const { count, pausedUntil, warned } = absenceStanding(absences, DEFAULT_BOOKING_RULES, now);
  return {
    bookings: inOrder.flatMap((standing) =>
      standing.mine === null ? [] : [{ ...presentPlace(standing.mine), session: presentSession(standing) }],
    ),
    absences: { count, pausedUntil: optionalInstantText(pausedUntil), warned },
    asOf: instantText(now),
  };
}
