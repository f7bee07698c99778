import Flatbush from "flatbush";
import { around } from "geoflatbush";
import { distanceMetres } from "../../../shared/common/distance.js";
import { groupBy } from "../../../shared/common/group-by.js";
import type { MapPoint } from "../../../shared/common/place.js";
import { atOneGo, type Slices } from "../../../shared/common/slices.js";
import { isCounty } from "../../../shared/stations/district.js";

/** A station with where it says it is, twice: by its district, and by its point (GCJ-02). */
export interface DistrictPlace {
  district: { code: string | null; text: string };
  location: MapPoint;
}

/** Why a point may be wrong. Distances in metres. */
export type PlaceDoubt =
  /**
   * Two stations of another district are within `metres`; the nearest of its own is `ownMetres` away, null: there is
   * none.
   */
  | { kind: "other_district"; other: string; metres: number; ownMetres: number | null }
  /** Far from every station of its own district, and from all others. */
  | { kind: "far_away"; ownMetres: number };

/** Districts meet: a station this near to one of its own is where it may well be. */
const OWN_METRES = 2_000;
/** A zone lies within counties, so that their stations are mixed over its whole width. */
const ZONE_METRES = 10_000;
/** How many times nearer the other district has to be. */
const TIMES_NEARER = 3;
/** Without a station of its own district to compare with, only what stands amid another's is doubted. */
const AMID_METRES = 1_000;
/** No county is as wide as this from station to station. */
const FAR_METRES = 200_000;
const NEIGHBOURS = 10;

/**
 * What is doubtful about the points of a list, by the other stations of the list and of `known`. Two of another district
 * have to be nearer, since one alone may be the wrong one. District outlines are not needed.
 *
 * @param known stations around that the list does not speak of, and at least one of each district where there is one
 * @returns one answer for each place, in their order; null: nothing is doubtful
 */
export function doubtPlaces(places: readonly DistrictPlace[], known: readonly DistrictPlace[]): (PlaceDoubt | null)[] {
  return atOneGo(doubtPlacesInSlices(places, known));
}

/** The same for a long list, a place at a time. */
export function* doubtPlacesInSlices(
  places: readonly DistrictPlace[],
  known: readonly DistrictPlace[],
): Slices<(PlaceDoubt | null)[]> {
  const all = [...places, ...known];
  if (all.length < 2) return places.map(() => null);
  const everywhere = new PlaceIndex(all);
  const byDistrict = new Map<string, PlaceIndex>();
  for (const [key, members] of groupBy(all, districtKey)) {
    byDistrict.set(key, new PlaceIndex(members));
    yield;
  }
  const doubts: (PlaceDoubt | null)[] = [];
  for (const place of places) {
    doubts.push(doubtOf(place, byDistrict.get(districtKey(place)), everywhere));
    yield;
  }
  return doubts;
}

function doubtOf(place: DistrictPlace, ofDistrict: PlaceIndex | undefined, everywhere: PlaceIndex): PlaceDoubt | null {
  const [own] = ofDistrict?.nearest(place, 1) ?? [];
  const ownMetres = own?.metres ?? null;
  if (ownMetres !== null && ownMetres < OWN_METRES) return null;
  const other = nearestDistrict(place, everywhere.nearest(place, NEIGHBOURS));
  if (other !== null && isNearer(place, other, ownMetres)) {
    return { kind: "other_district", other: other.place.district.text, metres: other.metres, ownMetres };
  }
  return ownMetres !== null && ownMetres >= FAR_METRES ? { kind: "far_away", ownMetres } : null;
}

interface Neighbour {
  place: DistrictPlace;
  metres: number;
}

/** The other district of which a second station is nearest, with the distance of that one. */
function nearestDistrict(place: DistrictPlace, neighbours: readonly Neighbour[]): Neighbour | null {
  const seen = new Set<string>();
  for (const neighbour of neighbours) {
    const key = districtKey(neighbour.place);
    if (key === districtKey(place)) continue;
    if (seen.has(key)) return neighbour;
    seen.add(key);
  }
  return null;
}

function isNearer(place: DistrictPlace, other: Neighbour, ownMetres: number | null): boolean {
  const isMixed = isZoneOf(place, other.place) || isZoneOf(other.place, place);
  if (ownMetres === null) return !isMixed && other.metres <= AMID_METRES;
  return ownMetres >= other.metres * TIMES_NEARER && (!isMixed || ownMetres >= ZONE_METRES);
}

/** Whether one is in a zone and the other in a county of the same city. */
function isZoneOf({ district: zone }: DistrictPlace, { district: county }: DistrictPlace): boolean {
  return zone.code === null || (!isCounty(zone.code) && (county.code ?? "").startsWith(zone.code));
}

/** By its code where that is its own, else by city and words. */
function districtKey({ district: { code, text } }: DistrictPlace): string {
  return code !== null && isCounty(code) ? code : `${code ?? ""}|${text}`;
}

class PlaceIndex {
  readonly #places: readonly DistrictPlace[];
  readonly #index: Flatbush;

  constructor(places: readonly DistrictPlace[]) {
    this.#places = places;
    this.#index = new Flatbush(places.length);
    for (const { location } of places) this.#index.add(location.longitude, location.latitude);
    this.#index.finish();
  }

  /** The nearest others, nearest first. */
  nearest(place: DistrictPlace, count: number): Neighbour[] {
    const { longitude, latitude } = place.location;
    return around(this.#index, longitude, latitude, count, Number.POSITIVE_INFINITY, (at) => this.#places[at] !== place)
      .flatMap((at) => this.#places[at] ?? [])
      .map((other) => ({ place: other, metres: distanceMetres(place.location, other.location) }));
  }
}

/** Rows whose coordinates look copied: `same_point` many on one point, `same_line` many that share one coordinate. */
export interface CopiedPoints {
  kind: "same_point" | "same_line";
  /** As it stands in the list: 116.23,29.27, or the coordinate that they share. */
  value: string;
  rows: number[];
}

/** A point as its row gives it, in degrees. */
export interface ListedPoint {
  row: number;
  address: string;
  point: MapPoint;
}

const MOST_ON_A_POINT = 2;
/** So many rows one after another with one coordinate alike do not come about by chance. */
const ROWS_IN_LINE = 3;

/** Rows with different addresses on one point, and rows one after another that differ in one coordinate only. */
export function copiedPoints(listed: readonly ListedPoint[]): CopiedPoints[] {
  const onOnePoint = [...groupBy(listed, ({ point }) => `${point.longitude},${point.latitude}`)]
    .filter(([, members]) => new Set(members.map(({ address }) => address)).size > MOST_ON_A_POINT)
    .map(([value, members]): CopiedPoints => ({ kind: "same_point", value, rows: members.map(({ row }) => row) }));
  return [...onOnePoint, ...linesOf(listed, "longitude"), ...linesOf(listed, "latitude")];
}

function linesOf(listed: readonly ListedPoint[], axis: keyof MapPoint): CopiedPoints[] {
  const other = axis === "longitude" ? "latitude" : "longitude";
  const lines: CopiedPoints[] = [];
  for (let start = 0; start < listed.length; ) {
    const value = listed[start]?.point[axis];
    let end = start + 1;
    while (end < listed.length && listed[end]?.point[axis] === value) end += 1;
    const run = listed.slice(start, end);
    const isLine = new Set(run.map(({ point }) => point[other])).size >= ROWS_IN_LINE;
    const isElsewhere = new Set(run.map(({ address }) => address)).size >= ROWS_IN_LINE;
    if (isLine && isElsewhere) lines.push({ kind: "same_line", value: String(value), rows: run.map(({ row }) => row) });
    start = end;
  }
  return lines;
}
