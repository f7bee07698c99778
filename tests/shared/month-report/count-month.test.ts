import { describe, expect, it } from "vitest";
import type { Check } from "../../../shared/checks/check.js";
import { beijingMonth, monthsLater } from "../../../shared/common/month.js";
import { DAY_MS } from "../../../shared/common/time.js";
import { spellsEndedBy } from "../../../shared/month-report/broken-spells.js";
import { countFigure } from "../../../shared/month-report/count-month.js";
import { type MonthFacts, type MonthSpan, monthSpan } from "../../../shared/month-report/month-facts.js";
import { MONTH_FIGURE_KEYS, type MonthFigure } from "../../../shared/month-report/month-figures.js";
import { differenceWords, type FigureValue, valueWords } from "../../../shared/month-report/month-report-words.js";
import { beijing, givenAmenity, givenStation } from "../../support/given.js";

const NOW = beijing("2026-11-24T10:00");
const NOTHING: MonthFacts = {
  stations: [givenStation({ id: "st_a", createdAt: 1 })],
  confirmations: [],
  spells: [],
  answers: [],
  tasks: [],
  checks: [],
  sessions: [],
  bookings: [],
  wishes: [],
};
const october = spanOf("2026-10");

function spanOf(month: string): MonthSpan {
  const span = monthSpan(month, NOW);
  if (span === null) throw new Error(`${month} has not begun`);
  return span;
}
const value = (figure: MonthFigure, facts: Partial<MonthFacts> = {}, span = october) =>
  countFigure(figure, { ...NOTHING, ...facts }, span)?.value;
const verified = (open: number | null) => ({ location: null, services: null, open });

describe("a month", () => {
  it("is one of Beijing, and has others before and after it", () => {
    expect(beijingMonth(beijing("2026-11-01T00:00"))).toBe("2026-11");
    expect(beijingMonth(beijing("2026-10-31T23:59"))).toBe("2026-10");
    expect([monthsLater("2026-01", -1), monthsLater("2026-12", 1), monthsLater("2026-11", -12)]).toEqual([
      "2025-12",
      "2027-01",
      "2025-11",
    ]);
  });

  it("runs until now, or until its end; one to come is none", () => {
    expect(spanOf("2026-11")).toEqual({ month: "2026-11", from: beijing("2026-11-01T00:00"), until: NOW });
    expect(october.until).toBe(beijing("2026-11-01T00:00"));
    expect(monthSpan("2026-12", NOW)).toBeNull();
  });
});

describe("what is not known", () => {
  it("is no figure at all in a month that was over before there was a station", () => {
    const stations = [givenStation({ createdAt: beijing("2026-11-02T09:00") })];
    for (const figure of MONTH_FIGURE_KEYS) expect(countFigure(figure, { ...NOTHING, stations }, october)).toBeNull();
    expect(value("stations", { stations }, spanOf("2026-11"))).toBe(1);
  });

  it("is how often doors are open where nobody went, though nothing was found shut", () => {
    expect(value("open_as_posted")).toBeUndefined();
    expect(value("checks")).toBe(0);
  });

  it("is what the record or the bookings would say, where they are gone", () => {
    const facts = { spells: null, answers: null, bookings: null };
    for (const figure of ["fixed", "fixed_days", "still_broken", "reports_answered", "attended"] as const) {
      expect(value(figure, facts)).toBeUndefined();
    }
  });

  it("is said, and is neither 0 nor compared", () => {
    const unknown: FigureValue = { isKnown: false, value: null, of: null, found: null, low: null, high: null };
    const none = { ...unknown, isKnown: true };
    const three = { ...none, value: 3 };
    expect(valueWords("stations", unknown)).toBe("没有记录");
    expect(valueWords("fixed_days", none)).toBe("没有可算的");
    expect(valueWords("stations", { ...none, value: 0 })).toBe("0 个");
    expect(differenceWords("stations", three, unknown)).toBe("不能比");
    expect(differenceWords("stations", three, { ...none, value: 5 })).toBe("少 2 个");
    expect(differenceWords("open_as_posted", { ...none, value: 91.66 }, { ...none, value: 80 })).toBe(
      "多 11.7 个百分点",
    );
    expect(differenceWords("stations", three, three)).toBe("一样");
  });
});

describe("stations", () => {
  it("count in the months in which they were on the lists", () => {
    const stations = [
      givenStation({ createdAt: beijing("2026-09-02T09:00"), withdrawnAt: beijing("2026-10-10T09:00") }),
      givenStation({ createdAt: beijing("2026-10-02T09:00"), withdrawnAt: beijing("2026-11-10T09:00") }),
      givenStation({ createdAt: beijing("2026-11-02T09:00") }),
    ];
    const of = (month: string) =>
      (["stations", "stations_new", "stations_withdrawn"] as const).map((key) =>
        value(key, { stations }, spanOf(month)),
      );
    expect(of("2026-09")).toEqual([1, 1, 0]);
    expect(of("2026-10")).toEqual([1, 1, 1]);
    expect(of("2026-11")).toEqual([1, 1, 1]);
  });

  it("were unconfirmed when nobody saw the door open for more than 30 whole days, whatever was said after the month", () => {
    const later = beijing("2026-11-05T09:00");
    const stations = [
      givenStation({ id: "st_never", createdAt: 1 }),
      givenStation({ id: "st_old", createdAt: 1, verified: verified(october.until - 31 * DAY_MS) }),
      givenStation({ id: "st_just", createdAt: 1, verified: verified(october.until - 31 * DAY_MS + 1) }),
      givenStation({ id: "st_then", createdAt: 1, verified: verified(later) }),
      givenStation({ id: "st_only_later", createdAt: 1, verified: verified(later) }),
    ];
    const confirmations = [
      { stationId: "st_then", at: beijing("2026-10-20T09:00") },
      { stationId: "st_only_later", at: beijing("2026-09-20T09:00") },
      { stationId: "st_only_later", at: later },
    ];
    const rows = countFigure("unconfirmed", { ...NOTHING, stations, confirmations }, october)?.rows ?? [];
    expect(rows.map(({ id }) => id)).toEqual(["st_never", "st_old", "st_only_later"]);
    expect(value("unconfirmed", { stations, confirmations: null })).toBeUndefined();
    expect(value("unconfirmed", { stations, confirmations: null }, spanOf("2026-11"))).toBe(3);
  });
});

describe("amenities", () => {
  const entry = {
    at: beijing("2026-10-05T22:00"),
    author: { userId: null, role: null, way: "page" as const },
    action: "station:set-amenity",
    subject: { type: "station" as const, id: "st_a" },
    districtCode: "640104",
    from: { amenities: { microwave: { ...givenAmenity("broken"), since: beijing("2026-10-03T10:00") } } },
    to: { amenities: { microwave: { ...givenAmenity("working"), since: beijing("2026-10-05T22:00") } } },
  };

  it("were fixed when the record says that they work, after as long as they were broken", () => {
    const spells = spellsEndedBy(entry);
    expect(spells).toEqual([
      { stationId: "st_a", kind: "microwave", since: beijing("2026-10-03T10:00"), at: entry.at, isFixed: true },
    ]);
    expect([value("fixed", { spells }), value("fixed_days", { spells })]).toEqual([1, 2.5]);
    expect([value("fixed", { spells }, spanOf("2026-11")), value("fixed_days", { spells: [] })]).toEqual([0, null]);
  });

  it("take the middle of an even number as the mean of two", () => {
    const spell = (days: number) => ({ ...spellsEndedBy(entry)[0], since: entry.at - days * DAY_MS });
    const spells = [1, 9, 2, 4].map(spell) as NonNullable<MonthFacts["spells"]>;
    expect(value("fixed_days", { spells })).toBe(3);
  });

  it("count what was fixed of which nobody knows since when it was broken, and take no days from it", () => {
    const [known] = spellsEndedBy(entry);
    if (known === undefined) throw new Error("nothing was fixed");
    const spells = [
      { ...known, since: entry.at - 3 * DAY_MS },
      { ...known, since: 0 },
    ];
    expect([value("fixed", { spells }), value("fixed_days", { spells })]).toEqual([2, 3]);
    const rows = countFigure("fixed", { ...NOTHING, spells }, october)?.rows.map(({ words }) => words);
    expect(rows).toEqual(["微波炉，3 天", "微波炉，不知道坏了多久"]);
  });

  it("that were taken away are not fixed; what stays broken ends nothing", () => {
    expect(spellsEndedBy({ ...entry, to: { amenities: {} } })).toMatchObject([{ isFixed: false }]);
    expect(spellsEndedBy({ ...entry, to: entry.from })).toEqual([]);
    expect(spellsEndedBy({ ...entry, from: { name: "甲" }, to: { name: "乙" } })).toEqual([]);
  });

  it("were still broken at the end of the month, fixed since or not", () => {
    const broken = { ...givenAmenity("broken"), since: beijing("2026-10-20T09:00") };
    const stations = [givenStation({ id: "st_a", createdAt: 1, amenities: { hot_water: broken } })];
    const spells = [{ ...entryless(), since: beijing("2026-10-28T09:00"), at: beijing("2026-11-02T09:00") }];
    expect(value("still_broken", { stations, spells })).toBe(2);
    expect(value("still_broken", { stations, spells }, spanOf("2026-11"))).toBe(1);
    expect(value("still_broken", { stations, spells }, spanOf("2026-09"))).toBe(0);
  });

  function entryless() {
    return { stationId: "st_a", kind: "microwave" as const, isFixed: true };
  }
});

describe("how often doors are open", () => {
  const check = (door: "open" | "shut", posted: "open" | "closed"): Check => ({
    id: "ck_00000001",
    roundId: "cr_00000001",
    stationId: "st_a",
    districtCode: "640104",
    at: october.from,
    by: "us_a",
    found: { door, works: {} },
    said: { posted, answered: "open", amenities: {} },
  });

  it("is told of those checks at whose minute the door was said to be open", () => {
    const checks = [check("open", "open"), check("shut", "open"), check("shut", "closed")];
    const posted = countFigure("open_as_posted", { ...NOTHING, checks }, october);
    expect(posted).toMatchObject({ value: 50, share: { of: 2, found: 1 } });
    expect(posted?.rows).toHaveLength(2);
    expect(value("open_as_answered", { checks })).toBeCloseTo(33.33, 1);
    expect(value("checks", { checks })).toBe(3);
  });
});
