import { latLngToCell } from "h3-js";
import { describe, expect, it } from "vitest";
import { coverageOf, halfHoursFrom } from "../../../shared/circle/coverage.js";
import { nextSteps } from "../../../shared/circle/next-steps.js";
import { stepSentence, streetsIn } from "../../../shared/circle/step-words.js";
import type { StepsQuestion } from "../../../shared/circle/steps-question.js";
import { beijingDayNumber } from "../../../shared/common/time.js";
import { maskOf } from "../../../shared/stations/nearest/amenity-mask.js";
import { coreOf } from "../../../shared/stations/nearest/station-core.js";
import type { Station } from "../../../shared/stations/station.js";
import { beijing, givenAmenity, givenHours, givenStation } from "../../support/given.js";

const MONDAY = beijingDayNumber(beijing("2026-11-30T00:00"));
const at = (longitude: number) => ({ latitude: 34.75, longitude });
const week = (opens: number, closes: number) => Array.from({ length: 7 }, () => [{ opens, closes }]);

function question(stations: readonly Station[], asked: Partial<StepsQuestion> = {}): StepsQuestion {
  return {
    stations: stations.map(coreOf),
    firstDay: MONDAY,
    reachMetres: 1_000,
    amenities: maskOf([]),
    budget: { stationHours: 0, sites: 0, mends: 0 },
    siteHours: { opens: 240, closes: 1_380 },
    fixed: [],
    forbidden: [],
    days: "week",
    weights: "demand",
    demand: [],
    people: null,
    wished: [],
    ...asked,
  };
}

describe("the next steps", () => {
  it("have a station open for longer, in one step where blocks follow each other, and never where another is open", () => {
    const day = givenStation({ location: at(113.6), hours: givenHours({ week: week(480, 1_200) }) });
    const always = givenStation({ location: at(113.7), hours: givenHours({ week: week(0, 1_440) }) });
    const { steps } = nextSteps(question([day, always], { budget: { stationHours: 20, sites: 0, mends: 0 } }));
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ kind: "hours", station: 0, days: "weekdays", stationHours: 20 });
  });

  it("gain what coverage says when they are done", () => {
    const day = givenStation({ location: at(113.6), hours: givenHours({ week: week(480, 1_200) }) });
    const far = givenStation({ location: at(113.64), hours: givenHours({ week: week(480, 1_200) }) });
    const found = nextSteps(question([day, far], { budget: { stationHours: 0, sites: 2, mends: 0 } }));
    const cellHours = (stations: Station[]) =>
      coverageOf({ ...question(stations), instants: halfHoursFrom(MONDAY, 7), basis: "posted" });
    const own = new Set(found.ids);
    const sites = found.steps.map((step) => {
      if (step.kind !== "site") throw new Error("no site");
      return givenStation({ location: step, hours: givenHours({ week: week(240, 1_380) }) });
    });
    const after = cellHours([day, far, ...sites]);
    let covered = 0;
    for (const [cell, id] of after.ids.entries()) {
      if (!own.has(id)) continue;
      for (let time = 0; time < 336; time++) {
        const word = after.open[cell * after.words + (time >>> 5)] ?? 0;
        covered += (word >>> (time & 31)) & 1;
      }
    }
    const gained = found.steps.reduce((sum, { gainCellHours }) => sum + gainCellHours, 0);
    expect(found.coveredCellHours + gained).toBe(covered / 2);
  });

  it("put no site where none may be, and count those that are decided upon", () => {
    const day = givenStation({ location: at(113.6), hours: givenHours({ week: week(480, 1_200) }) });
    const budget = { stationHours: 0, sites: 1, mends: 0 };
    const [first] = nextSteps(question([day], { budget })).steps;
    if (first?.kind !== "site") throw new Error("no site");
    const [other] = nextSteps(question([day], { budget, forbidden: [first.cell] })).steps;
    expect(other).not.toMatchObject({ cell: first.cell });
    const [next] = nextSteps(question([day], { budget, fixed: [first.cell] })).steps;
    expect(next?.gainCellHours).toBeLessThan(first.gainCellHours);
  });

  it("go where people found nothing, and say how many that helps", () => {
    const day = givenStation({ location: at(113.6), hours: givenHours({ week: week(480, 1_200) }) });
    const other = givenStation({ location: at(113.7), hours: givenHours({ week: week(480, 1_200) }) });
    const budget = { stationHours: 10, sites: 0, mends: 0 };
    const demand = [{ cell: latLngToCell(34.75, 113.7, 8), hour: 2 * 24 + 20, people: 28 }];
    const [before] = nextSteps(question([day, other], { budget })).steps;
    expect(before?.gainPeople).toBe(0);
    const [step] = nextSteps(question([day, other], { budget, demand })).steps;
    expect(step).toMatchObject({ kind: "hours", station: 1, days: "weekdays", opens: 1_200, closes: 1_320 });
    expect(step?.gainPeople).toBeCloseTo(28);
    // In a cell seven times as large each of its people counts a seventh at each place.
    const parent = [{ cell: latLngToCell(34.75, 113.7, 7), hour: 2 * 24 + 20, people: 28 }];
    const [spread] = nextSteps(question([day, other], { budget, demand: parent })).steps;
    expect(spread).toMatchObject({ station: 1, opens: 1_200 });
    expect(spread?.gainPeople).toBeLessThan(28);
  });

  it("tell what a wished site would gain, chosen or not", () => {
    const day = givenStation({ location: at(113.6), hours: givenHours({ week: week(480, 1_200) }) });
    const budget = { stationHours: 0, sites: 1, mends: 0 };
    const [best] = nextSteps(question([day], { budget })).steps;
    if (best?.kind !== "site") throw new Error("no site");
    const own = latLngToCell(34.75, 113.6, 9);
    const { wished } = nextSteps(question([day], { budget, wished: [best.cell, own, latLngToCell(40, 100, 9)] }));
    expect(wished.map(({ cell, isChosen }) => [cell, isChosen])).toEqual([
      [best.cell, true],
      [own, false],
    ]);
    expect(wished[0]?.gainCellHours).toBe(best.gainCellHours);
    expect(wished[1]?.gainCellHours).toBeLessThan(best.gainCellHours);
  });

  it("mend what is asked for where it is broken", () => {
    const amenities = { toilet: givenAmenity("broken") };
    const broken = givenStation({ location: at(113.6), hours: givenHours({ week: week(480, 1_200) }), amenities });
    const asked = { amenities: maskOf(["toilet"]), budget: { stationHours: 0, sites: 0, mends: 1 } } as const;
    const { steps, coveredCellHours } = nextSteps(question([broken], asked));
    expect(coveredCellHours).toBe(0);
    expect(steps).toMatchObject([{ kind: "mend", station: 0 }]);
    expect(steps[0]?.gainCellHours).toBe((steps[0]?.cells.length ?? 0) * 12 * 7);
  });

  it("are explained: who, when, which streets", () => {
    const hours = {
      kind: "hours",
      station: 0,
      days: "weekdays",
      opens: 1_200,
      closes: 1_320,
      stationHours: 10,
    } as const;
    const streets = streetsIn(["郑州市中原区建设路 1 号", "中原区石佛镇建设路与翠竹街交叉口"]);
    expect(
      stepSentence(
        { ...hours, gainCellHours: 310, gainPeople: 0, gainPersonHours: null, cells: [] },
        { name: "建设路驿站", near: "" },
        streets,
      ),
    ).toBe(
      "「建设路驿站」周一到周五 20:00 到 22:00 也开门，每周多开 10 小时，建设路、翠竹街一带每周多出 310 格·小时有门可进",
    );
  });
});

it("names a cell as H3 does", () => {
  const [site] = nextSteps(
    question([givenStation({ location: at(113.6) })], { budget: { stationHours: 0, sites: 1, mends: 0 } }),
  ).steps;
  if (site?.kind !== "site") throw new Error("no site");
  expect(site.cell).toBe(latLngToCell(site.latitude, site.longitude, 9));
});
