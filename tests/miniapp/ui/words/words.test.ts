import { describe, expect, it } from "vitest";
import {
  amenitySections,
  amenityWords,
  cardAmenities,
  offeredAmenities,
  shownState,
} from "../../../../miniapp/src/features/stations/amenity-words.js";
import {
  distanceWords,
  entryWords,
  travelTime,
  verifiedWords,
} from "../../../../miniapp/src/features/stations/station-words.js";
import type { FailureCode } from "../../../../miniapp/src/http/api-failure.js";
import { failureWords } from "../../../../miniapp/src/ui/words/failure-words.js";
import type { AmenityKind } from "../../../../shared/amenities/amenity.js";
import { ERRORS } from "../../../../shared/contract/error-codes.js";
import { cst, cstText, givenItem } from "../../support/given.js";

const NOW = cst("2026-03-03T17:35");

describe("distances and times", () => {
  it.each([
    [0, "0 米"],
    [430, "430 米"],
    [999, "999 米"],
    [1_000, "1 公里"],
    [1_240, "1.2 公里"],
    [35_400, "35 公里"],
  ])("%i metres: %s", (metres, words) => {
    expect(distanceWords(metres)).toBe(words);
  });

  it.each([
    [6, "6", "分钟"],
    [59, "59", "分钟"],
    [60, "1", "小时"],
    [80, "1.5", "小时"],
  ])("%i minutes: %s %s", (minutes, number, unit) => {
    expect(travelTime(minutes)).toEqual({ about: "约 ", number, unit });
  });

  it.each([
    [0, "20 分钟以内", "1 公里左右"],
    [9, "20 分钟以内", "1 公里左右"],
    [10, "约 10–20 分钟", "1 公里左右"],
    [59, "约 50–60 分钟", "5 公里左右"],
    [61, "约 1–2 小时", "5 公里左右"],
  ])("%i minutes from a position that is only roughly known: %s, %s", (minutes, words, far) => {
    const { about, number, unit } = travelTime(minutes, true) ?? { about: "", number: "", unit: "" };
    expect([`${about}${number} ${unit}`, distanceWords(minutes * 80, true)]).toEqual([words, far]);
  });
});

describe("why to believe it", () => {
  it.each([
    [null, null, "还没人确认过"],
    [cstText("2026-03-03T08:10"), "keeper" as const, "今天 08:10 站长确认"],
    [cstText("2026-03-02T19:02"), "officer" as const, "昨天 19:02 工会确认"],
    [cstText("2026-02-19T19:02"), null, "12 天前 确认"],
  ])("%s by %s: %s", (verifiedAt, confirmedBy, words) => {
    expect(verifiedWords({ verifiedAt, confirmedBy }, NOW)).toBe(words);
  });

  it.each([
    ["2026-02-02T08:10", "29 天前 站长确认"],
    ["2026-02-01T23:59", "30 天没人确认"],
    ["2025-11-23T08:10", "100 天没人确认"],
  ])("says of a station last confirmed at %s: %s", (at, words) => {
    expect(verifiedWords({ verifiedAt: cstText(at), confirmedBy: "keeper" }, NOW)).toBe(words);
  });

  it("says who may come in and how, and nothing where nothing is known", () => {
    expect(entryWords({ audience: "户外干活的都能进", entryNote: "推门就进" })).toBe("户外干活的都能进 · 推门就进");
    expect(entryWords({ audience: null, entryNote: null })).toBeNull();
  });
});

describe("amenities", () => {
  const station = givenItem({
    amenities: { microwave: "working", aircon: "broken", toilet: "absent", hot_water: "working" },
    unconfirmedAmenities: ["hot_water"],
  });

  it("never calls 没有 what nobody has told us", () => {
    expect(amenityWords("wifi", shownState(station, "wifi"))).toMatchObject({ mark: "?", spoken: "Wi-Fi：不知道" });
    expect(amenityWords("toilet", shownState(station, "toilet"))).toMatchObject({ mark: "–", phrase: "没有卫生间" });
  });

  it("shows apart what stands in a list and nobody has confirmed", () => {
    expect(shownState(station, "hot_water")).toBe("unconfirmed");
    expect(shownState(station, "microwave")).toBe("working");
  });

  it("says what is there, water first, then what is not, and in one line what nobody has told", () => {
    const { told, untold } = cardAmenities(station, ["wifi"]);
    expect(told.map(({ phrase }) => phrase)).toEqual(["热水", "微波炉", "空调坏了", "没有卫生间"]);
    expect(untold).toBe("Wi-Fi、手机充电：没人说过");
  });

  it("names at most six things, but what was asked for in any case", () => {
    const kinds = ["fan", "heating", "aircon", "phone_charge", "microwave", "toilet", "drinking_water", "hot_water"];
    const rich = givenItem({ amenities: Object.fromEntries([...kinds, "locker"].map((kind) => [kind, "working"])) });
    const named = (wanted: AmenityKind[]) => cardAmenities(rich, wanted).told.map(({ kind }) => kind);
    expect(named([])).toEqual(["hot_water", "drinking_water", "toilet", "microwave", "phone_charge", "aircon"]);
    expect(named(["fan", "locker"]).slice(6)).toEqual(["fan", "locker"]);
    expect(cardAmenities(rich, []).untold).toBeNull();
  });

  it("offers to sift by what some station has, the most common first", () => {
    const water = givenItem({ amenities: { drinking_water: "working", toilet: "broken" } });
    expect(offeredAmenities([station, water, givenItem({ amenities: { drinking_water: "working" } })], [])).toEqual([
      "drinking_water",
      "microwave",
      "hot_water",
    ]);
  });

  it("shows the base kit of every station, known or not", () => {
    const shown = amenitySections(givenItem()).flatMap(({ amenities }) => amenities.map(({ kind }) => kind));
    expect(shown).toContain("first_aid");
    expect(shown).not.toContain("locker");
  });
});

it("has a sentence and a way on for every failure", () => {
  const codes: FailureCode[] = ["offline", "timeout", "unreadable", ...(Object.keys(ERRORS) as FailureCode[])];
  for (const code of codes) {
    const { title, advice } = failureWords({ code, sentence: null });
    expect(title, code).not.toBe("");
    expect(advice, code).not.toBe("");
  }
});

it("says what the server says where it has no words of its own", () => {
  const sentence = "这节课取消了，看看别的课";
  expect(failureWords({ code: "session_cancelled", sentence }).advice).toBe(sentence);
});
