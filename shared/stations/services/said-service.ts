import { MOST_SERVICES } from "../../common/field-limits.js";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../common/time.js";
import type { Station } from "../station.js";
import { withoutPast, withService } from "./kept-services.js";
import { readServiceHours } from "./read-service-hours.js";

type Kept = Pick<Station, "timedServices" | "verified">;

/** A service as somebody at the station says it. */
export interface SaidService {
  name: string;
  /** As people write hours: 周二14:00-16:00, 12月5日9:00-11:00. */
  hoursText: string;
  note: string | null;
}

/** With a service that is so from now on; its hours are read for today. Single events that are over make room. */
export function serviceSaid(
  { timedServices = [], verified }: Kept,
  { name, hoursText, note }: SaidService,
  now: EpochMs,
): { changed: Partial<Kept> } | { refused: { path: string; message: string } } {
  const { hours, problem } = readServiceHours(hoursText, beijingDate(beijingDayNumber(now)));
  if (hours === null) return { refused: { path: "hoursText", message: problem } };
  const said = { name, hours, note, confirmedAt: now };
  if (withoutPast([said], now).length === 0) return { refused: { path: "hoursText", message: "这一天已经过了" } };
  const services = withService(withoutPast(timedServices, now), said);
  if (services === null) return { refused: { path: "name", message: `最多写 ${MOST_SERVICES} 项，先删掉一项` } };
  return { changed: { timedServices: services, verified: { ...verified, services: now } } };
}

export function serviceForgotten({ timedServices = [] }: Kept, name: string): Partial<Kept> {
  return { timedServices: timedServices.filter((one) => one.name !== name) };
}

/** Somebody at the station says that all of them are so. */
export function servicesConfirmed({ timedServices }: Kept, now: EpochMs): Partial<Kept> {
  return timedServices === undefined
    ? {}
    : { timedServices: timedServices.map((service) => ({ ...service, confirmedAt: now })) };
}
