import { beijingDate, beijingDayNumber, beijingInstant, type EpochMs } from "../../common/time.js";
import type { Hours } from "../hours.js";
import { isSingle } from "./kept-services.js";
import { serviceTime } from "./service-time.js";

/** What to tell somebody whose service nobody would get in to. */
export const DOOR_SHUT_THEN = "那时候门不开，大家会看到没有；先改开放时间";

/**
 * Whether somebody could get in while a service is there, by the posted hours of its door; what nobody knows of the door
 * counts. Of single dates the first to come is asked, else the next two weeks.
 */
export function meetsDoor(doorHours: Hours, hours: Hours, now: EpochMs): boolean {
  const today = beijingDate(beijingDayNumber(now));
  const first = isSingle(hours) ? hours.exceptions.find(({ date }) => date > today) : undefined;
  const at = first === undefined ? now : beijingInstant(first.date);
  const { onArrival, startsAt } = serviceTime(
    { hours: doorHours, closure: null, reportedClosedUntil: null },
    hours,
    at,
  );
  return onArrival !== false || startsAt !== null;
}
