import { expect, it } from "vitest";
import { worstPlaces } from "../../../shared/board/worst-places.js";
import type { DemandItem } from "../../../shared/demand/demand-answer.js";

const item = (cell: string, people: number, changed: Partial<DemandItem> = {}): DemandItem => ({
  cell,
  resolution: 8,
  middle: { latitude: 34.75, longitude: 113.6 },
  weekday: 1,
  hour: 20,
  reason: "none_open",
  amenity: null,
  people,
  days: 1,
  ...changed,
});
const stations = [
  { name: "远的站", location: { latitude: 34.8, longitude: 113.6 } },
  { name: "近的站", location: { latitude: 34.755, longitude: 113.6 } },
];

it("adds up the hours of a place, and names the worst of them and the nearest station", () => {
  const items = [
    item("a", 12),
    item("a", 30, { weekday: 3, hour: 5 }),
    item("b", 40),
    item("b", 11, { reason: "none_near" }),
  ];
  expect(worstPlaces(items, stations, 2)).toMatchObject([
    { cell: "a", people: 42, weekday: 3, hour: 5, nearest: { name: "近的站", metres: 557 } },
    { cell: "b", people: 40, reason: "none_open" },
  ]);
  expect(worstPlaces(items, [], 5)).toHaveLength(3);
  expect(worstPlaces(items, [], 5)[0]?.nearest).toBeNull();
});
