import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beijingDayNumber, type EpochMs, MINUTE_MS, startOfBeijingDay } from "../../../shared/common/time.js";
import { dayKind } from "../../../shared/stations/calendar.js";
import { type DayHours, Hours, type SpecialDay } from "../../../shared/stations/hours.js";
import { type Door, openingAt, opensForArrival } from "../../../shared/stations/opening.js";
import { beijing } from "./given-hours.js";

/** The rule once more, as slow and as plain as can be: what a person reads off the door, one minute at a time. */
class PlainDoor {
  readonly #hoursOfDate = new Map<string, DayHours>();
  constructor(readonly door: Door) {}

  stateAt(at: EpochMs): string {
    const { closure, reportedClosedUntil } = this.door;
    if (closure && closure.from <= at && (closure.until === null || closure.until > at)) return "temporarily_closed";
    const posted = this.#postedAt(at);
    if (posted !== "closed" && reportedClosedUntil !== null && reportedClosedUntil > at) return "reported_closed";
    return posted;
  }

  #postedAt(at: EpochMs): string {
    const today = this.#wallClock(at);
    const yesterday = this.#wallClock(at - 24 * 60 * MINUTE_MS);
    const hoursToday = this.#hoursOn(today.date);
    const hoursYesterday = this.#hoursOn(yesterday.date);
    if (hoursToday !== "unknown")
      for (const { opens, closes } of hoursToday)
        if (today.minute >= opens && today.minute < Math.min(closes, 1_440)) return "open";
    if (hoursYesterday !== "unknown")
      for (const { closes } of hoursYesterday) if (closes > 1_440 && today.minute < closes - 1_440) return "open";
    return hoursToday === "unknown" ? "unknown" : "closed";
  }

  #wallClock(at: EpochMs): { date: string; minute: number } {
    const text = new Date(at + 8 * 60 * MINUTE_MS).toISOString();
    return { date: text.slice(0, 10), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
  }

  #hoursOn(date: string): DayHours {
    const known = this.#hoursOfDate.get(date);
    if (known) return known;
    const { hours } = this.door;
    const weekday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
    let answer: SpecialDay = "as_week";
    if (dayKind(date) === "holiday") answer = hours.holidays;
    if (dayKind(date) === "adjusted_workday") answer = hours.adjustedWorkdays;
    const inSeason = this.#seasonsOn(date);
    if (dayKind(date) === "holiday" && inSeason[0]?.holidays !== undefined) answer = inSeason[0].holidays;
    for (const named of [...(hours.namedDays ?? [])].reverse()) if (isNamed(date, named.day)) answer = named.hours;
    if (typeof answer === "object" && "week" in answer) answer = answer.week[weekday] ?? "unknown";
    if (answer === "as_week") answer = (inSeason[0]?.week ?? hours.week)[weekday] ?? "unknown";
    for (const exception of hours.exceptions) if (exception.date === date) answer = exception.hours;
    this.#hoursOfDate.set(date, answer);
    return answer;
  }

  #seasonsOn(date: string): Hours["seasons"] {
    const { hours } = this.door;
    return hours.seasons.filter(({ from, to }) => {
      const days = [];
      for (let day = 0; day < 366; day++) days.push(new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10));
      const round = [...days, ...days];
      const start = round.indexOf(from);
      return round.slice(start, round.indexOf(to, start) + 1).includes(date.slice(5));
    });
  }

  /** The first whole minute after `at` and before `end` for which `isWanted` holds. */
  firstMinute(at: EpochMs, end: EpochMs, isWanted: (state: string) => boolean): EpochMs | null {
    for (let minute = Math.floor(at / MINUTE_MS + 1) * MINUTE_MS; minute < end; minute += MINUTE_MS)
      if (isWanted(this.stateAt(minute))) return minute;
    return null;
  }
}

/** Days by name, read off an almanac. */
function isNamed(date: string, name: string): boolean {
  const next = (days: number) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  if (name === "eve-of-holiday") return dayKind(date) !== "holiday" && dayKind(next(1)) === "holiday";
  if (name === "lunar-08-15") return ["2024-09-17", "2025-10-06", "2026-09-25"].includes(date);
  if (name === "national_day") return dayKind(date) === "holiday" && date.slice(5, 7) === "10" && date.slice(8) < "09";
  return name === date.slice(5);
}

const quarter = (most: number) => fc.integer({ min: 0, max: most / 15 }).map((quarters) => quarters * 15);
const span = fc
  .record({ opens: quarter(1_425), length: quarter(1_425), unattended: fc.constantFrom(undefined, true as const) })
  .map(({ opens, length, unattended }) => ({ opens, closes: opens + length + 15, unattended }));
const day: fc.Arbitrary<DayHours> = fc.oneof(
  { weight: 6, arbitrary: fc.array(span, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant<DayHours>([{ opens: 0, closes: 1_440 }]) },
  { weight: 1, arbitrary: fc.constant("unknown" as const) },
);
const week = fc.oneof(
  fc.array(day, { minLength: 7, maxLength: 7 }),
  day.map((same) => Array.from({ length: 7 }, () => same)),
);
const special = fc.oneof(day, fc.constant("as_week" as const), fc.record({ week }));

/** Days around 国庆 with their 调休, around New Year, around a leap day, and in a year that nobody announced. */
const EDGES = ["2026-09-18", "2026-10-05", "2025-12-28", "2024-02-27", "2026-12-28", "2099-09-29"];
const instant = fc
  .record({ start: fc.constantFrom(...EDGES), minute: fc.integer({ min: 0, max: 7 * 1_440 }) })
  .map(({ start, minute }) => beijing(`${start}T00:00`) + minute * MINUTE_MS);
const isoDate = instant.map((at) => new Date(at).toISOString().slice(0, 10));
const monthDay = isoDate.map((date) => date.slice(5));
const hours = fc.record({
  week,
  holidays: special,
  adjustedWorkdays: special,
  seasons: fc.array(
    fc.record({ from: monthDay, to: monthDay, week, holidays: special }, { requiredKeys: ["from", "to", "week"] }),
    { maxLength: 2 },
  ),
  namedDays: fc.array(
    fc.record({
      day: fc.oneof(monthDay, fc.constantFrom("eve-of-holiday", "lunar-08-15", "national_day")),
      hours: fc.oneof(day, fc.constant("as_week" as const)),
    }),
    { maxLength: 2 },
  ),
  exceptions: fc.uniqueArray(fc.record({ date: isoDate, hours: day }), { maxLength: 2, selector: ({ date }) => date }),
  note: fc.constant(null),
});
const scene = fc
  .record({
    at: instant,
    hours,
    arrivesAfter: fc.integer({ min: 0, max: 600 }),
    closesAfter: fc.option(fc.integer({ min: -600, max: 2_000 })),
    closedFor: fc.option(fc.integer({ min: 1, max: 3_000 })),
    reportedFor: fc.option(fc.integer({ min: -60, max: 600 })),
  })
  .map(({ at, hours, arrivesAfter, closesAfter, closedFor, reportedFor }) => {
    const from = at + (closesAfter ?? 0) * MINUTE_MS;
    const until = closedFor === null ? null : from + closedFor * MINUTE_MS;
    const door: Door = {
      hours,
      closure: closesAfter === null ? null : { from, until, reason: null },
      reportedClosedUntil: reportedFor === null ? null : at + reportedFor * MINUTE_MS,
    };
    return { at, arrivesAt: at + arrivesAfter * MINUTE_MS, door };
  });

const RUNS = { numRuns: 200 };
const endOfHorizon = (from: EpochMs) => startOfBeijingDay(beijingDayNumber(from) + 15);

describe("the opening rule agrees with reading the door minute by minute", () => {
  it("on hours that the schema accepts", () => {
    fc.assert(
      fc.property(hours, (sample) => Hours.safeParse(sample).success),
      RUNS,
    );
  });

  it("on the state, and on the half hour before it shuts", () => {
    fc.assert(
      fc.property(scene, ({ at, door }) => {
        const plain = new PlainDoor(door);
        const expected = plain.stateAt(at);
        const change = plain.firstMinute(at, at + 31 * MINUTE_MS, (state) => state !== expected);
        const shuts = expected === "open" && change !== null && plain.stateAt(change) !== "unknown";
        expect(openingAt(door, at).state).toBe(shuts ? "closing_soon" : expected);
      }),
      RUNS,
    );
  });

  it("on the first minute at which the state differs", () => {
    fc.assert(
      fc.property(scene, ({ at, door }) => {
        const plain = new PlainDoor(door);
        const now = plain.stateAt(at);
        const differs = plain.firstMinute(at, endOfHorizon(at), (state) => state !== now);
        expect(openingAt(door, at).changesAt).toBe(differs);
      }),
      RUNS,
    );
  });

  it("on the first minute at which it is open", () => {
    fc.assert(
      fc.property(scene, ({ at, door }) => {
        const plain = new PlainDoor(door);
        const until = plain.stateAt(at) === "temporarily_closed" ? (door.closure?.until ?? at) : at;
        const opens = plain.firstMinute(at, endOfHorizon(until), (state) => state === "open");
        expect(openingAt(door, at).opensAt).toBe(plain.stateAt(at) === "open" ? null : opens);
      }),
      RUNS,
    );
  });

  it("on whether it is open on arrival", () => {
    fc.assert(
      fc.property(scene, ({ at, arrivesAt, door }) => {
        const plain = new PlainDoor(door);
        const then = plain.stateAt(arrivesAt);
        const reported = plain.stateAt(at) === "reported_closed";
        const expected = reported ? false : then === "unknown" ? null : then === "open";
        expect(openingAt(door, at, arrivesAt).openOnArrival).toBe(expected);
        expect(opensForArrival(door, at, arrivesAt)).toBe(expected);
      }),
      RUNS,
    );
  });
});
