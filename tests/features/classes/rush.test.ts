import { describe, expect, it } from "vitest";
import { playRush } from "../../support/rush.js";
import { TRANSPORTS } from "../../support/test-app.js";

const PLAN = { people: 2_000, seats: 30, givers: 10, repeaters: 100 };

/** A machine that is busy with everything else takes its time; no rule depends on it. */
const PATIENCE_MS = 180_000;

describe.each(TRANSPORTS)("2,000 people tapping at once for 30 seats, from one address, over %s", (transport) => {
  it(
    "seats 30, lets the others wait in the order they came, and loses no seat while some give theirs back",
    async () => {
      const { taps, accepted, gaveBack, roster, seatsTaken } = await playRush(transport, PLAN);

      expect([...new Set(taps.map(({ status }) => status))]).toEqual([201]);
      const first = new Map(taps.toReversed().map((tap) => [tap.userId, tap]));
      const states = [...first.values()].map(({ body }) => body.state);
      expect(states.filter((state) => state === "confirmed")).toHaveLength(PLAN.seats);
      expect(states.filter((state) => state === "waitlisted")).toHaveLength(PLAN.people - PLAN.seats);
      // A repeat is answered with the same booking.
      for (const { userId, body } of taps) expect(body.bookingId).toBe(first.get(userId)?.body.bookingId);

      // Nobody twice: one booking and one number each, in the order of arrival.
      expect(roster.map(({ booking }) => booking.number)).toEqual(roster.map((_, i) => i + 1));
      expect(new Set(roster.map(({ booking }) => booking.userId)).size).toBe(PLAN.people);
      const numbers = (state: string) =>
        roster.filter(({ booking }) => booking.state === state).map(({ booking }) => booking.number);
      const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const left = new Set(gaveBack);
      const stayed = roster.slice(0, PLAN.seats).filter(({ booking }) => !left.has(booking.userId));
      expect(numbers("cancelled")).toHaveLength(PLAN.givers);
      // Each seat given back went to the next in line, and to nobody else.
      const heirs = upTo(PLAN.seats + 1, PLAN.seats + PLAN.givers);
      expect(accepted.map(({ status }) => status)).toEqual(heirs.map(() => 200));
      expect(accepted.map(({ body }) => body.number).sort((a, b) => a - b)).toEqual(heirs);
      expect(numbers("confirmed")).toEqual([...stayed.map(({ booking }) => booking.number), ...heirs]);
      expect(seatsTaken).toBe(PLAN.seats);
      expect(numbers("waitlisted")).toEqual(upTo(PLAN.seats + PLAN.givers + 1, PLAN.people));
      expect(roster.flatMap(({ position }) => position ?? [])).toEqual(upTo(1, PLAN.people - PLAN.seats - PLAN.givers));
    },
    PATIENCE_MS,
  );
});
