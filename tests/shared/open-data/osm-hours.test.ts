import OpeningHours from "opening_hours";
import { describe, expect, it } from "vitest";
import { beijingDayNumber, DAY_MS } from "../../../shared/common/time.js";
import { osmHours } from "../../../shared/open-data/osm-hours.js";
import type { Hours } from "../../../shared/stations/hours.js";
import { parseHoursText } from "../../../shared/stations/hours-text.js";
import { postedAt } from "../../../shared/stations/posted-hours.js";
import { beijing, givenHours } from "../../support/given.js";
import { givenTown } from "../../support/given-town.js";
import { seededRandom } from "../../support/seeded-random.js";

const HALF_HOUR_MS = 1_800_000;
const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** At every half hour of two weeks what the library reads, and what the rule says: `o` open, `u` unknown, `c` closed. */
function bothOf(hours: Hours, fromText: string) {
  const from = beijing(fromText);
  const { text } = osmHours(hours, beijingDayNumber(from));
  const library = new OpeningHours(text, null, 0);
  const said: string[] = [];
  const meant: string[] = [];
  for (let at = from; at < from + 14 * DAY_MS; at += HALF_HOUR_MS) {
    // The library reads a date's local fields: those of Beijing, wherever this runs.
    const fields = new Date(at + BEIJING_OFFSET_MS);
    const local = new Date(
      fields.getUTCFullYear(),
      fields.getUTCMonth(),
      fields.getUTCDate(),
      fields.getUTCHours(),
      fields.getUTCMinutes(),
    );
    said.push(library.getState(local) ? "o" : library.getUnknown(local) ? "u" : "c");
    meant.push({ open: "o", unknown: "u", closed: "c" }[postedAt(hours, at).state]);
  }
  return { text, said: said.join(""), meant: meant.join("") };
}

describe("opening_hours", () => {
  const towns = [11, 12].flatMap((seed) => givenTown(30, seededRandom(seed)));
  const distinct = [...new Map(towns.map(({ hours }) => [JSON.stringify(hours), hours])).values()];

  it.each(["2026-11-24T00:00", "2026-12-25T00:00", "2026-09-25T00:00", "2026-02-10T00:00"])(
    "reads as the hours of every station of the test towns, at every half hour of two weeks from %s",
    (from) => {
      for (const hours of distinct) {
        const { text, said, meant } = bothOf(hours, from);
        expect(said, text).toBe(meant);
      }
    },
  );

  it.each([
    "周一至周五 08:30-12:00,13:00-17:30",
    "18:00-次日2:00",
    "24小时",
    "工作日 9:00-17:00，节假日休息",
    "周一闭馆(法定节假日除外)，其他 9:00-21:00",
    "夏季(5月1日至9月30日)8:00-20:00，冬季 9:00-18:00",
  ])("reads as 「%s」", (written) => {
    const { hours } = parseHoursText(written);
    for (const from of ["2026-09-25T00:00", "2026-12-25T00:00"]) {
      const { text, said, meant } = bothOf(hours, from);
      expect(said, text).toBe(meant);
    }
  });

  it("keeps a night that begins before a day with hours of its own", () => {
    const night = givenHours({
      week: Array.from({ length: 7 }, () => [{ opens: 1_080, closes: 1_560 }]),
      exceptions: [{ date: "2026-12-02", hours: [{ opens: 600, closes: 660 }] }],
    });
    const { text, said, meant } = bothOf(night, "2026-11-30T00:00");
    expect(said, text).toBe(meant);
    expect(text).toContain("2026 Dec 02 00:00-02:00,10:00-11:00");
  });

  it("takes the first of two seasons that hold a day", () => {
    const all = (opens: number) => Array.from({ length: 7 }, () => [{ opens, closes: opens + 60 }]);
    const seasons = [
      { from: "11-20", to: "12-05", week: all(600) },
      { from: "10-01", to: "03-31", week: all(720) },
    ];
    const { text, said, meant } = bothOf(givenHours({ seasons }), "2026-11-24T00:00");
    expect(said, text).toBe(meant);
  });

  it("is never longer than a tag may be where dates fit, and says until when they are told", () => {
    const { text, until } = osmHours(givenHours({ holidays: [] }), beijingDayNumber(beijing("2026-11-24T00:00")));
    expect(text.length).toBeLessThanOrEqual(255);
    expect(until > "2026-12-07").toBe(true);
  });
});
