import { cellToParent, latLngToCell } from "h3-js";
import { expect, it } from "vitest";
import { PeopleCells, packPeople, unpackPeople } from "../../../shared/circle/people-cells.js";
import { seededRandom } from "../../support/seeded-random.js";

it("packs cells of all China and comes back with the same, in a few bytes each", () => {
  const random = seededRandom(3);
  const cells = new Map(
    Array.from({ length: 5_000 }, () => {
      const cell = latLngToCell(20 + random() * 30, 80 + random() * 50, 9);
      return [cell, 0.1 + Math.round(random() * 50_000) / 10] as const;
    }),
  );
  const back = unpackPeople(packPeople(cells));
  expect([...back.keys()].sort()).toEqual([...cells.keys()].sort());
  for (const [cell, people] of cells) expect(back.get(cell)).toBeCloseTo(people, 5);
  const town = new Map(
    Array.from({ length: 5_000 }, () => {
      return [latLngToCell(34.7 + random() / 5, 113.6 + random() / 5, 9), Math.round(random() * 900)] as const;
    }),
  );
  expect(packPeople(town).length / town.size).toBeLessThan(6);
});

it("leaves out cells without anybody", () => {
  expect(unpackPeople(packPeople(new Map([["8940e5a4c37ffff", 0.04]]))).size).toBe(0);
});

it("spreads the people of a larger cell over its parts", () => {
  const people = new PeopleCells();
  const parent = cellToParent("8940e5a4c37ffff", 8);
  people.addCell(parent, "gcj02", 70);
  expect([...people.cells.values()]).toEqual(Array.from({ length: 7 }, () => 10));
  people.addCell("8940e5a4c37ffff", "gcj02", 1);
  expect(people.cells.get("8940e5a4c37ffff")).toBe(11);
});
