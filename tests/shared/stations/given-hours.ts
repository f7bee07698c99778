import type { DayHours, Hours, OpeningSpan, Week } from "../../../shared/stations/hours.js";
import type { Door } from "../../../shared/stations/opening.js";
import { givenHours as givenAnyHours } from "../../support/given.js";

export { beijing } from "../../support/given.js";

/** `span("22:00", "30:00")` runs to six the next morning. */
export function span(opens: string, closes: string, unattended = false): OpeningSpan {
  const minutes = (clock: string) => Number(clock.slice(0, -3)) * 60 + Number(clock.slice(-2));
  const times = { opens: minutes(opens), closes: minutes(closes) };
  return unattended ? { ...times, unattended: true } : times;
}

export const WHOLE_DAY: DayHours = [span("00:00", "24:00")];
export const EIGHT_TO_EIGHT: DayHours = [span("08:00", "20:00")];

export function everyDay(day: DayHours): Week {
  return Array.from({ length: 7 }, () => day);
}

export function weekdays(day: DayHours, weekend: DayHours = []): Week {
  return [day, day, day, day, day, weekend, weekend];
}

/** Hours of a weekly table that says nothing of holidays, unless told otherwise. */
export function givenHours(week: Week, rest: Partial<Hours> = {}): Hours {
  return givenAnyHours({ week, ...rest });
}

export function givenDoor(hours: Hours, rest: Partial<Door> = {}): Door {
  return { hours, closure: null, reportedClosedUntil: null, ...rest };
}
