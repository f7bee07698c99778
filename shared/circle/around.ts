import type { AmenityKind } from "../amenities/amenity.js";
import { SERVICE_CIRCLE_MINUTES } from "../common/distance.js";
import { instantText, optionalInstantText } from "../common/instant-text.js";
import { beijingDayNumber, DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS, startOfBeijingDay } from "../common/time.js";
import { type Door, openingAt, opensForArrival } from "../stations/opening.js";
import { withoutPast } from "../stations/services/kept-services.js";
import { serviceTime } from "../stations/services/service-time.js";
import type { TimedService } from "../stations/services/timed-service.js";
import type { AroundClass, AroundPart, AroundPlace, AroundService } from "./around-answer.js";

/** A station as somebody reaches it. */
export interface AroundStation extends Door {
  id: string;
  name: string;
  isDemo: boolean;
  /** Those that work. */
  working: readonly AmenityKind[];
  timedServices: readonly Pick<TimedService, "name" | "hours" | "note">[];
  metres: number;
  minutes: number;
}

/** What is looked for at a station; none: the door alone. */
export const AROUND_KINDS = {
  doors: [],
  toilets: ["toilet", "accessible_toilet"],
  water: ["hot_water", "drinking_water"],
  charging: ["phone_charge", "powerbank", "ebike_charge", "battery_swap"],
} as const satisfies Record<AroundPart["what"], readonly AmenityKind[]>;

/** The first of each are told; all are counted. */
export const MOST_PLACES = 10;
/** A service that begins later is told of on its station's page alone. */
const SERVICES_AHEAD_MS = 7 * DAY_MS;
/** Somebody on a night shift means by later tonight more than what is left until midnight. */
const LEAST_LATER_MS = 6 * HOUR_MS;
const PLACES_BY_WHEN: readonly AroundPlace["when"][] = ["now", "later", "unknown", "reported"];

/**
 * What lies within the 15-minute circle, judged for the minute of arrival by the rule of the doors: on the server from its
 * documents, on a phone without network from what it keeps.
 *
 * @param stations in any order, those beyond the circle too
 */
export function circleAround(
  stations: readonly AroundStation[],
  at: EpochMs,
): { parts: AroundPart[]; services: AroundService[] } {
  const within = stations.filter(({ minutes }) => minutes <= SERVICE_CIRCLE_MINUTES);
  const whens = new Map(within.map((station) => [station, whenOpen(station, at)]));
  const parts = (Object.keys(AROUND_KINDS) as AroundPart["what"][]).map((what): AroundPart => {
    const places = within.flatMap((station) => placeOf(station, what, whens.get(station) ?? null) ?? []);
    const count = (when: AroundPlace["when"]) => places.filter((place) => place.when === when).length;
    return { what, now: count("now"), later: count("later"), places: places.sort(byUse).slice(0, MOST_PLACES) };
  });
  return { parts, services: within.flatMap((station) => servicesOf(station, at)).sort(byTime) };
}

/** Whether one can still get into a class that begins today: on foot or by e-bike before it, and with a seat. */
export function isWithinCircle(
  { startsAt, seatsLeft, travelMinutes }: Pick<AroundClass, "startsAt" | "seatsLeft" | "travelMinutes">,
  at: EpochMs,
): boolean {
  const begins = Date.parse(startsAt);
  const isInTime = begins >= at + travelMinutes * MINUTE_MS && begins < endOfLater(at);
  return travelMinutes <= SERVICE_CIRCLE_MINUTES && seatsLeft > 0 && isInTime;
}

/** Later today: until midnight in Beijing, and no less than some hours. */
export function endOfLater(at: EpochMs): EpochMs {
  return Math.max(startOfBeijingDay(beijingDayNumber(at) + 1), at + LEAST_LATER_MS);
}

type WhenOpen = Pick<AroundPlace, "when" | "until" | "opensAt">;

/** Null: the door is shut until tomorrow. */
function whenOpen(station: AroundStation, at: EpochMs): WhenOpen | null {
  const arrivesAt = at + station.minutes * MINUTE_MS;
  const isOpen = opensForArrival(station, at, arrivesAt);
  if (isOpen === null) return { when: "unknown", until: null, opensAt: null };
  const opening = openingAt(station, arrivesAt);
  if (isOpen) return { when: "now", until: optionalInstantText(opening.changesAt), opensAt: null };
  if (openingAt(station, at).state === "reported_closed") return { when: "reported", until: null, opensAt: null };
  const { opensAt } = opening;
  if (opensAt === null || opensAt >= endOfLater(at)) return null;
  return { when: "later", until: null, opensAt: instantText(opensAt) };
}

function placeOf(station: AroundStation, what: AroundPart["what"], when: WhenOpen | null): AroundPlace | null {
  const kinds: readonly AmenityKind[] = AROUND_KINDS[what];
  const has = kinds.filter((kind) => station.working.includes(kind));
  if (when === null || (kinds.length > 0 && has.length === 0)) return null;
  const { id, name, isDemo, metres, minutes } = station;
  return { stationId: id, name, isDemo, distanceMetres: metres, travelMinutes: minutes, ...when, has };
}

function servicesOf(station: AroundStation, at: EpochMs): AroundService[] {
  const { id, name: stationName, isDemo, metres, minutes } = station;
  return withoutPast(station.timedServices, at).flatMap(({ name, hours, note }) => {
    const time = serviceTime(station, hours, at, at + minutes * MINUTE_MS);
    const isSoon = time.startsAt !== null && time.startsAt < at + SERVICES_AHEAD_MS;
    if (time.onArrival === false && !isSoon) return [];
    const { onArrival, isDoorKnown } = time;
    const instants = { startsAt: optionalInstantText(time.startsAt), until: optionalInstantText(time.until) };
    const way = { distanceMetres: metres, travelMinutes: minutes };
    return [{ stationId: id, stationName, isDemo, name, note, ...way, onArrival, ...instants, isDoorKnown }];
  });
}

/** Open ones first, the nearest first; of those that open later the one that opens first. */
function byUse(one: AroundPlace, other: AroundPlace): number {
  const turn = ({ when }: AroundPlace) => PLACES_BY_WHEN.indexOf(when);
  const opens = ({ opensAt }: AroundPlace) => (opensAt === null ? 0 : Date.parse(opensAt));
  return (
    turn(one) - turn(other) ||
    opens(one) - opens(other) ||
    one.distanceMetres - other.distanceMetres ||
    (one.stationId < other.stationId ? -1 : 1)
  );
}

function byTime(one: AroundService, other: AroundService): number {
  const turn = ({ onArrival, startsAt }: AroundService) =>
    onArrival === true ? 0 : onArrival === null ? 1 : Date.parse(startsAt ?? "");
  return turn(one) - turn(other) || one.distanceMetres - other.distanceMetres;
}
