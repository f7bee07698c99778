import { MOST_SERVICES } from "../../common/field-limits.js";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../common/time.js";
import type { Hours, Week } from "../hours.js";
import type { TimedService } from "./timed-service.js";

/** Whether it is there on single dates alone. */
export function isSingle({ week, seasons, namedDays = [], exceptions }: Hours): boolean {
  const isEmpty = (ofWeek: Week) => ofWeek.every((day) => day.length === 0);
  return (
    exceptions.length > 0 && isEmpty(week) && seasons.every((season) => isEmpty(season.week)) && namedDays.length === 0
  );
}

/**
 * Those that are not over: a single event is after the last of its days. Yesterday's stays, as its hours may pass midnight.
 */
export function withoutPast<Of extends Pick<TimedService, "hours">>(services: readonly Of[], now: EpochMs): Of[] {
  const yesterday = beijingDate(beijingDayNumber(now) - 1);
  return services.filter(({ hours }) => !isSingle(hours) || hours.exceptions.some(({ date }) => date >= yesterday));
}

/** With one that is said to be so from now on, in the place of the one of that name; null: there are too many. */
export function withService(services: readonly TimedService[], said: TimedService): TimedService[] | null {
  const isKnown = services.some(({ name }) => name === said.name);
  if (isKnown) return services.map((one) => (one.name === said.name ? said : one));
  return services.length < MOST_SERVICES ? [...services, said] : null;
}
