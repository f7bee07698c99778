import type { AmenityKind } from "../../amenities/amenity.js";
import { type TravelMode, travelMinutes } from "../../common/distance.js";
import type { MapPoint } from "../../common/place.js";
import { beijingDayNumber, type EpochMs, MINUTE_MS } from "../../common/time.js";
import type { Placed } from "../../trust/rank.js";
import type { TrustSettings } from "../../trust/trust-settings.js";
import { openingAt, opensForArrival } from "../opening.js";
import { kindsOf, maskOf } from "./amenity-mask.js";
import type { RowSearch } from "./nearest-rows.js";
import {
  BEYOND_THE_LAST,
  isSaidToBeShut,
  LARGEST_SEARCH_METRES,
  placeByTrust,
  type Reachable,
} from "./place-by-trust.js";
import type { StationIndex } from "./station-index.js";
import { LONGEST_WAIT_MINUTES, REACH_METRES, usabilityOf } from "./usability.js";
import { type UsableGroups, usableList } from "./usable-list.js";

export interface NearestSearch {
  /** GCJ-02. */
  origin: MapPoint;
  limit: number;
  /** All of them must work. */
  amenities: readonly AmenityKind[];
  /** `open`: open on arrival, then those of which nobody knows. `usable`: see {@link usableList}. */
  availability: "any" | "open" | "usable";
  /** Only doors that never shut. */
  allDay: boolean;
  travel: TravelMode;
  sort: "distance" | "best";
  at: EpochMs;
  settings: TrustSettings;
}

/** A station as the index knows it, and how it is reached. */
export interface NearStation {
  /** Of the index that was asked, which spells its id where that is needed. */
  row: number;
  metres: number;
  minutes: number;
  arrivesAt: EpochMs;
}

/**
 * The stations nearest to a person, by straight-line distance as shown, equal distances by id; with `best` in the order of
 * trust. What is answered when every station is measured, filtered and ranked.
 */
export function findNearestIn(index: StationIndex, search: NearestSearch): Placed<NearStation>[] {
  const { limit, at, settings, sort } = search;
  if (search.availability === "usable") return usableList(usableOnes(index, search), search);
  const candidates = search.availability === "open" ? openOnes(index, search) : look(index, search, wantedOf(search));
  if (sort === "best") return placeByTrust(candidates.map(trusting(index)), { limit, at, settings });
  return candidates.slice(0, limit).map((item) => ({ item, movedBelow: null }));
}

/** How many candidates are ranked. */
export function wantedOf({ limit, sort }: Pick<NearestSearch, "limit" | "sort">): number {
  return limit + (sort === "best" ? BEYOND_THE_LAST : 0);
}

/**
 * The nearest doors open on arrival; with `best` also those no further away that are shut only by what passers-by say; and
 * where there are too few, the nearest of which nobody knows.
 */
function openOnes(index: StationIndex, search: NearestSearch): NearStation[] {
  const { sort, limit } = search;
  const wanted = wantedOf(search);
  const judge = judgeOf(index, search);
  const open = look(index, search, wanted, (row, metres) => judge(row, metres) === true);
  if (sort === "best" && index.hasRareFacts) {
    const reach = open.length < wanted ? LARGEST_SEARCH_METRES : (open[wanted - 1]?.metres ?? 0);
    open.push(...look(index, search, wanted, saidToBeShut(index, search), reach));
    open.sort((a, b) => a.metres - b.metres || (index.id(a.row) < index.id(b.row) ? -1 : 1));
  }
  if (open.length >= limit) return open;
  return [...open, ...look(index, search, limit - open.length, (row, metres) => judge(row, metres) === null)];
}

/** Each group is looked for only as far as those before it leave room. */
function usableOnes(index: StationIndex, search: NearestSearch): UsableGroups<NearStation & Reachable> {
  const { travel, limit } = search;
  const reach = REACH_METRES[travel];
  const judge = judgeOf(index, search);
  let room = limit;
  const find = (count: number, accepts: RowSearch["accepts"], withinMetres = reach) => {
    const found = room > 0 ? look(index, search, count, accepts, withinMetres) : [];
    return found.map(trusting(index));
  };
  const wanted = wantedOf(search);
  const open = find(wanted, (row, metres) => judge(row, metres) === true);
  const said = index.hasRareFacts ? find(wanted, saidToBeShut(index, search)) : [];
  room -= open.length;
  const soon = find(wanted, opensSoon(index, search));
  room -= soon.length;
  const untold = find(room, (row, metres) => judge(row, metres) === null);
  room -= untold.length;
  const isFarAndOpen = (row: number, metres: number) => metres > reach && judge(row, metres) === true;
  const far = find(wanted, isFarAndOpen, LARGEST_SEARCH_METRES);
  return { open, said, soon, untold, far };
}

/**
 * What works at some station within reach that can be used, or may be: what it makes sense to ask for, beyond the stations of
 * a list.
 */
export function usableAmenities(index: StationIndex, search: NearestSearch): AmenityKind[] {
  const judge = judgeOf(index, search);
  const opens = opensSoon(index, search);
  const isOfUse = (row: number, metres: number) => judge(row, metres) !== false || opens(row, metres);
  return kindsOf(index.amenitiesWithin(search.origin, REACH_METRES[search.travel], isOfUse));
}

function look(
  index: StationIndex,
  { origin, amenities, allDay, travel, at }: NearestSearch,
  count: number,
  wanted: RowSearch["accepts"] = null,
  withinMetres: number = LARGEST_SEARCH_METRES,
): NearStation[] {
  const accepts = allDay ? neverShut(index, wanted) : wanted;
  const { rows, metres } = index.nearest({ origin, count, amenities: maskOf(amenities), withinMetres, accepts });
  return rows.map((row, place) => nearStation(row, metres[place] ?? 0, travel, at));
}

/** Of those that are wanted the doors that never shut. */
function neverShut(index: StationIndex, wanted: RowSearch["accepts"]): NonNullable<RowSearch["accepts"]> {
  return (row, metres) => {
    if (!index.timelines.timeline(index.hoursNumber(row)).isAlwaysOpen) return false;
    return wanted === null || wanted(row, metres);
  };
}

function nearStation(row: number, metres: number, travel: TravelMode, at: EpochMs): NearStation {
  const minutes = travelMinutes(metres, travel);
  return { row, metres, minutes, arrivesAt: at + minutes * MINUTE_MS };
}

/** With what the order by trust goes by. */
function trusting(index: StationIndex): (near: NearStation) => NearStation & Reachable {
  return (near) => {
    const { confirmedAt, rare } = index.core(near.row);
    const { hours } = index.timelines.timeline(index.hoursNumber(near.row));
    const { closure = null, reportedClosedUntil = null, shutReports = null } = rare ?? {};
    const verified = { location: null, services: null, open: confirmedAt };
    const station = {
      id: index.id(near.row),
      hours,
      closure,
      reportedClosedUntil,
      shutReports: shutReports ?? undefined,
      verified,
    };
    return { ...near, station };
  };
}

/** Says of a row whether the door is open on arrival; null: nobody knows. */
export function judgeOf(
  index: StationIndex,
  { at, travel }: Pick<NearestSearch, "at" | "travel">,
): (row: number, metres: number) => boolean | null {
  const today = beijingDayNumber(at);
  return (row, metres) => {
    const arrivesAt = at + travelMinutes(metres, travel) * MINUTE_MS;
    const timeline = index.timelines.timeline(index.hoursNumber(row));
    const rare = index.rare(row);
    if (rare !== null) return opensForArrival({ ...rare, hours: timeline.hours }, at, arrivesAt);
    const posted = timeline.stateAt(arrivesAt, today);
    return posted === "unknown" ? null : posted === "open";
  };
}

/** Whether a door opens while one waits at it. */
function opensSoon(index: StationIndex, { at, travel }: NearestSearch): (row: number, metres: number) => boolean {
  const today = beijingDayNumber(at);
  return (row, metres) => {
    const arrivesAt = at + travelMinutes(metres, travel) * MINUTE_MS;
    const timeline = index.timelines.timeline(index.hoursNumber(row));
    const rare = index.rare(row);
    const waitsUntil = arrivesAt + LONGEST_WAIT_MINUTES * MINUTE_MS;
    if (rare === null && !timeline.turnsWithin(arrivesAt, waitsUntil, today)) return false;
    const door = { closure: null, reportedClosedUntil: null, ...rare, hours: timeline.hours };
    return usabilityOf(openingAt(door, at, arrivesAt), arrivesAt) === "soon";
  };
}

function saidToBeShut(index: StationIndex, { at, travel }: NearestSearch): (row: number, metres: number) => boolean {
  return (row, metres) => {
    const rare = index.rare(row);
    if (rare === null) return false;
    const { hours } = index.timelines.timeline(index.hoursNumber(row));
    return isSaidToBeShut({ ...rare, hours }, at, at + travelMinutes(metres, travel) * MINUTE_MS);
  };
}
