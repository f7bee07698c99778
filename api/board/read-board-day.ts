import type { BoardDayAnswer, BoardDayQuery } from "../../shared/board/board-answer.js";
import { CELL_LETTERS } from "../../shared/board/cell-letters.js";
import { dayAsked } from "../../shared/circle/asked-day.js";
import { type Coverage, cellStateAt, HALF_HOURS_A_DAY, sharesOfDay } from "../../shared/circle/coverage.js";
import { CoverageQuery } from "../../shared/circle/coverage-answer.js";
import { weekdayOf } from "../../shared/common/time.js";
import type { User } from "../../shared/people/user.js";
import { calendarDay } from "../../shared/stations/calendar.js";
import { coverageKeeperOf } from "../circle/kept-coverage.js";
import type { Dependencies } from "../dependencies.js";
import { areaAsked } from "./board-areas.js";

/**
 * One day of the board's map.
 *
 * @param onWork is told before something has to be measured, and may refuse by throwing
 */
export async function readBoardDay(
  deps: Dependencies,
  user: User,
  { city, on, amenities }: BoardDayQuery,
  onWork: () => void,
): Promise<BoardDayAnswer> {
  areaAsked(user, city, []);
  const day = dayAsked(on, deps.clock());
  const question = { ...CoverageQuery.parse({ city }), amenities, firstDay: day - weekdayOf(day) };
  const { coverage, firstDay } = await coverageKeeperOf(deps).week(question, onWork);
  const { date, kind, announced } = calendarDay(day);
  return {
    on: date,
    dayKind: kind,
    calendarKnown: announced,
    hours: sharesOfDay(coverage, day - firstDay),
    cells: Object.fromEntries(
      coverage.ids.map((id, cell) => [id, lettersOf(coverage, cell, (day - firstDay) * HALF_HOURS_A_DAY)]),
    ),
  };
}

function lettersOf(coverage: Coverage, cell: number, from: number): string {
  let letters = "";
  for (let index = 0; index < HALF_HOURS_A_DAY; index++) {
    letters += CELL_LETTERS[cellStateAt(coverage, cell, from + index)];
  }
  return letters;
}
