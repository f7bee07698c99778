import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { type Booking, type BookingId, BookingState } from "../../shared/classes/booking.js";
import { ClassSession, type SessionId } from "../../shared/classes/class-session.js";
import type { RosterMove } from "../../shared/classes/roster-move.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { UserId } from "../../shared/people/user.js";
import type { TextSealer } from "../people/sealed-text.js";
import { BOOKING_KEYS } from "../redis/booking-keys.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { type Renewed, renewFields } from "../redis/renew-values.js";
import { acceptOfferScript, bookClassScript } from "../redis/scripts/classes/book-class.js";
import { cancelClassScript, mergeClassScript } from "../redis/scripts/classes/cancel-class.js";
import { checkInScript, keepRosterScript, waiveClassScript, walkInScript } from "../redis/scripts/classes/check-in.js";
import { forgetBookerScript, leaveClassScript } from "../redis/scripts/classes/leave-class.js";
import { settleDueScript } from "../redis/scripts/classes/read-classes.js";
import { json, type Outcome, Refused, replyOf } from "./booking-reply.js";
import { rosterWords } from "./roster-words.js";

/** A booking with its place in the waitlist, from 1; null: not waiting. */
export interface PlacedBooking {
  booking: Booking;
  position: number | null;
}

interface Booker {
  sessionId: SessionId;
  userId: UserId;
  calledBy: string;
  /** Taken where there is no booking yet. */
  newId: BookingId;
}

export type BookingStore = ReturnType<typeof createBookingStore>;

const Page = z.tuple([z.coerce.string(), z.array(z.coerce.string())]);
const LeaveReply = replyOf(BookingState);
const SessionReply = replyOf(json(ClassSession));

/**
 * Bookings in Redis. Every transition is one script, which reads the session itself, so that seats, starts and rules are
 * never stale, and which first settles what is due (docs/decisions/0015-class-booking.md). What people are called is sealed.
 */
export function createBookingStore(redis: Redis, sealer: TextSealer) {
  const words = rosterWords(sealer);
  const BookingReply = replyOf(words.bookingReply);
  const PlacedReply = z.union([
    z.tuple([z.literal("booked"), words.bookingReply, z.coerce.number()]).transform(([, booking, position]) => ({
      state: "done" as const,
      value: { booking, position: position === 0 ? null : position },
    })),
    Refused,
  ]);
  const scripts = {
    book: redis.createScript<unknown>(bookClassScript),
    accept: redis.createScript<unknown>(acceptOfferScript),
    leave: redis.createScript<unknown>(leaveClassScript),
    forget: redis.createScript<unknown>(forgetBookerScript),
    checkIn: redis.createScript<unknown>(checkInScript),
    walkIn: redis.createScript<unknown>(walkInScript),
    keepRoster: redis.createScript<unknown>(keepRosterScript),
    waive: redis.createScript<unknown>(waiveClassScript),
    cancel: redis.createScript<unknown>(cancelClassScript),
    merge: redis.createScript<unknown>(mergeClassScript),
    settleDue: redis.createScript<unknown>(settleDueScript),
  };
  const run = (name: keyof typeof scripts, now: EpochMs, ...values: (string | number)[]) =>
    scripts[name].exec(BOOKING_KEYS, [now, ...values].map(String));

  return {
    /** Books a session, a term, or joins the waitlist; a repeat is answered with the booking as it stands. */
    book: async (now: EpochMs, { sessionId, userId, calledBy, newId }: Booker): Promise<Outcome<PlacedBooking>> =>
      PlacedReply.parse(await run("book", now, sessionId, userId, words.seal(calledBy), newId)),
    /** Takes the seat that is offered. */
    accept: async (now: EpochMs, sessionId: SessionId, userId: UserId): Promise<Outcome<PlacedBooking>> =>
      PlacedReply.parse(await run("accept", now, sessionId, userId)),
    /**
     * Gives back what a person holds.
     *
     * @param dates of a term `all` dates to come, or this `one`
     */
    leave: async (
      now: EpochMs,
      { sessionId, userId, dates }: { sessionId: SessionId; userId: UserId; dates: "all" | "one" },
    ): Promise<Outcome<BookingState>> => LeaveReply.parse(await run("leave", now, sessionId, userId, dates)),
    /** Checks in somebody who showed the hall's code. */
    checkIn: async (now: EpochMs, { sessionId, userId, calledBy, newId }: Booker): Promise<Outcome<Booking>> =>
      BookingReply.parse(await run("checkIn", now, sessionId, userId, words.seal(calledBy), newId)),
    /** Seats somebody without a phone. */
    walkIn: async (now: EpochMs, { sessionId, calledBy, newId }: Omit<Booker, "userId">): Promise<Outcome<Booking>> =>
      BookingReply.parse(await run("walkIn", now, sessionId, words.seal(calledBy), newId)),
    /** What staff do on the roster. */
    keepRoster: async (
      now: EpochMs,
      { sessionId, bookingId, what }: { sessionId: SessionId; bookingId: BookingId; what: RosterMove },
      audit: AuditEntry,
    ): Promise<Outcome<Booking>> =>
      BookingReply.parse(await run("keepRoster", now, sessionId, bookingId, what, JSON.stringify(audit))),
    /** Lets no absence from a session count. */
    waiveSession: async (now: EpochMs, sessionId: SessionId, audit: AuditEntry): Promise<Outcome<ClassSession>> =>
      SessionReply.parse(await run("waive", now, sessionId, JSON.stringify(audit))),
    cancelSession: async (
      now: EpochMs,
      { sessionId, reason }: { sessionId: SessionId; reason: string },
      audit: AuditEntry,
    ): Promise<Outcome<ClassSession>> =>
      SessionReply.parse(await run("cancel", now, sessionId, reason, JSON.stringify(audit))),
    /** Moves the people of a session into another and cancels it. */
    merge: async (
      now: EpochMs,
      { from, into, reason, newId }: { from: SessionId; into: SessionId; reason: string; newId: BookingId },
      audit: AuditEntry,
    ): Promise<Outcome<ClassSession>> =>
      SessionReply.parse(await run("merge", now, from, into, reason, JSON.stringify(audit), newId)),
    /** Takes a person out of everything they booked. */
    forget: async (now: EpochMs, userId: UserId): Promise<number> => Number(await run("forget", now, userId)),
    /** Seals names under the present key, those in clear too, of the bookings of some sessions. */
    resealNames: async (from: string, sessionsAtOnce: number): Promise<Renewed> => {
      const [cursor, found] = Page.parse(await redis.zscan(keys.classSessionsByStart, from, { count: sessionsAtOnce }));
      const ids = found.filter((_, index) => index % 2 === 0);
      let changed = 0;
      for (const id of ids) changed += await renewFields(redis, keys.classBookings(id), words.renewedBooking);
      return { cursor, changed };
    },
    /** Settles what is due, at most so many sessions. Returns how many there were. */
    settleDue: async (now: EpochMs, most: number): Promise<number> => Number(await run("settleDue", now, most)),
  };
}
