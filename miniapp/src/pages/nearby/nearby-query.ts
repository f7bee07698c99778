import type { AmenityKind } from "../../../../shared/amenities/amenity";
import { distanceMetres, type TravelMode, travelMinutes } from "../../../../shared/core/distance";
import type { EpochMs } from "../../../../shared/core/time";
import type { NearestItem } from "../../../../shared/stations/station-answer";
import { agedOpening } from "../../copy/opening-words";
import { failureOf, isNetworkFailure } from "../../http/api-failure";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";
import { mapPointOf, type Origin } from "../../location/origin";
import { findInPacks } from "../../packs/find-in-packs";
import { keptAreas } from "../../packs/kept-packs";
import { refreshPacksSoon } from "../../packs/refresh-packs";
import { keepLastAnswer, readLastAnswer } from "./last-answer";

/** What the person asked for with the chips. */
export interface NearbyFilters {
  /** 现在能用: open on arrival, and those whose hours nobody has told us last. */
  openOnly: boolean;
  /** 24 小时. */
  allDay: boolean;
  amenities: readonly AmenityKind[];
}

export const FIRST_FILTERS: NearbyFilters = { openOnly: true, allDay: false, amenities: [] };

export interface NearbyView {
  /** The stations to draw, the answer first. */
  stations: NearestItem[];
  /** Nothing within reach is open: what is nearest, and what opens first of those around. */
  closedNearby: { nearest: NearestItem | null; opensFirst: NearestItem | null } | null;
  /** Set when there is no network and this is what the phone remembers, from then. */
  rememberedFrom: EpochMs | null;
  /** Set when the server answered from its memory and has heard nothing new since then. */
  staleSince: EpochMs | null;
}

/** 附近 to people who have minutes between two orders: farther is shown, but not called nearby. */
const WITHIN_REACH_MINUTES = 45;
const LIST_LENGTH = 20;
/** The most the server gives; taken when the phone itself has to sift. */
const LONGEST_LIST = 50;

/**
 * Asks for the stations around an origin; where nothing within reach is open, asks once more for what is closed.
 *
 * @throws ApiFailure when there is neither an answer nor one kept from before
 */
export async function loadNearby(origin: Origin, filters: NearbyFilters, travel: TravelMode): Promise<NearbyView> {
  try {
    return await askServer(origin, filters, travel);
  } catch (error) {
    const failure = failureOf(error);
    const isOffline = isNetworkFailure(failure.code);
    const remembered = isOffline ? (fromPacks(origin, filters, travel) ?? fromMemory(origin, filters, travel)) : null;
    if (remembered) return remembered;
    throw failure;
  }
}

/**
 * What the phone itself knows of an origin, by the same rules as the server's; null: it keeps nothing around there.
 * Needs no network, and is there at once.
 */
export function fromPacks(origin: Origin, filters: NearbyFilters, travel: TravelMode): NearbyView | null {
  for (const { checkedAt } of keptAreas()) serverClock.atLeast(checkedAt);
  const ask = (availability: "open" | "any") => {
    const limit = filters.allDay ? LONGEST_LIST : LIST_LENGTH;
    return findInPacks(
      mapPointOf(origin),
      { limit, amenities: filters.amenities, availability, travel },
      serverClock.now(),
    );
  };
  const found = ask(filters.openOnly ? "open" : "any");
  if (found === null) return null;
  const stations = sift(found.stations, filters);
  const isAnswer = !filters.openOnly || stations.some(isOpenWithinReach);
  const around = isAnswer ? null : ask("any");
  return {
    stations,
    closedNearby: around === null ? null : closedNearby(sift(around.stations, filters)),
    rememberedFrom: found.asOf,
    staleSince: null,
  };
}

async function askServer(origin: Origin, filters: NearbyFilters, travel: TravelMode): Promise<NearbyView> {
  const ask = (availability: "open" | "any") =>
    callApi("GET /stations/nearest", {
      latitude: origin.point.latitude,
      longitude: origin.point.longitude,
      datum: origin.source === "position" ? origin.datum : "gcj02",
      limit: filters.allDay ? LONGEST_LIST : LIST_LENGTH,
      amenities: filters.amenities.length > 0 ? filters.amenities.join(",") : undefined,
      availability,
      travel,
      sort: "best",
    });
  const answer = await ask(filters.openOnly ? "open" : "any");
  refreshPacksSoon(mapPointOf(origin));
  const stations = sift(answer.stations, filters);
  const staleSince = answer.staleSince ? Date.parse(answer.staleSince) : null;
  if (!filters.openOnly || stations.some(isOpenWithinReach)) {
    if (isPlain(filters)) keepLastAnswer(answer);
    return { stations, closedNearby: null, rememberedFrom: null, staleSince };
  }
  const around = await ask("any");
  if (isPlain(filters)) keepLastAnswer(around);
  return { stations, closedNearby: closedNearby(sift(around.stations, filters)), rememberedFrom: null, staleSince };
}

function isPlain(filters: NearbyFilters): boolean {
  return !filters.allDay && filters.amenities.length === 0;
}

function isOpenWithinReach(station: NearestItem): boolean {
  return station.opening.openOnArrival === true && station.travelMinutes <= WITHIN_REACH_MINUTES;
}

function isUntold(station: NearestItem): boolean {
  return station.opening.openOnArrival === null;
}

function closedNearby(stations: readonly NearestItem[]): NonNullable<NearbyView["closedNearby"]> {
  const opening = stations
    .filter((station) => station.opening.opensAt !== null && station.travelMinutes <= WITHIN_REACH_MINUTES)
    .sort((a, b) => opensAt(a) - opensAt(b));
  return { nearest: stations[0] ?? null, opensFirst: opening[0] ?? null };
}

function opensAt(station: NearestItem): EpochMs {
  return station.opening.opensAt === null ? Number.POSITIVE_INFINITY : Date.parse(station.opening.opensAt);
}

/** The chips that the server does not know. */
function sift(stations: readonly NearestItem[], filters: NearbyFilters): NearestItem[] {
  return stations.filter((station) => !filters.allDay || station.alwaysOpen);
}

/** What the phone remembers, measured anew from where the person is now: that needs no network. */
function fromMemory(origin: Origin, filters: NearbyFilters, travel: TravelMode): NearbyView | null {
  const last = readLastAnswer();
  if (!last) return null;
  serverClock.atLeast(last.asOf);
  const now = serverClock.now();
  const here = mapPointOf(origin);
  const measured = last.stations.map((station): NearestItem => {
    const metres = distanceMetres(here, station.location);
    const opening = agedOpening(station.opening, now);
    return {
      ...station,
      opening,
      distanceMetres: metres,
      travelMinutes: travelMinutes(metres, travel),
      movedBelow: null,
    };
  });
  const stations = sift(measured, filters)
    .filter((station) => filters.amenities.every((kind) => station.amenities[kind] === "working"))
    .filter((station) => !filters.openOnly || station.opening.openOnArrival !== false)
    .sort((a, b) => a.distanceMetres - b.distanceMetres);
  if (filters.openOnly) stations.sort((a, b) => Number(isUntold(a)) - Number(isUntold(b)));
  return { stations, closedNearby: null, rememberedFrom: last.asOf, staleSince: null };
}
