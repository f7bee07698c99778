import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keys } from "../../../api/redis/keys.js";
import { DEFAULT_BOOKING_RULES } from "../../../shared/classes/booking-rules.js";
import type { ClassSession } from "../../../shared/classes/class-session.js";
import { HOUR_MS } from "../../../shared/common/time.js";
import { ClassModel } from "../../api/classes/model/class-model.js";
import { arbitraryMoves, type Move, play } from "../../api/classes/model/class-moves.js";
import { beijing } from "../../support/given.js";
import { givenSession } from "../../support/given-class.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

const SEEDS = 1_000;
const NOW = beijing("2026-11-24T10:00");
const PEOPLE = ["us_modelaaaa", "us_modelbbbb", "us_modelcccc", "us_modeldddd", "us_modeleeee"];
/** Two that overlap, and one on the next day. */
const STARTS_IN_HOURS = [5, 6, 29];
/** As in earnest but for the absences, of which fewer fit into a short play. */
const RULES = { ...DEFAULT_BOOKING_RULES, mostWaitlistPlaces: 1, absencesToPause: 2, absencesToWarn: 1 };

const arbitraryRooms = fc.tuple(
  ...STARTS_IN_HOURS.map((hours) =>
    fc.record({
      hours: fc.constant(hours),
      capacity: fc.integer({ min: 1, max: 2 }),
      waitlistLimit: fc.integer({ min: 0, max: 3 }),
    }),
  ),
);

describe("booking, played at random against a plain model", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  const roster = async (id: string, now: number) => {
    const found = await test.deps.classReadings.roster(now, id);
    if (found === null) throw new Error(`no session ${id}`);
    return found;
  };

  /** What Redis holds must be what the model holds, and keep the promises whatever the model says. */
  async function compare(model: ClassModel, sessions: readonly ClassSession[]) {
    model.settleAll();
    const held = new Map<string, ClassSession[]>();
    for (const session of sessions) {
      const room = model.rooms.get(session.id);
      const { standing, entries } = await roster(session.id, model.now);
      const inState = (...states: string[]) => entries.filter(({ booking }) => states.includes(booking.state));
      const waiting = entries.filter(({ position }) => position !== null);
      const redis = test.connection.redis;
      expect({
        states: Object.fromEntries(entries.map(({ booking }) => [booking.userId, booking.state])),
        offers: Object.fromEntries(entries.map(({ booking }) => [booking.userId, booking.offerExpiresAt])),
        waived: entries
          .filter(({ booking }) => booking.waived)
          .map(({ booking }) => booking.userId)
          .sort(),
        seats: await redis.zrange(keys.classSeats(session.id), 0, -1),
        waitlist: waiting.sort((a, b) => (a.position ?? 0) - (b.position ?? 0)).map(({ booking }) => booking.userId),
      }).toEqual({
        states: Object.fromEntries([...(room?.places ?? [])].map(([person, { state }]) => [person, state])),
        offers: Object.fromEntries([...(room?.places ?? [])].map(([person, place]) => [person, place.offerExpiresAt])),
        waived: [...(room?.places ?? [])].flatMap(([person, { isWaived }]) => (isWaived ? [person] : [])).sort(),
        seats: room?.seats,
        waitlist: room?.waitlist,
      });
      expect(standing.seatsTaken + standing.seatsOffered).toBeLessThanOrEqual(session.capacity);
      expect(standing.seatsTaken).toBe(inState("confirmed", "attended").length);
      expect(standing.seatsOffered).toBe(inState("offered").length);
      expect(standing.waiting).toBeLessThanOrEqual(session.waitlistLimit);
      expect(new Set(entries.map(({ booking }) => booking.number)).size).toBe(entries.length);
      for (const { booking } of inState("confirmed")) {
        if (session.endsAt > model.now) held.set(booking.userId, [...(held.get(booking.userId) ?? []), session]);
      }
    }
    for (const [person, booked] of held) {
      if (!person.startsWith("us_")) continue;
      expect(booked.length).toBeLessThanOrEqual(RULES.mostBookings);
      const [one, other] = booked;
      if (one && other) expect(one.endsAt <= other.startsAt || other.endsAt <= one.startsAt).toBe(true);
    }
    for (const person of PEOPLE) {
      const { absences } = await test.deps.classReadings.own(model.now, person);
      expect(absences.sort()).toEqual([...model.absencesOf(person).values()].sort());
    }
  }

  it(`answers and keeps the same, in ${SEEDS} plays`, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRooms, arbitraryMoves(STARTS_IN_HOURS.length, PEOPLE.length), async (rooms, moves) => {
        await test.local.clear();
        const sessions = rooms.map(({ hours, ...room }, i) =>
          givenSession({ id: `cs_model_${i}`, startsAt: NOW + hours * HOUR_MS, rules: RULES, ...room }),
        );
        await test.deps.classSessions.put(...sessions.map((session) => ({ session, previous: null })));
        const model = new ClassModel(sessions, NOW);
        let made = 0;
        const stage = {
          model,
          bookings: test.deps.bookings,
          rooms: sessions.map(({ id }) => id),
          people: PEOPLE,
          newId: () => `bk_model${String(++made).padStart(6, "0")}`,
          bookingIdOf: async (room: string, person: string) =>
            (await roster(room, model.now)).entries.find(({ booking }) => booking.userId === person)?.booking.id ??
            null,
        };
        for (const [step, move] of moves.entries()) {
          const { real, model: expected } = await play(stage, move);
          expect(real, told(moves, step)).toBe(expected);
        }
        await compare(model, sessions);
      }),
      { numRuns: SEEDS },
    );
  }, 300_000);
});

function told(moves: readonly Move[], step: number): string {
  return moves
    .slice(0, step + 1)
    .map((move) => JSON.stringify(move))
    .join("\n");
}
