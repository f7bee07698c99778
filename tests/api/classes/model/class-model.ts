import { absenceStanding } from "../../../../shared/classes/absences.js";
import type { BookingState } from "../../../../shared/classes/booking.js";
import type { ClassSession } from "../../../../shared/classes/class-session.js";
import { MINUTE_MS } from "../../../../shared/common/time.js";
import { offerExpiresAt } from "./offer-model.js";

interface Place {
  state: BookingState;
  offerExpiresAt: number | null;
  isStruck: boolean;
  isWalkIn: boolean;
  isWaived: boolean;
}

interface Room {
  session: ClassSession;
  isCancelled: boolean;
  isWaived: boolean;
  closed: "held" | "cancelled" | null;
  seats: string[];
  /** Nobody is in two of these three lists. */
  offers: string[];
  waitlist: string[];
  places: Map<string, Place>;
}

/** What a move answers: a state with a place in the waitlist, or why not. */
export type Answer = string;

/** The rules of booking as one would write them for a few people in one room: lists, and no thought of speed or races. */
export class ClassModel {
  readonly rooms: Map<string, Room>;
  readonly absences = new Map<string, Map<string, number>>();

  constructor(
    sessions: readonly ClassSession[],
    public now: number,
  ) {
    this.rooms = new Map(
      sessions.map((session) => [
        session.id,
        {
          session,
          isCancelled: false,
          isWaived: false,
          closed: null,
          seats: [],
          offers: [],
          waitlist: [],
          places: new Map(),
        },
      ]),
    );
  }

  settleAll(): void {
    for (const id of this.rooms.keys()) this.settle(id);
  }

  book(id: string, person: string): Answer {
    const room = this.settle(id);
    const present = room.places.get(person);
    if (present && isActive(present)) return this.answer(room, person);
    if (room.isCancelled) return "session_cancelled";
    if (this.now >= room.session.startsAt) return "session_started";
    const { seats, waits } = this.holdings(person);
    const { rules, waitlistLimit } = room.session;
    if (this.standing(person, room).pausedUntil !== null) return "booking_paused";
    if (seats.some((other) => overlap(other, room.session))) return "overlapping_booking";
    if (room.waitlist.length === 0 && freeSeats(room) > 0) {
      if (seats.length >= rules.mostBookings) return "too_many_bookings";
      this.seat(room, person, newPlace("confirmed"));
    } else {
      if (room.waitlist.length >= waitlistLimit) return "waitlist_full";
      if (waits >= rules.mostWaitlistPlaces) return "too_many_waitlist_places";
      room.places.set(person, newPlace("waitlisted"));
      room.waitlist.push(person);
    }
    this.settle(id);
    return this.answer(room, person);
  }

  accept(id: string, person: string): Answer {
    const room = this.settle(id);
    const place = room.places.get(person);
    if (!place) return "not_booked";
    if (place.state === "confirmed" || place.state === "attended") return this.answer(room, person);
    if (room.isCancelled) return "session_cancelled";
    if (this.now >= room.session.startsAt) return "session_started";
    if (place.state === "lapsed") return "offer_expired";
    if (place.state === "waitlisted") return "no_offer";
    if (place.state !== "offered") return "not_booked";
    const { seats } = this.holdings(person);
    if (seats.some((other) => overlap(other, room.session))) return "overlapping_booking";
    if (seats.length >= room.session.rules.mostBookings) return "too_many_bookings";
    this.seat(room, person, { ...place, state: "confirmed", offerExpiresAt: null });
    return this.answer(room, person);
  }

  leave(id: string, person: string): Answer {
    const room = this.settle(id);
    const place = room.places.get(person);
    if (!place) return "not_booked";
    if (place.state === "attended") return "already_checked_in";
    if (isActive(place)) {
      const { startsAt, rules } = room.session;
      if (this.now >= startsAt) return "session_started";
      const wasLate = this.now > startsAt - rules.cancelBeforeMinutes * MINUTE_MS;
      const isLate = place.state === "confirmed" && wasLate && !room.isWaived;
      if (isLate) this.endAsAbsence(room, person, "cancelled_late", this.now);
      else this.end(room, person, "cancelled");
      this.settle(id);
    }
    return room.places.get(person)?.state ?? "";
  }

  checkIn(id: string, person: string): Answer {
    const room = this.settle(id);
    const place = room.places.get(person);
    if (place?.state === "attended") return "attended";
    const refusal = this.checkInRefusal(room);
    if (refusal !== null) return refusal;
    if (place?.isStruck) return "check_in_struck";
    if (place?.state === "confirmed") {
      this.seat(room, person, { ...place, state: "attended" });
      return "attended";
    }
    const isHere = place !== undefined && isActive(place);
    const noSeat = this.walkInRefusal(room);
    if (noSeat !== null) return noSeat === "walk_in_not_open" && !isHere ? "not_booked" : noSeat;
    this.seat(room, person, {
      ...(isHere ? place : newPlace("attended")),
      state: "attended",
      offerExpiresAt: null,
      isWalkIn: true,
    });
    this.settle(id);
    return "attended";
  }

  walkIn(id: string, person: string): Answer {
    const room = this.settle(id);
    const refusal = this.walkInRefusal(room);
    if (refusal !== null) return refusal;
    this.seat(room, person, { ...newPlace("attended"), isWalkIn: true });
    return "attended";
  }

  strike(id: string, person: string): Answer {
    const room = this.settle(id);
    const place = room.places.get(person);
    if (!place) return "missing";
    if (place.state !== "attended") return place.isStruck ? place.state : "not_booked";
    place.isStruck = true;
    if (place.isWalkIn) this.end(room, person, "cancelled");
    else if (room.closed !== null) this.markAbsent(room, person);
    else place.state = "confirmed";
    return place.state;
  }

  waive(id: string, person: string): Answer {
    const place = this.settle(id).places.get(person);
    if (!place) return "missing";
    if (place.isWaived) return place.state;
    if (!this.absencesOf(person).delete(id)) return "not_absent";
    place.isWaived = true;
    return place.state;
  }

  waiveAll(id: string): Answer {
    const room = this.settle(id);
    if (room.isCancelled) return "session_cancelled";
    room.isWaived = true;
    for (const [person, place] of room.places) {
      if (place.state !== "absent" && place.state !== "cancelled_late") continue;
      place.isWaived = true;
      this.absencesOf(person).delete(id);
    }
    return "waived";
  }

  cancelSession(id: string): Answer {
    const room = this.settle(id);
    if (!room.isCancelled && this.now >= room.session.endsAt) return "session_over";
    room.isCancelled = true;
    this.settle(id);
    return "cancelled";
  }

  /** How a person's absences count under the rules of a session. */
  standing(person: string, { session }: Pick<Room, "session">) {
    return absenceStanding([...this.absencesOf(person).values()], session.rules, this.now);
  }

  absencesOf(person: string): Map<string, number> {
    const found = this.absences.get(person) ?? new Map<string, number>();
    this.absences.set(person, found);
    return found;
  }

  private settle(id: string): Room {
    const room = this.rooms.get(id);
    if (!room) throw new Error(`no room ${id}`);
    const { startsAt, rules } = room.session;
    if (room.isCancelled) {
      if (room.closed !== "cancelled") this.letGo(room);
      return room;
    }
    if (room.closed !== null) return room;
    for (const person of [...room.offers]) {
      const until = room.places.get(person)?.offerExpiresAt ?? 0;
      if (until <= this.now || this.now >= startsAt) this.end(room, person, "lapsed");
    }
    if (this.now >= startsAt + rules.checkInAfterMinutes * MINUTE_MS) {
      for (const person of [...room.seats])
        if (room.places.get(person)?.state === "confirmed") this.markAbsent(room, person);
      for (const person of [...room.waitlist]) this.end(room, person, "lapsed");
      room.closed = "held";
      return room;
    }
    const until = offerExpiresAt(startsAt, rules.offerMinutes, this.now);
    while (until !== null && freeSeats(room) > 0) {
      const person = room.waitlist.shift();
      if (person === undefined) break;
      room.offers.push(person);
      Object.assign(room.places.get(person) ?? {}, { state: "offered", offerExpiresAt: until });
    }
    return room;
  }

  private letGo(room: Room): void {
    for (const [person, place] of room.places) {
      this.absencesOf(person).delete(room.session.id);
      if (place.state === "cancelled_late") place.isWaived = true;
      else if (place.state === "absent" || (isActive(place) && place.state !== "attended"))
        this.end(room, person, "session_cancelled");
    }
    room.closed = "cancelled";
  }

  private holdings(person: string) {
    const present = [...this.rooms].filter(([, { places }]) => isActive(places.get(person) ?? newPlace("cancelled")));
    const held = present.map(([id]) => this.settle(id)).filter((room) => !room.isCancelled);
    const of = (...states: BookingState[]) =>
      held
        .filter((room) => states.includes(room.places.get(person)?.state ?? "cancelled"))
        .map(({ session }) => session);
    return {
      seats: of("confirmed", "attended").filter(({ endsAt }) => endsAt > this.now),
      waits: of("waitlisted", "offered").filter(({ startsAt }) => startsAt > this.now).length,
    };
  }

  private seat(room: Room, person: string, place: Place): void {
    if (!room.seats.includes(person)) {
      remove(room, person);
      room.seats.push(person);
    }
    room.places.set(person, place);
    this.absencesOf(person).delete(room.session.id);
  }

  private end(room: Room, person: string, state: BookingState): void {
    remove(room, person);
    const place = room.places.get(person);
    if (place) Object.assign(place, { state, offerExpiresAt: null });
  }

  private markAbsent(room: Room, person: string): void {
    this.endAsAbsence(room, person, "absent", room.session.startsAt);
  }

  private endAsAbsence(room: Room, person: string, state: BookingState, at: number): void {
    this.end(room, person, state);
    if (!room.isWaived) this.absencesOf(person).set(room.session.id, at);
    const place = room.places.get(person);
    if (place) place.isWaived = room.isWaived;
  }

  private checkInRefusal({ isCancelled, session: { startsAt, rules } }: Room): Answer | null {
    if (isCancelled) return "session_cancelled";
    if (this.now < startsAt - rules.checkInBeforeMinutes * MINUTE_MS) return "check_in_not_open";
    return this.now >= startsAt + rules.checkInAfterMinutes * MINUTE_MS ? "check_in_closed" : null;
  }

  private walkInRefusal(room: Room): Answer | null {
    const { startsAt, endsAt, rules } = room.session;
    if (room.isCancelled) return "session_cancelled";
    if (this.now < startsAt + rules.walkInAfterMinutes * MINUTE_MS) return "walk_in_not_open";
    if (this.now >= endsAt) return "session_over";
    return freeSeats(room) > 0 ? null : "no_seat_free";
  }

  private answer(room: Room, person: string): Answer {
    const index = room.waitlist.indexOf(person);
    return index < 0 ? (room.places.get(person)?.state ?? "") : `waitlisted ${index + 1}`;
  }
}

function newPlace(state: BookingState): Place {
  return { state, offerExpiresAt: null, isStruck: false, isWalkIn: false, isWaived: false };
}

function isActive({ state }: Place): boolean {
  return ["confirmed", "waitlisted", "offered", "attended"].includes(state);
}

function freeSeats({ session, seats, offers }: Room): number {
  return session.capacity - seats.length - offers.length;
}

function overlap(one: ClassSession, other: ClassSession): boolean {
  return one.id !== other.id && one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

function remove(room: Room, person: string): void {
  for (const list of [room.seats, room.offers, room.waitlist]) {
    const at = list.indexOf(person);
    if (at >= 0) list.splice(at, 1);
  }
}
