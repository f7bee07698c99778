import { expect, it } from "vitest";
import { BoardMonth, sharesOfMonth, withDay } from "../../../shared/board/board-month.js";

const day = (on: string, covered: number, holiday = 0.5) => ({
  on,
  hours: Array.from({ length: 48 }, (_, index) => ({ covered: index === 9 ? 0 : covered, unknown: 0.1 })),
  holiday: { covered: holiday, unknown: 0.2 },
});

it("is the mean of its days by half hour, with the holiday as it was seen last", () => {
  const month = withDay(
    withDay(withDay(null, day("2026-11-01", 0.25)), day("2026-11-02", 0.25)),
    day("2026-11-05", 0.4, 0),
  );
  expect(BoardMonth.parse(month)).toMatchObject({ month: "2026-11", days: 3, lastOn: "2026-11-05" });
  expect(sharesOfMonth(month, 20)).toEqual({ covered: 0.3, unknown: 0.1 });
  expect(sharesOfMonth(month, 9)).toEqual({ covered: 0, unknown: 0.1 });
  expect(month.holiday).toEqual({ covered: 0, unknown: 0.2 });
});

it("counts a day once, however often it is added", () => {
  const once = withDay(null, day("2026-11-02", 0.25));
  expect(withDay(once, day("2026-11-02", 0.9))).toEqual(once);
  expect(withDay(once, day("2026-11-01", 0.9))).toEqual(once);
});
