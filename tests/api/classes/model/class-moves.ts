import fc from "fast-check";
import type { Outcome } from "../../../../api/classes/booking-reply.js";
import type { BookingStore, PlacedBooking } from "../../../../api/classes/booking-store.js";
import type { Booking, BookingState } from "../../../../shared/classes/booking.js";
import { MINUTE_MS } from "../../../../shared/common/time.js";
import { givenDeed } from "../../../support/given.js";
import type { Answer, ClassModel } from "./class-model.js";

/** Who makes a move, rather than anybody: it is mostly made by somebody of whom it can come to something. */
const MADE_BY = {
  book: ["cancelled", "lapsed"],
  leave: ["confirmed", "waitlisted", "offered"],
  accept: ["offered"],
  checkIn: ["confirmed", "waitlisted"],
  strike: ["attended"],
  waive: ["absent", "cancelled_late"],
} as const satisfies Record<string, readonly BookingState[]>;

type PersonsMove = keyof typeof MADE_BY;

interface PersonsTurn {
  what: PersonsMove;
  room: number;
  person: number;
  isLikely: boolean;
}

export type Move =
  | PersonsTurn
  | { what: "walkIn"; room: number }
  | { what: "cancelSession"; room: number }
  | { what: "waiveAll"; room: number }
  | { what: "runJob" }
  | { what: "pass"; minutes: number }
  /** The clock goes to so many minutes after the start, if that is still to come. */
  | { what: "goTo"; room: number; minutes: number };

/** Moves of a few people in a few rooms; time passes in steps that reach every edge of the rules. */
export function arbitraryMoves(rooms: number, people: number): fc.Arbitrary<Move[]> {
  const room = fc.nat(rooms - 1);
  const person = fc.nat(people - 1);
  const isLikely = fc.boolean();
  const by = (...moves: [PersonsMove, ...PersonsMove[]]) =>
    fc.record({ what: fc.constantFrom(...moves), room, person, isLikely });
  const minutes = fc.constantFrom(1, 1, 5, 10, 15, 20, 30, 60, 119, 120, 600);
  const edges = fc.constantFrom(-240, -239, -31, -30, -21, -20, -10, -1, 0, 9, 10, 14, 15, 90);
  const move: fc.Arbitrary<Move> = fc.oneof(
    { weight: 20, arbitrary: by("book") },
    { weight: 14, arbitrary: by("leave", "accept") },
    { weight: 8, arbitrary: by("checkIn", "checkIn", "strike", "waive") },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("walkIn" as const), room }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("cancelSession" as const), room }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("waiveAll" as const), room }) },
    { weight: 2, arbitrary: fc.constant({ what: "runJob" as const }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant("pass" as const), minutes }) },
    { weight: 4, arbitrary: fc.record({ what: fc.constant("goTo" as const), room, minutes: edges }) },
  );
  return fc.array(move, { minLength: 1, maxLength: 60, size: "max" });
}

interface Stage {
  model: ClassModel;
  bookings: BookingStore;
  /** Ids of the rooms and of the people, by their number. */
  rooms: readonly string[];
  people: readonly string[];
  newId: () => string;
  /** The latest booking of somebody in a room, which is how staff name them. */
  bookingIdOf: (room: string, person: string) => Promise<string | null>;
}

/** Makes a move in Redis and in the model, and tells what both answered. */
export async function play(stage: Stage, move: Move): Promise<{ real: Answer; model: Answer }> {
  const { model, bookings } = stage;
  const now = model.now;
  if (move.what === "pass") {
    model.now += move.minutes * MINUTE_MS;
    return { real: "", model: "" };
  }
  if (move.what === "runJob") {
    await bookings.settleDue(now, 100);
    model.settleAll();
    return { real: "", model: "" };
  }
  const sessionId = stage.rooms[move.room] ?? "";
  if (move.what === "goTo") {
    model.now = Math.max(now, (model.rooms.get(sessionId)?.session.startsAt ?? 0) + move.minutes * MINUTE_MS);
    return { real: "", model: "" };
  }
  if (move.what === "cancelSession") {
    const real = await bookings.cancelSession(now, { sessionId, reason: "停电" }, audit(now));
    return { real: real.state === "done" ? "cancelled" : whyNot(real), model: model.cancelSession(sessionId) };
  }
  if (move.what === "waiveAll") {
    const real = await bookings.waiveSession(now, sessionId, audit(now));
    return { real: real.state === "done" ? "waived" : whyNot(real), model: model.waiveAll(sessionId) };
  }
  if (move.what === "walkIn") {
    const newId = stage.newId();
    const real = await bookings.walkIn(now, { sessionId, calledBy: "老赵", newId });
    return { real: stateOf(real), model: model.walkIn(sessionId, `walk_${newId}`) };
  }
  const userId = whoMoves(stage, move, sessionId);
  const booker = { sessionId, userId, calledBy: "小王", newId: stage.newId() };
  switch (move.what) {
    case "book":
      return { real: placeOf(await bookings.book(now, booker)), model: model.book(sessionId, userId) };
    case "accept":
      return { real: placeOf(await bookings.accept(now, sessionId, userId)), model: model.accept(sessionId, userId) };
    case "leave": {
      const real = await bookings.leave(now, { sessionId, userId, dates: "all" });
      return { real: real.state === "done" ? real.value : whyNot(real), model: model.leave(sessionId, userId) };
    }
    case "checkIn":
      return { real: stateOf(await bookings.checkIn(now, booker)), model: model.checkIn(sessionId, userId) };
    case "strike":
    case "waive": {
      const bookingId = await stage.bookingIdOf(sessionId, userId);
      const { what } = move;
      const real =
        bookingId === null
          ? ({ state: "missing" } as const)
          : await bookings.keepRoster(now, { sessionId, bookingId, what }, audit(now));
      return { real: stateOf(real), model: model[what](sessionId, userId) };
    }
  }
}

function whoMoves({ model, people }: Stage, { what, person, isLikely }: PersonsTurn, room: string): string {
  const made: readonly BookingState[] = MADE_BY[what];
  const places = [...(model.rooms.get(room)?.places ?? [])];
  const likely = places.filter(([id, { state }]) => people.includes(id) && made.includes(state)).map(([id]) => id);
  const among = isLikely && likely.length > 0 ? likely : people;
  return among[person % among.length] ?? "";
}

function audit(at: number) {
  return {
    ...givenDeed,
    at,
    action: "class:change",
    subject: { type: "class" as const, id: "cs_x" },
    districtCode: null,
    from: {},
    to: {},
  };
}

function placeOf(outcome: Outcome<PlacedBooking>): Answer {
  if (outcome.state !== "done") return whyNot(outcome);
  const { booking, position } = outcome.value;
  return position === null ? booking.state : `${booking.state} ${position}`;
}

function stateOf(outcome: Outcome<Booking>): Answer {
  return outcome.state === "done" ? outcome.value.state : whyNot(outcome);
}

function whyNot(outcome: Exclude<Outcome<unknown>, { state: "done" }>): Answer {
  return outcome.state === "refused" ? outcome.why : "missing";
}
