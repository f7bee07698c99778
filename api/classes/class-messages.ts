import type { Booking } from "../../shared/classes/booking.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import { type EpochMs, HOUR_MS } from "../../shared/common/time.js";
import type { Dependencies } from "../dependencies.js";
import type { Composers } from "../outbox/composer.js";
import type { OutboxMessage } from "../outbox/outbox-message.js";

const CLASS_PAGE = "visitor/class/index";

interface Standing {
  session: ClassSession;
  booking: Booking;
  now: EpochMs;
}

/** What people are told of their classes; each is dropped when it is true no longer. */
export const classComposers = {
  class_booked: (deps, message) =>
    told(deps, message, ({ session, booking, now }) =>
      booking.state === "confirmed" && session.startsAt > now ? saying(session, "来不了请提前取消") : null,
    ),
  class_waitlist_offered: (deps, message) =>
    told(deps, message, ({ session, booking, now }) =>
      booking.state === "offered" && booking.offerExpiresAt !== null && booking.offerExpiresAt > now
        ? saying(session, "有空位了，请在这之前确认", booking.offerExpiresAt)
        : null,
    ),
  class_reminder_day: (deps, message) => reminder(deps, message, 24, () => "来不了请提前取消"),
  class_reminder_hours: (deps, message) =>
    reminder(deps, message, 2, ({ bring }) => (bring === null ? "快开课了，到场记得签到" : `记得带：${bring}`)),
  class_cancelled: (deps, message) =>
    told(deps, message, ({ session, booking }) => {
      if (booking.state !== "session_cancelled") return null;
      if (session.mergedInto === null) return saying(session, session.cancelledReason ?? "这节课取消了");
      return { ...saying(session, "并到另一节课了，点开看"), page: `${CLASS_PAGE}?id=${session.mergedInto}` };
    }),
  class_changed: (deps, message) =>
    told(deps, message, ({ session, booking, now }) =>
      ["confirmed", "waitlisted", "offered"].includes(booking.state) && session.startsAt > now
        ? saying(session, "时间或地点改了，请看仔细")
        : null,
    ),
} satisfies Composers;

/** A reminder for the start that it was meant for: a class that was moved since has others. */
function reminder(
  deps: Dependencies,
  message: OutboxMessage,
  hoursBefore: number,
  note: (session: ClassSession) => string,
) {
  return told(deps, message, ({ session, booking, now }) => {
    const isMeant = message.dueAt === session.startsAt - hoursBefore * HOUR_MS;
    return isMeant && booking.state === "confirmed" && session.startsAt > now ? saying(session, note(session)) : null;
  });
}

/** How the person stands in the session now; nothing is said where either is gone. */
async function told<Said>(
  { classReadings, clock }: Dependencies,
  { subject, user }: OutboxMessage,
  say: (standing: Standing) => Said | null,
): Promise<Said | null> {
  const now = clock();
  const standing = await classReadings.find(now, subject, user);
  return standing === null || standing.mine === null
    ? null
    : say({ session: standing.session, booking: standing.mine.booking, now });
}

function saying({ id, title, startsAt, venue }: ClassSession, note: string, time: EpochMs = startsAt) {
  const place = venue.room === null ? venue.name : `${venue.name}${venue.room}`;
  return { page: `${CLASS_PAGE}?id=${id}`, content: { title, time, place, note } };
}
