import { describe, expect, it } from "vitest";
import { amenityTiles, otherTiles } from "../../../../../miniapp/src/features/stations/keeper/amenity-tiles.js";
import { applyWrites } from "../../../../../miniapp/src/features/stations/keeper/apply-writes.js";
import { closureEnds } from "../../../../../miniapp/src/features/stations/keeper/closure-ends.js";
import { goodForMs, type KeeperTap } from "../../../../../miniapp/src/features/stations/keeper/keeper-tap.js";
import { readSpans, spanTexts } from "../../../../../miniapp/src/features/stations/keeper/span-text.js";
import { undoOf } from "../../../../../miniapp/src/features/stations/keeper/undo.js";
import { openingOf } from "../../../../../miniapp/src/features/stations/station/opening-of.js";
import type { PendingWrite } from "../../../../../miniapp/src/queue/pending-write.js";
import { HOUR_MS, MINUTE_MS } from "../../../../../shared/common/time.js";
import type { StationDetail } from "../../../../../shared/stations/station-answer.js";
import { cst, cstText, givenDetail, givenHours, givenOpening } from "../../../support/given.js";

const NOW = cst("2026-03-03T10:00");
const id = "st_given";

const close = (until: string | null, reason: string | null = null): KeeperTap => ({
  endpoint: "PUT /stations/:id/closure",
  input: { id, until: until && cstText(until), reason },
});
const reopen: KeeperTap = { endpoint: "DELETE /stations/:id/closure", input: { id } };
const say = (state: "working" | "broken" | "absent", more: object = {}): KeeperTap => ({
  endpoint: "PUT /stations/:id/amenities/:kind",
  input: { id, kind: "microwave", state, ...more },
});
const forget: KeeperTap = { endpoint: "DELETE /stations/:id/amenities/:kind", input: { id, kind: "microwave" } };
const today = (...spans: { opens: number; closes: number }[]): KeeperTap => ({
  endpoint: "PUT /stations/:id/today",
  input: { id, spans },
});
const usualToday: KeeperTap = { endpoint: "DELETE /stations/:id/today", input: { id } };
const confirm: KeeperTap = { endpoint: "POST /stations/:id/confirm", input: { id } };

function pending(tap: KeeperTap, state: PendingWrite["state"] = "waiting"): PendingWrite {
  const progress = {
    key: "k",
    userId: null,
    recordId: id,
    topic: "t",
    madeAt: NOW,
    goodForMs: HOUR_MS,
    attempts: 0,
    retryAt: 0,
  };
  return { ...tap, ...progress, state, failure: null };
}

const entry = (state: "working" | "broken", more: object = {}) => ({
  state,
  note: null,
  since: cstText("2026-03-01T10:00"),
  confirmedAt: null,
  expiresOn: null,
  ...more,
});
const withMicrowave = (state: "working" | "broken", more: object = {}) =>
  givenDetail({ amenities: { microwave: state }, amenityDetails: { microwave: entry(state, more) } });

describe("what a keeper sees before the server has answered", () => {
  const tapped = (station: StationDetail, ...taps: KeeperTap[]) =>
    applyWrites(
      station,
      taps.map((tap) => pending(tap)),
      NOW,
      "keeper",
    );

  it("is every tap, in order", () => {
    const station = tapped(withMicrowave("working"), close("2026-03-03T12:00"), say("broken"), reopen);
    expect(openingOf(station, NOW).state).toBe("open");
    expect(station.amenities.microwave).toBe("broken");
    expect(station.amenityDetails.microwave).toMatchObject({ since: cstText("2026-03-03T10:00") });
  });

  it("shuts the door and says until when", () => {
    expect(openingOf(tapped(givenDetail(), close("2026-03-03T12:00")), NOW)).toMatchObject({
      state: "temporarily_closed",
      opensAt: cstText("2026-03-03T12:00"),
    });
  });

  it("forgets an amenity as the server does", () => {
    expect(tapped(withMicrowave("working"), forget)).toMatchObject({ amenities: {}, amenityDetails: {} });
  });

  it("takes the note with the state, and keeps the date on the medicine", () => {
    const station = withMicrowave("broken", { note: "不转", expiresOn: "2026-12-03" });
    expect(tapped(station, say("broken")).amenityDetails.microwave).toMatchObject({ note: "不转" });
    expect(tapped(station, say("working")).amenityDetails.microwave).toMatchObject({
      note: null,
      expiresOn: "2026-12-03",
    });
  });

  it("gives today its own hours, and takes them back", () => {
    const short = tapped(givenDetail(), today({ opens: 480, closes: 660 }));
    expect(openingOf(short, NOW).changesAt).toBe(cstText("2026-03-03T11:00"));
    expect(openingOf(tapped(short, usualToday), NOW).changesAt).toBe(cstText("2026-03-03T22:30"));
  });

  it("takes back what passers-by said", () => {
    const opening = givenOpening({ state: "reported_closed", changesAt: cstText("2026-03-03T12:00") });
    const station = tapped(givenDetail({ opening }), confirm);
    expect(openingOf(station, NOW).state).toBe("open");
    expect(station).toMatchObject({ verifiedAt: cstText("2026-03-03T10:00"), confirmedBy: "keeper" });
  });

  it("is nothing of what was given up", () => {
    expect(
      applyWrites(withMicrowave("working"), [pending(say("broken"), "failed")], NOW, "keeper").amenities.microwave,
    ).toBe("working");
  });
});

describe("撤销", () => {
  const undone = (station: StationDetail, tap: KeeperTap) => {
    const undo = undoOf(tap, station, NOW);
    return undo && applyWrites(station, [pending(tap), pending(undo)], NOW, "keeper");
  };

  it.each([
    ["a closure of an open door", givenDetail(), close("2026-03-03T12:00")],
    [
      "a later end of a closure",
      givenDetail({
        closure: { from: cstText("2026-03-03T10:00"), until: cstText("2026-03-03T11:00"), reason: "停电停水" },
      }),
      close("2026-03-03T12:00"),
    ],
    [
      "现在开门",
      givenDetail({ closure: { from: cstText("2026-03-03T10:00"), until: null, reason: "天气不好" } }),
      reopen,
    ],
    ["hours of today", givenDetail(), today()],
    [
      "和平常一样",
      givenDetail({
        hours: givenHours({ exceptions: [{ date: "2026-03-03", hours: [{ opens: 480, closes: 660 }] }] }),
      }),
      usualToday,
    ],
    ["the first word on an amenity", givenDetail(), say("broken")],
  ])("brings back what was before %s", (_, station, tap) => {
    // That somebody has looked stays.
    const { services } = undone(station, tap)?.verified ?? station.verified;
    const verified = { ...station.verified, services };
    expect(undone(station, tap)).toEqual({ ...station, opening: openingOf(station, NOW), verified });
  });

  it("brings back an amenity with its note", () => {
    const station = withMicrowave("broken", { note: "不转" });
    expect(undone(station, say("working"))?.amenityDetails.microwave).toMatchObject({ state: "broken", note: "不转" });
    expect(undone(station, forget)?.amenityDetails.microwave).toMatchObject({ state: "broken", note: "不转" });
  });

  it("does not bring back a closure that has ended meanwhile", () => {
    const closure = { from: cstText("2026-03-03T08:00"), until: cstText("2026-03-03T09:00"), reason: null };
    expect(undoOf(close("2026-03-03T12:00"), givenDetail({ closure }), NOW)).toEqual(reopen);
  });

  it("is not offered for a confirmation, which only tells what was seen", () => {
    expect(undoOf(confirm, givenDetail(), NOW)).toBeNull();
  });
});

describe("the ends offered for a closure", () => {
  const ends = (hours = givenHours(), now = NOW) =>
    closureEnds(hours, now).map(({ label, until, reopens }) => [label, new Date(until).toISOString(), reopens]);

  it("are an hour, the rest of today, and tomorrow too, each with when the door opens again", () => {
    expect(ends()).toEqual([
      ["1 小时", cstText("2026-03-03T11:00"), "11:00 再开"],
      ["今天不开了", cstText("2026-03-03T22:30"), "明天 8:30 再开"],
      ["明天也不开", cstText("2026-03-04T22:30"), "后天 8:30 再开"],
    ]);
  });

  it("cover the lunch break and the small hours of tonight's shift", () => {
    const week = Array.from({ length: 7 }, () => [
      { opens: 600, closes: 720 },
      { opens: 1_080, closes: 1_560 },
    ]);
    expect(ends(givenHours({ week }))[1]?.[1]).toBe(cstText("2026-03-04T02:00"));
  });

  it("last until midnight where the hours are over or unknown", () => {
    expect(ends(givenHours(), cst("2026-03-03T23:00"))[1]?.[1]).toBe(cstText("2026-03-04T00:00"));
    const week = Array.from({ length: 7 }, () => "unknown" as const);
    expect(ends(givenHours({ week }))[1]?.slice(1)).toEqual([cstText("2026-03-04T00:00"), "关到凌晨 0:00"]);
  });
});

describe("the tiles", () => {
  const medicine = (expiresOn: string) =>
    givenDetail({
      amenities: { seat: "working", aircon: "broken", first_aid: "working" },
      amenityDetails: { seat: entry("working"), aircon: entry("broken"), first_aid: entry("working", { expiresOn }) },
    });
  const first = (station: StationDetail) => {
    const [tile] = amenityTiles(station, NOW);
    return [tile?.words.kind, tile?.expiry];
  };

  it.each([
    ["2026-04-02", ["first_aid", "4月2日过期"]],
    ["2026-03-03", ["first_aid", "3月3日过期"]],
    ["2026-03-02", ["first_aid", "3月2日已过期"]],
    ["2026-04-03", ["aircon", null]],
  ])("put medicine that is good until %s in its place", (expiresOn, expected) => {
    expect(first(medicine(expiresOn))).toEqual(expected);
  });

  it("show the base kit even where nobody has said anything, and the rest on request, each once", () => {
    const station = medicine("2027-01-01");
    const shown = amenityTiles(station, NOW).map(({ words }) => words.kind);
    const others = otherTiles(station, NOW).map(({ words }) => words.kind);
    expect(shown).toEqual(expect.arrayContaining(["microwave", "toilet", "seat"]));
    expect(others).toContain("wifi");
    expect(new Set([...shown, ...others]).size).toBe(shown.length + others.length);
  });
});

describe("hours in two fields", () => {
  it("are written and read back", () => {
    const spans = [
      { opens: 510, closes: 720 },
      { opens: 1_080, closes: 1_560 },
    ];
    expect(spanTexts(spans)).toEqual([
      { opens: "08:30", closes: "12:00" },
      { opens: "18:00", closes: "02:00" },
    ]);
    expect(readSpans(spanTexts(spans))).toEqual(spans);
    expect(readSpans([{ opens: "00:00", closes: "00:00" }])).toEqual([{ opens: 0, closes: 1_440 }]);
  });

  it("are not taken while a field is empty or the two overlap", () => {
    expect(readSpans([{ opens: "", closes: "12:00" }])).toBeNull();
    expect(
      readSpans([
        { opens: "13:00", closes: "17:00" },
        { opens: "08:00", closes: "13:01" },
      ]),
    ).toBeNull();
  });
});

it("a tap is not sent later than it is true", () => {
  expect(goodForMs(today(), cst("2026-03-03T23:00"))).toBe(HOUR_MS);
  expect(goodForMs(close("2026-03-03T11:00"), NOW)).toBe(HOUR_MS);
  expect(goodForMs(confirm, NOW)).toBe(120 * MINUTE_MS);
});
