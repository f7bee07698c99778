import { describe, expect, it } from "vitest";
import { BRAKE_DAYS, brakeCity, explainedTurns } from "../../../shared/trust/city-brake.js";

const explained = (peaks: readonly number[]) => explainedTurns(peaks, { brakeTurns: 3 });
const days = (count: number, peak: number) => Array<number>(count).fill(peak);

describe("how many stations of a city may turn within an hour", () => {
  it.each<[string, readonly number[], number]>([
    ["a city without a past", [], 3],
    ["a quiet city", days(BRAKE_DAYS, 1), 3],
    ["a busy city", days(BRAKE_DAYS, 4), 8],
    ["a city with two bad days", [...days(BRAKE_DAYS - 2, 2), 40, 60], 4],
    ["a city whose days without a turn are told by no number", days(BRAKE_DAYS / 2 - 1, 9), 3],
    ["a city of ever worse days", Array.from({ length: BRAKE_DAYS }, (_, day) => day), 28],
  ])("%s", (_, peaks, most) => {
    expect(explained(peaks)).toBe(most);
  });

  it("is counted by the city of a district's code", () => {
    expect([brakeCity("640104"), brakeCity("640105"), brakeCity("640200"), brakeCity(null)]).toEqual([
      "6401",
      "6401",
      "6402",
      "",
    ]);
  });
});
