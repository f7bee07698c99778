import { describe, expect, it } from "vitest";
import { beijingDayNumber } from "../../../shared/common/time.js";
import { factLabel, factsOf, servicesOf } from "../../../shared/public-lists/station-facts.js";
import { unknownHours } from "../../../shared/stations/hours-text.js";
import { alwaysOpenHours, beijing, givenAmenity, givenHours, givenStation } from "../../support/given.js";

const monday = beijingDayNumber(beijing("2026-11-23T00:00"));
const week = (opens: number, closes: number, days = 7) =>
  givenHours({ week: Array.from({ length: 7 }, (_, day) => (day < days ? [{ opens, closes }] : [])) });
const hoursFacts = (hours: ReturnType<typeof givenHours>) => factsOf(givenStation({ hours }), monday);

describe("what a station counts for", () => {
  it("tells services from kit, and kit that is broken from both", () => {
    const amenities = {
      legal_aid: givenAmenity(),
      clinic: givenAmenity("broken"),
      microwave: givenAmenity(),
      toilet: givenAmenity("broken"),
      wifi: givenAmenity("absent"),
    };
    expect(servicesOf({ amenities })).toEqual([{ key: "legal_aid", label: "法律咨询" }]);
    const facts = factsOf(givenStation({ amenities }), monday);
    expect(facts).toEqual(["service:legal_aid", "kit:microwave", "broken:toilet", "hours:weekend"]);
  });

  it.each([
    ["round the clock", alwaysOpenHours, ["hours:always", "hours:late", "hours:weekend"]],
    ["until ten at night", week(480, 1_320), ["hours:late", "hours:weekend"]],
    ["until nine", week(480, 1_260), ["hours:weekend"]],
    ["on working days alone", week(480, 1_320, 5), ["hours:late"]],
    ["nobody knows when", unknownHours(), ["hours:unknown"]],
  ])("is open %s", (_, hours, facts) => {
    expect(hoursFacts(hours)).toEqual(facts);
  });

  it("has words for each, and none for what there is not", () => {
    expect(factLabel("service:legal_aid")).toBe("法律咨询");
    expect(factLabel("hours:late")).toBe("晚上 9 点还开着");
    expect(factLabel("kit:nothing")).toBeNull();
    expect(factLabel("hours:microwave")).toBeNull();
    expect(factLabel("constructor")).toBeNull();
  });
});
