import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "../../../shared/common/time.js";
import type { Station } from "../../../shared/stations/station.js";
import type { Doubt } from "../../../shared/trust/doubts.js";
import { rankByTrust } from "../../../shared/trust/rank.js";
import { doubtOf } from "../../../shared/trust/trust.js";
import { DEFAULT_TRUST_SETTINGS as SETTINGS } from "../../../shared/trust/trust-settings.js";
import { givenStation } from "../../support/given.js";

const NOW = 1_800_000_000_000;
const confirmed = (ago: number) => ({ verified: { location: null, services: null, open: NOW - ago } });
const reports = (ago: number, more: Partial<NonNullable<Station["shutReports"]>> = {}) => ({
  shutReports: { doubtedAt: NOW - ago, bySeveral: false, days: 1, turns: 0, ...more },
});
const hour = HOUR_MS;

describe("what is not trusted, and why", () => {
  it.each<[string, Partial<Station>, Doubt | null]>([
    ["confirmed now", confirmed(0), null],
    ["confirmed just within a day", confirmed(24 * hour - 1), null],
    ["confirmed a day ago", confirmed(24 * hour), "not_confirmed_lately"],
    ["confirmed just within 30 days", confirmed(30 * DAY_MS - 1), "not_confirmed_lately"],
    ["confirmed 30 days ago", confirmed(30 * DAY_MS), "long_unconfirmed"],
    ["never confirmed", {}, "long_unconfirmed"],
    ["reported since", { ...confirmed(hour), ...reports(0) }, "reported_shut"],
    ["reported at the instant it was confirmed", { ...confirmed(hour), ...reports(hour) }, null],
    ["reported before it was confirmed", { ...confirmed(hour), ...reports(2 * hour) }, null],
    ["reported almost six hours ago", { ...confirmed(10 * hour), ...reports(6 * hour - 1) }, "reported_shut"],
    ["reported six hours ago", { ...confirmed(10 * hour), ...reports(6 * hour) }, null],
    ["reported by several", { ...confirmed(10 * hour), ...reports(hour, { bySeveral: true }) }, "reported_by_several"],
    ["reported by several six hours ago", { ...confirmed(10 * hour), ...reports(6 * hour, { bySeveral: true }) }, null],
    ["reported on two days", { ...confirmed(10 * DAY_MS), ...reports(5 * DAY_MS, { days: 2 }) }, "reported_often"],
    ["reported on two days, and answered", { ...confirmed(hour), ...reports(2 * hour, { days: 2 }) }, null],
    ["turned", { ...confirmed(hour), reportedClosedUntil: NOW + 1 }, "reported_closed"],
    ["turned, and lapsed", { ...confirmed(hour), reportedClosedUntil: NOW }, null],
  ])("%s", (_, station, doubt) => {
    expect(doubtOf(givenStation(station), NOW, SETTINGS)).toBe(doubt);
  });
});

const FRESH = confirmed(hour);
const STALE = confirmed(2 * DAY_MS);
const SHUT = { ...FRESH, ...reports(0) };
const SEVERAL = { ...FRESH, ...reports(0, { bySeveral: true }) };
const TURNED = { ...FRESH, reportedClosedUntil: NOW + 1 };

describe("the order by trust", () => {
  it.each<[string, [string, number, Partial<Station>][], string, string]>([
    [
      "nothing to doubt: by distance",
      [
        ["a", 1, FRESH],
        ["b", 2, FRESH],
      ],
      "a b",
      "- -",
    ],
    [
      "all doubted alike: by distance",
      [
        ["a", 1, STALE],
        ["b", 2, STALE],
      ],
      "a b",
      "- -",
    ],
    [
      "a doubtful one goes below a trustworthy one 3 minutes further",
      [
        ["a", 1, STALE],
        ["b", 4, FRESH],
      ],
      "b a",
      "- not_confirmed_lately",
    ],
    [
      "and not below one 4 minutes further",
      [
        ["a", 1, STALE],
        ["b", 5, FRESH],
      ],
      "a b",
      "- -",
    ],
    [
      "one said to be shut just now goes below one 8 minutes further",
      [
        ["a", 1, SHUT],
        ["b", 9, FRESH],
      ],
      "b a",
      "- reported_shut",
    ],
    [
      "and not below one 9 minutes further",
      [
        ["a", 1, SHUT],
        ["b", 10, FRESH],
      ],
      "a b",
      "- -",
    ],
    [
      "at the same distance too",
      [
        ["a", 1, STALE],
        ["b", 1, FRESH],
      ],
      "b a",
      "- not_confirmed_lately",
    ],
    [
      "of two doubts the lighter one goes first",
      [
        ["a", 1, SHUT],
        ["b", 2, STALE],
      ],
      "b a",
      "- reported_shut",
    ],
    [
      "a light doubt does not go below a grave one",
      [
        ["a", 1, STALE],
        ["b", 2, SHUT],
      ],
      "a b",
      "- -",
    ],
    [
      "nobody is sent further than the nearest allows, by way of another",
      [
        ["a", 1, SHUT],
        ["b", 7, STALE],
        ["c", 10, FRESH],
      ],
      "b a c",
      "- reported_shut -",
    ],
    [
      "several reports weigh more: 15 minutes",
      [
        ["a", 1, SEVERAL],
        ["b", 16, FRESH],
      ],
      "b a",
      "- reported_by_several",
    ],
    [
      "and not 16",
      [
        ["a", 1, TURNED],
        ["b", 17, FRESH],
      ],
      "a b",
      "- -",
    ],
    [
      "below a grave doubt the nearest of the others goes first, not the best of them",
      [
        ["a", 1, TURNED],
        ["b", 2, STALE],
        ["c", 14, FRESH],
      ],
      "b c a",
      "- - reported_closed",
    ],
    [
      "the trustworthy ones in between keep their order",
      [
        ["a", 1, SHUT],
        ["b", 2, FRESH],
        ["c", 3, FRESH],
        ["d", 10, FRESH],
      ],
      "b c a d",
      "- - reported_shut -",
    ],
  ])("%s", (_, stations, order, moved) => {
    const items = stations.map(([name, minutes, station]) => ({ name, minutes, station: givenStation(station) }));
    const ranked = rankByTrust(items, NOW, SETTINGS);
    expect(ranked.map(({ item }) => item.name).join(" ")).toBe(order);
    expect(ranked.map(({ movedBelow }) => movedBelow ?? "-").join(" ")).toBe(moved);
  });

  it("gives as many places as are asked for", () => {
    const items = [1, 2, 3].map((minutes) => ({ minutes, station: givenStation(FRESH) }));
    expect(rankByTrust(items, NOW, SETTINGS, 2)).toHaveLength(2);
    expect(rankByTrust([], NOW, SETTINGS, 2)).toEqual([]);
  });
});
