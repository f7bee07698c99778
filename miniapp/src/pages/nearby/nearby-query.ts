import type { AmenityKind } from "../../../../shared/amenities/amenity";
import { distanceMetres, type TravelMode, travelMinutes } from "../../../../shared/core/distance";
import type { EpochMs } from "../../../../shared/core/time";
import { LONGEST_NEAREST_LIST } from "../../../../shared/stations/nearest/list-length";
import type { NearestItem } from "../../../../shared/stations/station-answer";
import { agedOpening } from "../../copy/opening-words";
import { failureOf, isNetworkFailure } from "../../http/api-failure";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";
import { mapPointOf, type Origin } from "../../location/origin";
import { keptAreas } from "../../packs/kept-packs";
import { loadPackFinder, packFinder } from "../../packs/pack-finder";
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
  /** Whether there are more, farther ones, to be had by asking for a longer list. */
  hasMore: boolean;
  /** Set when the server answered from its memory and has heard nothing new since then. */
  staleSince: EpochMs | null;
}

/** 附近 to people who have minutes between two orders: farther is shown, but not called nearby. */
const WITHIN_REACH_MINUTES = 45;
/** How long the list is at first, and each time somebody has come to its end: the last is the most the server gives. */
const LIST_LENGTHS = [20, 60, 120, LONGEST_NEAREST_LIST] as const;
/** Taken when the phone itself has to sift. */
const LENGTH_TO_SIFT = 50;

/** What is asked: from where, for what, and how long a list. */
export interface NearbyQuestion {
  origin: Origin;
  filters: NearbyFilters;
  travel: TravelMode;
  length: number;
}

export const FIRST_LENGTH: number = LIST_LENGTHS[0];

/** The next longer list; the longest stays. */
export function longerThan(length: number): number {
  return LIST_LENGTHS.find((longer) => longer > length) ?? length;
}

/**
 * Asks for the stations around an origin; where nothing within reach is open, asks once more for what is closed.
 *
 * @throws ApiFailure when there is neither an answer nor one kept from before
 */
export async function loadNearby(question: NearbyQuestion): Promise<NearbyView> {
  try {
    return await askServer(question);
  } catch (error) {
    const failure = failureOf(error);
    if (!isNetworkFailure(failure.code)) throw failure;
    if (hasPacks()) await loadPackFinder();
    const remembered = fromPacks(question) ?? fromMemory(question);
    if (remembered) return remembered;
    throw failure;
  }
}

/** Whether the phone keeps anything to search in, wherever that is. */
export function hasPacks(): boolean {
  return keptAreas().length > 0;
}

/**
 * What the phone itself knows of an origin, by the same rules as the server's; null: it keeps nothing around there, or
 * the search has not come yet. Needs no network, and is there at once.
 */
export function fromPacks(question: NearbyQuestion): NearbyView | null {
  const { origin, filters, travel } = question;
  const finder = packFinder();
  if (finder === null) return null;
  for (const { checkedAt } of keptAreas()) serverClock.atLeast(checkedAt);
  const limit = limitOf(question);
  const ask = (availability: "open" | "any") =>
    finder.findInPacks(
      mapPointOf(origin),
      { limit, amenities: filters.amenities, availability, travel },
      serverClock.now(),
    );
  const found = ask(filters.openOnly ? "open" : "any");
  if (found === null) return null;
  const stations = sift(found.stations, filters);
  const isAnswer = !filters.openOnly || stations.some(isOpenWithinReach);
  const around = isAnswer ? null : ask("any");
  return {
    stations,
    closedNearby: around === null ? null : closedNearby(sift(around.stations, filters)),
    rememberedFrom: found.asOf,
    hasMore: isAnswer && canGrow(question, found.stations),
    staleSince: null,
  };
}

function limitOf({ filters, length }: NearbyQuestion): number {
  return filters.allDay ? LENGTH_TO_SIFT : length;
}

function canGrow(question: NearbyQuestion, found: readonly NearestItem[]): boolean {
  const { filters, length } = question;
  return !filters.allDay && found.length === length && longerThan(length) > length;
}

async function askServer(question: NearbyQuestion): Promise<NearbyView> {
  const { origin, filters, travel } = question;
  const ask = (availability: "open" | "any") =>
    callApi("GET /stations/nearest", {
      latitude: origin.point.latitude,
      longitude: origin.point.longitude,
      datum: origin.source === "position" ? origin.datum : "gcj02",
      limit: limitOf(question),
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
    return {
      stations,
      closedNearby: null,
      rememberedFrom: null,
      hasMore: canGrow(question, answer.stations),
      staleSince,
    };
  }
  const around = await ask("any");
  if (isPlain(filters)) keepLastAnswer(around);
  const closed = closedNearby(sift(around.stations, filters));
  return { stations, closedNearby: closed, rememberedFrom: null, hasMore: false, staleSince };
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
function fromMemory({ origin, filters, travel }: NearbyQuestion): NearbyView | null {
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
  return { stations, closedNearby: null, rememberedFrom: last.asOf, hasMore: false, staleSince: null };
}
