import { cellToLatLng, gridDisk, latLngToCell } from "h3-js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sumDemand } from "../../../api/demand/list-demand.js";
import { settleDemand } from "../../../api/demand/settle-demand.js";
import { HOUR_MS } from "../../../shared/common/time.js";
import { hourOfWeek } from "../../../shared/demand/demand-cell.js";
import { NearestQuery } from "../../../shared/stations/station-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { seededRandom } from "../../support/seeded-random.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

const SEARCHES = 100_000;
const DAYS = 5;
const PEOPLE = 20_000;
/** Signed out, so many phones share an address of a carrier. */
const PHONES_AN_ADDRESS = 200;
const ASKED_TOGETHER = 2_000;
const TOP = 20;
const MIDDLE = { latitude: 34.75, longitude: 113.6 };

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  const nowhereNear = { latitude: 34.9, longitude: 113.6 };
  await test.store(givenStation({ district: { code: "410102", text: "中原区" }, location: nowhereNear }));
  await test.deps.snapshot.load();
});
afterAll(() => test.stop());

it("finds the cells where most people found nothing, of a hundred thousand searches", {
  timeout: 120_000,
}, async () => {
  const random = seededRandom(38);
  const cells = gridDisk(latLngToCell(MIDDLE.latitude, MIDDLE.longitude, 8), 8);
  /** Few cells have many people in them, and most have few. */
  const cellOf = () => cells[Math.floor(cells.length * random() ** 2.5)] ?? "";
  const homes = Array.from({ length: PEOPLE }, cellOf);
  const truth = new Map<string, Set<string>>();
  const answer = { asOf: "", origin: { ...MIDDLE, datum: "gcj02" }, stations: [] } as const;
  for (let day = 0; day < DAYS; day++) {
    for (let hour = 18; hour < 22; hour++) {
      const now = beijing("2026-11-30T00:00") + (day * 24 + hour) * HOUR_MS;
      test.setNow(now);
      for (let n = 0; n < SEARCHES / DAYS / 4; n++) {
        const person = Math.floor(random() * PEOPLE);
        const cell = random() < 0.8 ? (homes[person] ?? "") : cellOf();
        const [latitude, longitude] = cellToLatLng(cell);
        const query = NearestQuery.parse({ latitude: String(latitude), longitude: String(longitude) });
        const searcher = {
          account: person % 3 === 0 ? `us_${person}` : null,
          network: `198.51.100.${Math.floor(person / PHONES_AN_ADDRESS)}`,
          client: `phone of kind ${person % 97}`,
        };
        test.deps.unmet?.note(query, { ...answer, stations: [] }, () => searcher);
        const key = `${cell} ${day} ${hourOfWeek(now)}`;
        truth.set(key, (truth.get(key) ?? new Set()).add(String(person)));
        if (n % ASKED_TOGETHER === 0) await test.deps.unmet?.store();
      }
      await test.deps.unmet?.store();
    }
  }
  test.setNow(beijing("2026-12-05T01:00"));
  await settleDemand(test.deps);
  const { sums } = await sumDemand(test.deps, "4101", 7);

  const right = topCells([...truth].map(([key, people]) => ({ cell: key.split(" ")[0] ?? "", people: people.size })));
  const found = new Set(topCells(sums.filter(({ cell }) => cells.includes(cell))));
  const recall = right.filter((cell) => found.has(cell)).length / TOP;
  expect(recall).toBeGreaterThanOrEqual(0.9);
  expect(test.logged.filter(({ level }) => level !== "info")).toEqual([]);
});

function topCells(counts: readonly { cell: string; people: number }[]): string[] {
  const sums = new Map<string, number>();
  for (const { cell, people } of counts) sums.set(cell, (sums.get(cell) ?? 0) + people);
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, TOP)
    .map(([cell]) => cell);
}
