import { expect, it } from "vitest";
import { meetsDoor } from "../../../../shared/stations/services/meets-door.js";
import { readServiceHours } from "../../../../shared/stations/services/read-service-hours.js";
import { beijing, EIGHT_TO_EIGHT, everyDay, givenHours, weekdays } from "../given-hours.js";

// 2026-12-01 is a Tuesday.
const NOW = beijing("2026-12-01T18:00");

it.each([
  ["周二14:00-16:00", weekdays(EIGHT_TO_EIGHT), true],
  ["周六14:00-16:00", weekdays(EIGHT_TO_EIGHT), false],
  ["周六14:00-16:00", everyDay("unknown"), true],
  ["每天20:00-21:00", everyDay(EIGHT_TO_EIGHT), false],
  ["每天19:30-21:00", everyDay(EIGHT_TO_EIGHT), true],
  ["12月5日9:00-11:00", weekdays(EIGHT_TO_EIGHT), false],
  ["12月28日9:00-11:00", weekdays(EIGHT_TO_EIGHT), true],
  ["12月1日9:00-11:00、12月2日9:00-11:00", weekdays(EIGHT_TO_EIGHT), true],
])("%s meets a door of %j: %s", (text, week, meets) => {
  const { hours, problem } = readServiceHours(text, "2026-12-01");
  if (hours === null) throw new Error(problem);
  expect(meetsDoor(givenHours(week), hours, NOW)).toBe(meets);
});
