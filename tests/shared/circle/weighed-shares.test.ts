import { latLngToCell } from "h3-js";
import { expect, it } from "vitest";
import type { Coverage } from "../../../shared/circle/coverage.js";
import { demandSharesOfDay, peopleSharesOfDay } from "../../../shared/circle/weighed-shares.js";

const HALF_HOURS = 7 * 48;
const WORDS = Math.ceil(HALF_HOURS / 32);
const [MET, MISSED] = [latLngToCell(34.75, 113.6, 9), latLngToCell(34.77, 113.6, 9)];

/** Two cells: one with an open door at all times, one without any. */
function givenCoverage(): Coverage {
  const open = new Uint32Array(2 * WORDS);
  open.fill(0xffffffff, 0, WORDS);
  return {
    ids: [MET, MISSED],
    plaques: Uint8Array.from([1, 0]),
    words: WORDS,
    open,
    unknown: new Uint32Array(2 * WORDS),
    coveredCells: new Uint32Array(HALF_HOURS).fill(1),
    unknownCells: new Uint32Array(HALF_HOURS),
  };
}

it("where people found nothing a cell counts for more, at that hour of the week alone", () => {
  // Three people a week on Mondays from 10:00: each adds 7 to both half hours of the cell.
  const demand = [{ cell: MISSED, hour: 10, people: 3 }];
  const monday = demandSharesOfDay(givenCoverage(), 0, demand);
  const tuesday = demandSharesOfDay(givenCoverage(), 1, demand);
  expect([19, 20, 21, 22].map((index) => monday.hours[index]?.covered)).toEqual([0.5, 0.0435, 0.0435, 0.5]);
  expect(new Set(tuesday.hours.map(({ covered }) => covered))).toEqual(new Set([0.5]));
  // 48 of 48 × 2 + 2 × 21.
  expect([monday.plaques, tuesday.plaques]).toEqual([0.3478, 0.5]);
});

it("without a search that found nothing all cells weigh the same", () => {
  expect(demandSharesOfDay(givenCoverage(), 3, []).hours[5]).toEqual({ from: "02:30", covered: 0.5, unknown: 0 });
});

it("counts people in place of cells", () => {
  const people = new Map([
    [MET, 300],
    [MISSED, 100],
  ]);
  const { people: all, plaques, hours } = peopleSharesOfDay(givenCoverage(), 0, people);
  expect([all, plaques, hours[0]?.covered]).toEqual([400, 0.75, 0.75]);
});
