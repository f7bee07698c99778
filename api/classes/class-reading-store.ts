import { z } from "zod";
import type { Booking } from "../../shared/classes/booking.js";
import { ClassSession, type SessionId } from "../../shared/classes/class-session.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { UserId } from "../../shared/people/user.js";
import type { TextSealer } from "../people/sealed-text.js";
import { BOOKING_KEYS } from "../redis/booking-keys.js";
import type { Redis } from "../redis/client.js";
import {
  readBookingsScript,
  readClassScript,
  readOwnBookingsScript,
  readRosterScript,
  readTimetableScript,
} from "../redis/scripts/classes/read-classes.js";
import type { PlacedBooking } from "./booking-store.js";
import { rosterWords } from "./roster-words.js";

/** How a session stands at the moment of the question. */
export interface StandingSession {
  session: ClassSession;
  seatsTaken: number;
  /** Seats that are being kept for somebody in the waitlist. */
  seatsOffered: number;
  waiting: number;
  /** The booking of whoever asks; null: none. */
  mine: PlacedBooking | null;
}

export type ClassReadingStore = ReturnType<typeof createClassReadingStore>;

/** More than a district holds in a month. */
const MOST_SESSIONS = 2_000;
/** Beyond these a person finds nothing of use. */
const MOST_OWN = 100;
const ROW_WIDTH = 6;
/** So many sessions' bookings travel together: some thousands at the most. */
const SESSIONS_AT_ONCE = 20;

const Texts = z.array(z.string());
const Row = z.tuple([
  z.string(),
  z.coerce.number(),
  z.coerce.number(),
  z.coerce.number(),
  z.string(),
  z.coerce.number(),
]);

/** What people see of classes: each question is one round trip, whatever it finds, and settles what is due on its way. */
export function createClassReadingStore(redis: Redis, sealer: TextSealer) {
  const { readBooking } = rosterWords(sealer);
  const timetable = redis.createScript<unknown>(readTimetableScript);
  const one = redis.createScript<unknown>(readClassScript);
  const own = redis.createScript<unknown>(readOwnBookingsScript);
  const roster = redis.createScript<unknown>(readRosterScript);
  const bookings = redis.createScript<unknown>(readBookingsScript);
  const values = (...list: (string | number)[]) => list.map(String);

  function readRows(reply: unknown): StandingSession[] {
    const texts = Texts.parse(reply);
    const rows: StandingSession[] = [];
    for (let i = 0; i < texts.length; i += ROW_WIDTH) {
      const [session, seatsTaken, seatsOffered, waiting, mine, position] = Row.parse(texts.slice(i, i + ROW_WIDTH));
      rows.push({
        session: ClassSession.parse(JSON.parse(session)),
        seatsTaken,
        seatsOffered,
        waiting,
        mine: mine === "" ? null : readPlaced(mine, position),
      });
    }
    return rows;
  }

  function readPlaced(document: string, position: number): PlacedBooking {
    return { booking: readBooking(document), position: position === 0 ? null : position };
  }

  return {
    /** Sessions that start at `fromMs` or later and before `toMs`, by start. */
    timetable: async (
      now: EpochMs,
      { fromMs, toMs, userId }: { fromMs: EpochMs; toMs: EpochMs; userId: UserId | null },
    ): Promise<StandingSession[]> =>
      readRows(await timetable.exec(BOOKING_KEYS, values(now, fromMs, toMs, userId ?? "", MOST_SESSIONS))),
    find: async (now: EpochMs, id: SessionId, userId: UserId | null): Promise<StandingSession | null> =>
      readRows(await one.exec(BOOKING_KEYS, values(now, id, userId ?? "")))[0] ?? null,
    /** What a person booked, latest start first, and when they were absent. */
    own: async (now: EpochMs, userId: UserId): Promise<{ booked: StandingSession[]; absences: EpochMs[] }> => {
      const [absences = "", ...rows] = Texts.parse(await own.exec(BOOKING_KEYS, values(now, userId, MOST_OWN)));
      return { booked: readRows(rows), absences: absences === "" ? [] : absences.split(",").map(Number) };
    },
    /** Every booking of some sessions, in no order. */
    bookingsOf: async (now: EpochMs, ids: readonly SessionId[]): Promise<Booking[]> => {
      const found: Booking[] = [];
      for (let from = 0; from < ids.length; from += SESSIONS_AT_ONCE) {
        const some = ids.slice(from, from + SESSIONS_AT_ONCE);
        const documents = Texts.parse(await bookings.exec(BOOKING_KEYS, values(now, ...some)));
        for (const document of documents) found.push(readBooking(document));
      }
      return found;
    },
    /** Everybody who booked a session or walked in, by their number; null: no such session. */
    roster: async (
      now: EpochMs,
      id: SessionId,
    ): Promise<{ standing: StandingSession; entries: PlacedBooking[] } | null> => {
      const reply = Texts.parse(await roster.exec(BOOKING_KEYS, values(now, id)));
      const [standing] = readRows(reply.slice(0, ROW_WIDTH));
      if (standing === undefined) return null;
      const entries: PlacedBooking[] = [];
      for (let i = ROW_WIDTH; i < reply.length; i += 2) entries.push(readPlaced(reply[i] ?? "", Number(reply[i + 1])));
      return { standing, entries: entries.sort((a, b) => a.booking.number - b.booking.number) };
    },
  };
}
