import { expect, it } from "vitest";
import { medianOf } from "../../../shared/common/median.js";

it.each([
  [[], null],
  [[3], 3],
  [[9, 1, 2], 2],
  [[1, 2, 4, 30], 3],
  [[0.25, 0.5], 0.375],
])("the middle of %j is %s", (numbers, middle) => {
  expect(medianOf(numbers)).toBe(middle);
});
