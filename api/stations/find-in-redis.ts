import { AMENITY_KINDS, type AmenityKind } from "../../shared/amenities/amenity.js";
import { distanceMetres, travelMinutes } from "../../shared/common/distance.js";
import { MINUTE_MS } from "../../shared/common/time.js";
import { type NearestSearch, wantedOf } from "../../shared/stations/nearest/find-nearest.js";
import {
  byDistance,
  isSaidToBeShut,
  LARGEST_SEARCH_METRES,
  placeByTrust,
  type Reachable,
} from "../../shared/stations/nearest/place-by-trust.js";
import { REACH_METRES } from "../../shared/stations/nearest/usability.js";
import {
  type UsableGroup,
  type UsableGroups,
  usableGroupOf,
  usableList,
} from "../../shared/stations/nearest/usable-list.js";
import { opensForArrival } from "../../shared/stations/opening.js";
import { alwaysOpen } from "../../shared/stations/posted-hours.js";
import type { Station } from "../../shared/stations/station.js";
import type { Placed } from "../../shared/trust/rank.js";
import type { StationStore } from "./station-store.js";

/**
 * How many candidates each further trip to Redis looks at, when only doors that are open on arrival are wanted. At
 * night about one station in fifteen is open, so that the second trip nearly always ends it. The last bounds the work:
 * beyond the nearest 4,460 or so that have the amenities, an open door is not looked for.
 */
const OPEN_SEARCH_BATCHES = [60, 400, 4_000] as const;

/** A station's document, and how it is reached. */
export interface Candidate extends Reachable {
  station: Station;
}

type Find = (store: StationStore, search: NearestSearch) => Promise<Candidate[]>;

interface FoundInRedis {
  placed: Placed<Candidate>[];
  /** What works within reach, where doors that can be used were asked for. */
  amenitiesWithinReach: AmenityKind[];
}

/**
 * What `findNearestIn` and `usableAmenities` answer, asked of Redis: for as long as a process has no index of its
 * own.
 */
export async function findInRedis(store: StationStore, search: NearestSearch): Promise<FoundInRedis> {
  const { limit, at, settings, sort } = search;
  if (search.availability === "usable") {
    const groups = await findUsable(store, search);
    return { placed: usableList(groups, search), amenitiesWithinReach: amenitiesOf(groups) };
  }
  const candidates = await (search.availability === "open" ? findOpen(store, search) : findAny(store, search));
  const plain = () => candidates.slice(0, limit).map((item) => ({ item, movedBelow: null }));
  return {
    placed: sort === "best" ? placeByTrust(candidates, { limit, at, settings }) : plain(),
    amenitiesWithinReach: [],
  };
}

function amenitiesOf({ open, soon, untold }: UsableGroups<Candidate>): AmenityKind[] {
  const stations = [...open, ...soon, ...untold].map(({ station }) => station);
  return AMENITY_KINDS.filter((kind) => stations.some(({ amenities }) => amenities[kind]?.state === "working"));
}

const findAny: Find = async (store, search) => {
  const { origin, amenities } = search;
  const wanted = wantedOf(search);
  const candidates: Candidate[] = [];
  let skipped = 0;
  for (const batch of search.allDay ? OPEN_SEARCH_BATCHES : [wanted]) {
    const found = await store.findNearby({ origin, wanted: batch, skipped, amenities });
    candidates.push(...measured(found.stations, search));
    if (candidates.length >= wanted || found.exhausted) break;
    skipped = found.seen;
  }
  return candidates.sort(byDistance).slice(0, wanted);
};

const findOpen: Find = async (store, search) => {
  const { origin, amenities, at, sort } = search;
  const wanted = wantedOf(search);
  const open: Candidate[] = [];
  const unknown: Candidate[] = [];
  const saidToBeShut: Candidate[] = [];
  let skipped = 0;
  for (const batch of OPEN_SEARCH_BATCHES) {
    const found = await store.findNearby({ origin, wanted: batch, skipped, amenities });
    for (const candidate of measured(found.stations, search)) {
      const isOpen = opensForArrival(candidate.station, at, candidate.arrivesAt);
      if (isOpen === true) open.push(candidate);
      else if (isOpen === null) unknown.push(candidate);
      else if (sort === "best" && isSaidToBeShut(candidate.station, at, candidate.arrivesAt))
        saidToBeShut.push(candidate);
    }
    if (open.length >= wanted || found.exhausted) break;
    skipped = found.seen;
  }
  for (const list of [open, unknown, saidToBeShut]) list.sort(byDistance);
  const reach = open[wanted - 1]?.metres ?? LARGEST_SEARCH_METRES;
  const shut = saidToBeShut.filter(({ metres }) => metres <= reach).slice(0, wanted);
  return [...[...open.slice(0, wanted), ...shut].sort(byDistance), ...unknown];
};

/** All within reach, and as many open ones beyond as the list has room for. */
async function findUsable(store: StationStore, search: NearestSearch): Promise<UsableGroups<Candidate>> {
  const { origin, amenities, travel } = search;
  const wanted = wantedOf(search);
  const groups: Record<UsableGroup, Candidate[]> = { open: [], said: [], soon: [], untold: [], far: [] };
  let skipped = 0;
  for (const batch of OPEN_SEARCH_BATCHES) {
    const found = await store.findNearby({ origin, wanted: batch, skipped, amenities });
    const candidates = measured(found.stations, { ...search, allDay: false });
    for (const candidate of candidates.filter(({ station }) => isWanted(station, search))) {
      const group = usableGroupOf(candidate, search);
      if (group !== null) groups[group].push(candidate);
    }
    const isPastReach = (candidates.at(-1)?.metres ?? 0) > REACH_METRES[travel];
    if (found.exhausted || (isPastReach && groups.open.length + groups.far.length >= wanted)) break;
    skipped = found.seen;
  }
  for (const group of Object.values(groups)) group.sort(byDistance);
  return groups;
}

function isWanted({ hours }: Station, { allDay }: NearestSearch): boolean {
  return !allDay || alwaysOpen(hours);
}

function measured(stations: Station[], search: NearestSearch): Candidate[] {
  const { origin, travel, at } = search;
  return stations
    .filter((station) => isWanted(station, search))
    .map((station) => {
      const metres = distanceMetres(origin, station.location);
      const minutes = travelMinutes(metres, travel);
      return { station, metres, minutes, arrivesAt: at + minutes * MINUTE_MS };
    })
    .filter(({ metres }) => metres <= LARGEST_SEARCH_METRES)
    .sort(byDistance);
}
