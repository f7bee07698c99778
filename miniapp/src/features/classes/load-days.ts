import type { Timetable } from "../../../../shared/classes/class-answer";
import { beijingDate, beijingDayNumber } from "../../../../shared/common/time";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";

/**
 * The classes from today on. What today is, only the server knows for sure: where its answer says that the phone was on
 * another day, the right days are asked for.
 *
 * @param days so many, today included; at most 31
 * @throws ApiFailure
 */
export async function loadDays(days: number): Promise<Timetable> {
  const assumed = today();
  const timetable = await ask(assumed, days);
  return today() === assumed ? timetable : ask(today(), days);
}

function today(): number {
  return beijingDayNumber(serverClock.now());
}

function ask(first: number, days: number): Promise<Timetable> {
  return callApi("GET /classes", { from: beijingDate(first), to: beijingDate(first + days - 1) });
}
