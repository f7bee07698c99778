import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import type { Station } from "../../../shared/stations/station.js";
import type { DoorReport } from "../../../shared/trust/reporters.js";
import { afterShutReport, standingReports } from "../../../shared/trust/shut-reports.js";
import { DEFAULT_TRUST_SETTINGS as SETTINGS } from "../../../shared/trust/trust-settings.js";
import { beijing, givenHours, givenStation } from "../../support/given.js";

/** A Tuesday, the door open from 8 to 20. */
const NOW = beijing("2026-11-24T10:00");
const by = (person: string, at = NOW, atDoor = true): DoorReport => ({
  at,
  atDoor,
  person,
  isSettled: false,
  device: null,
  address: `address of ${person}`,
});
/** Nobody vouches for them. */
const unsigned = (address: string): DoorReport => ({ ...by(address), person: null });
const two = [by("a1"), by("a2")];
const report = (station: Partial<Station>, reports: readonly DoorReport[], now = NOW) =>
  afterShutReport(givenStation(station), reports, now, SETTINGS);

describe("what reports of a shut door change", () => {
  it.each<[string, readonly DoorReport[], boolean]>([
    ["one person at the door", [by("a1")], false],
    ["one person, however often", [by("a1"), by("a1"), by("a1")], false],
    ["two at the door", two, true],
    ["one at the door, one from afar", [by("a1"), by("a2", NOW, false)], false],
    ["one at the door, two from afar", [by("a1"), by("a2", NOW, false), by("a3", NOW, false)], true],
    ["three from afar", ["a1", "a2", "a3"].map((one) => by(one, NOW, false)), false],
    ["four from afar", ["a1", "a2", "a3", "a4"].map((one) => by(one, NOW, false)), true],
    ["two within the hour", [by("a1", NOW - 60 * MINUTE_MS + 1), by("a2")], true],
    ["two an hour apart", [by("a1", NOW - 60 * MINUTE_MS), by("a2")], false],
  ])("%s", (_, reports, turns) => {
    expect(report({}, reports)?.reportedClosedUntil).toBe(turns ? NOW + SETTINGS.lapseHours * HOUR_MS : null);
  });

  it.each<[string, Partial<Station>, boolean]>([
    ["open by its hours", {}, true],
    ["of unknown hours", { hours: givenHours({ week: Array.from({ length: 7 }, () => "unknown" as const) }) }, true],
    ["closed by its hours", { hours: givenHours({ week: Array.from({ length: 7 }, () => []) }) }, false],
    ["closed for a while", { closure: { from: NOW, until: null, reason: null } }, false],
    [
      "about to close",
      { hours: givenHours({ week: Array.from({ length: 7 }, () => [{ opens: 480, closes: 601 }]) }) },
      true,
    ],
  ])("turn a station that is %s: %#", (_, station, turns) => {
    expect(report(station, two) !== null).toBe(turns);
  });

  it("count from the last confirmation on", () => {
    const verified = { location: null, services: null, open: NOW - MINUTE_MS };
    const before = by("a1", NOW - MINUTE_MS);
    expect(report({ verified }, [before, by("a2")])?.reportedClosedUntil).toBeNull();
    expect(report({ verified }, two)?.reportedClosedUntil).not.toBeNull();
  });

  it("change nothing when one person who is not at the door reports", () => {
    expect(report({}, [by("a1", NOW, false)])).toBeNull();
  });

  it("do not shorten what stands, and count as one turn with it", () => {
    const shutReports = { doubtedAt: NOW - MINUTE_MS, bySeveral: true, days: 1, turns: 1 };
    const later = NOW + DAY_MS;
    expect(report({ reportedClosedUntil: later, shutReports }, two)).toEqual({
      reportedClosedUntil: later,
      shutReports: { doubtedAt: NOW, bySeveral: true, days: 1, turns: 1 },
    });
  });

  it.each([
    [1, 2 * SETTINGS.lapseHours],
    [2, 4 * SETTINGS.lapseHours],
    [20, 7 * 24],
  ])("last longer after %i turns that nobody answered", (turns, hours) => {
    const shutReports = { doubtedAt: NOW - DAY_MS, bySeveral: true, days: 1, turns };
    expect(report({ shutReports }, two)?.reportedClosedUntil).toBe(NOW + hours * HOUR_MS);
  });

  it("count the days on which they were made, by Beijing's calendar, until somebody answers", () => {
    const lateEvening = beijing("2026-11-23T19:59");
    const shutReports = { doubtedAt: lateEvening, bySeveral: false, days: 1, turns: 0 };
    expect(report({ shutReports }, [by("a1")])?.shutReports?.days).toBe(2);
    expect(report({ shutReports: { ...shutReports, doubtedAt: NOW - HOUR_MS } }, [by("a1")])?.shutReports?.days).toBe(
      1,
    );
    const verified = { location: null, services: null, open: lateEvening };
    expect(report({ shutReports, verified }, [by("a1")])?.shutReports?.days).toBe(1);
    expect(standingReports({ shutReports, verified })).toBeNull();
  });

  it.each<[string, readonly DoorReport[], boolean]>([
    ["one whom nobody vouches for", [unsigned("a1")], false],
    ["twenty whom nobody vouches for", Array.from({ length: 20 }, (_, number) => unsigned(`a${number}`)), false],
    ["one of WeChat and one whom nobody vouches for", [by("a1"), unsigned("a2")], true],
  ])("move a station down and never turn it, made by %s", (_, reports, bySeveral) => {
    expect(report({}, reports)).toEqual({
      reportedClosedUntil: null,
      shutReports: { doubtedAt: NOW, bySeveral, days: 1, turns: 0 },
    });
  });

  it("turn it by settled accounts alone while the brake is on, and by anybody else move it down", () => {
    const settled = two.map((one) => ({ ...one, isSettled: true }));
    const braked = (reports: readonly DoorReport[]) =>
      afterShutReport(givenStation({}), reports, NOW, SETTINGS, "settled");
    expect(braked(settled)?.reportedClosedUntil).toBe(NOW + SETTINGS.lapseHours * HOUR_MS);
    expect(braked([...two, ...settled.slice(0, 1).map((one) => ({ ...one, person: "a3" }))])).toEqual({
      reportedClosedUntil: null,
      shutReports: { doubtedAt: NOW, bySeveral: true, days: 1, turns: 0 },
    });
  });
});
