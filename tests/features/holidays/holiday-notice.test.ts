import { expect, it } from "vitest";
import { noticeShapes } from "../../../api/holidays/holiday-layout.js";
import { measureText } from "../../../api/posters/poster-fonts.js";
import { MARGIN, PAGE } from "../../../api/posters/poster-layout.js";
import type { HolidayDay } from "../../../shared/holidays/holiday-answer.js";

const DATES = Array.from({ length: 9 }, (_, at) => `2027-02-0${at + 1}`);
const spans = [
  { opens: 480, closes: 690 },
  { opens: 840, closes: 1_050 },
  { opens: 1_110, closes: 1_290 },
];

it.each([1, 2, 3])("keeps days with %i spans of hours on the paper", (count) => {
  const days = DATES.map((date): HolidayDay => ({ date, hours: spans.slice(0, count) }));
  const content = {
    holiday: { name: "春节", from: "2027-02-01", to: "2027-02-09", announced: true },
    station: { id: "st_a", name: "大武口区朝阳街道总工会户外劳动者驿站", days },
    isDemo: false,
    link: "https://yizhan.example/#/visitor/station/index?id=st_a",
    code: [],
    changedAt: 0,
  };
  const hours = noticeShapes(content, measureText).flatMap((shape) =>
    shape.kind === "text" && shape.text.startsWith("8:00") ? [shape] : [],
  );
  expect(hours).toHaveLength(DATES.length);
  for (const { x, text, size, weight } of hours) {
    expect(x + measureText(text, size, weight)).toBeLessThanOrEqual(PAGE.width - MARGIN + 0.5);
    expect(size).toBeGreaterThanOrEqual(12);
  }
});
