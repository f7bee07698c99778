import { describe, expect, it } from "vitest";
import { agedOpening, arrivalWords, openingWords } from "../../../../miniapp/src/features/stations/opening-words.js";
import type { OpeningAnswer } from "../../../../shared/stations/station-answer.js";
import { cst, cstText, givenOpening } from "../../support/given.js";

// A Tuesday.
const NOW = cst("2026-03-03T17:35");

const said = (opening: Partial<OpeningAnswer>, now = NOW) => openingWords(givenOpening(opening), now).text;

describe("what is said of a door", () => {
  it.each<[string, Partial<OpeningAnswer>]>([
    ["现在开着", { state: "open" }],
    ["现在开着 · 22:30 关门", { state: "open", changesAt: cstText("2026-03-03T22:30") }],
    ["现在开着 · 凌晨 2:00 关门", { state: "open", changesAt: cstText("2026-03-04T02:00") }],
    ["现在开着 · 明天 5:00 关门", { state: "open", changesAt: cstText("2026-03-04T05:00") }],
    ["现在开着 · 开到今晚 24:00", { state: "open", changesAt: cstText("2026-03-04T00:00") }],
    ["现在开着 · 开到明天 24:00", { state: "open", changesAt: cstText("2026-03-05T00:00") }],
    ["18:00 关门，还有 25 分钟", { state: "closing_soon", changesAt: cstText("2026-03-03T18:00") }],
    ["关着", { state: "closed" }],
    ["关着，19:00 开", { state: "closed", opensAt: cstText("2026-03-03T19:00") }],
    ["关着，明天 7:00 开", { state: "closed", opensAt: cstText("2026-03-04T07:00") }],
    ["关着，后天 7:00 开", { state: "closed", opensAt: cstText("2026-03-05T07:00") }],
    ["关着，周一 8:00 开", { state: "closed", opensAt: cstText("2026-03-09T08:00") }],
    ["关着，3月12日 8:00 开", { state: "closed", opensAt: cstText("2026-03-12T08:00") }],
    ["临时关门，19:00 恢复", { state: "temporarily_closed", opensAt: cstText("2026-03-03T19:00") }],
    ["临时关门，还没说哪天开", { state: "temporarily_closed" }],
    ["有人说门关着", { state: "reported_closed" }],
    ["不知道开没开", { state: "unknown" }],
  ])("%s", (text, opening) => {
    expect(said(opening)).toBe(text);
  });

  it("counts the last minute as one, never as none", () => {
    expect(said({ state: "closing_soon", changesAt: cstText("2026-03-03T18:00") }, cst("2026-03-03T18:00") - 1)).toBe(
      "18:00 关门，还有 1 分钟",
    );
  });

  it("gives every state a mark of its own, so that colour is never alone", () => {
    const states = ["open", "closing_soon", "closed", "temporarily_closed", "reported_closed", "unknown"] as const;
    expect(new Set(states.map((state) => openingWords(givenOpening({ state }), NOW).mark)).size).toBe(states.length);
  });
});

describe("an answer that has grown old", () => {
  const until18 = givenOpening({ changesAt: cstText("2026-03-03T18:00") });

  it("stays open before its last half hour", () => {
    expect(agedOpening(until18, cst("2026-03-03T17:29")).state).toBe("open");
  });

  it("closes soon from half an hour before", () => {
    expect(agedOpening(until18, cst("2026-03-03T17:30")).state).toBe("closing_soon");
  });

  it("is unknown from the minute it was to change", () => {
    expect(agedOpening(until18, cst("2026-03-03T18:00"))).toMatchObject({ state: "unknown", openOnArrival: null });
  });

  it("is kept where nothing was to change", () => {
    const always = givenOpening();
    expect(agedOpening(always, NOW)).toBe(always);
  });
});

describe("what is said of the arrival", () => {
  const opensAt = (time: string) => ({ state: "closed" as const, opensAt: cstText(`2026-03-03T${time}`) });
  it.each<[string | null, Partial<OpeningAnswer>]>([
    ["到那里可能已经关门", { state: "closing_soon", openOnArrival: false }],
    ["到那里正好开门", { ...opensAt("17:55"), openOnArrival: true }],
    ["到那里正好开门", { ...opensAt("17:43"), openOnArrival: true }],
    ["到那里已经开门", { ...opensAt("17:42"), openOnArrival: true }],
    ["到了再等 17 分钟，18:15 开", { ...opensAt("18:15"), openOnArrival: false }],
    ["到了再等 30 分钟，18:28 开", { ...opensAt("18:28"), openOnArrival: false }],
    [null, { ...opensAt("18:29"), openOnArrival: false }],
    [null, { state: "open", openOnArrival: true }],
    [null, { state: "closed", openOnArrival: false }],
    [null, { state: "unknown", openOnArrival: null }],
  ])("%s", (words, opening) => {
    expect(arrivalWords(givenOpening(opening), 23, NOW)).toBe(words);
  });
});
