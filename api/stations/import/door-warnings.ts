import { distanceMetres } from "../../../shared/common/distance.js";
import type { MapPoint } from "../../../shared/common/place.js";
import type { Slices } from "../../../shared/common/slices.js";
import type { ImportProblem } from "../../../shared/stations/import/import-answer.js";
import { rowText } from "../../../shared/stations/import/row-number.js";
import type { Station, StationId } from "../../../shared/stations/station.js";
import { inBatches } from "../../in-batches.js";
import { inSlices } from "../../snapshot/in-slices.js";
import type { StationStore } from "../station-store.js";
import { NEAR_METRES, type NearDuplicate, nearDuplicatesAmong, nearDuplicatesOf } from "./near-duplicates.js";
import type { ImportPlan } from "./plan-import.js";
import { headingAt, type StationList } from "./read-list.js";

const POINTS_A_TRIP = 500;
const DOCUMENTS_A_TRIP = 300;

/** Warns of rows that are probably another station's door under a second plaque, unless they are linked to it. */
export async function doorWarnings(
  store: Pick<StationStore, "findIdsAround" | "findMany">,
  list: StationList,
  plan: ImportPlan,
): Promise<ImportProblem[]> {
  const places = plan.rows.map(({ row, station }) => ({
    row,
    station,
    name: station.name,
    location: station.location,
  }));
  const warning = (row: number, station: Station, other: Station, where: string, why: string): ImportProblem[] =>
    areLinked(station, other)
      ? []
      : [
          {
            row,
            column: headingAt(list, row, "name"),
            value: station.name,
            message: `和${where}「${other.name}」${why}，可能是同一个门；如果是，请在「同址驿站编号」里写上对方的编号`,
          },
        ];
  // Many on one point are said once, by placeWarnings.
  const isAmongMany = crowded(places);
  const inListPairs = await inSlices(nearDuplicatesAmong(places));
  const pairs = new Map(inListPairs.map((pair) => [pair.place, new Set<RowPlace>()]));
  for (const { place, other } of inListPairs) pairs.get(place)?.add(other);
  const inList = inListPairs.flatMap(({ place, other, metres }) =>
    isAmongMany(place)
      ? []
      : warning(place.row, place.station, other.station, `第 ${rowText(other.row)} 行的`, apart(metres)),
  );
  const atOneAddress = sameAddresses(places).flatMap(({ place, other }) => {
    const metres = Math.round(distanceMetres(place.location, other.location));
    const isSaid = pairs.get(place)?.has(other) ?? false;
    const why = metres > NEAR_METRES ? `地址一样，坐标却隔 ${metres} 米` : "地址一样";
    return isSaid ? [] : warning(place.row, place.station, other.station, `第 ${rowText(other.row)} 行的`, why);
  });
  const neighbours = await neighboursOf(store, plan);
  const known = await inSlices(nearKnown(places, neighbours));
  return [
    ...inList,
    ...atOneAddress,
    ...known.flatMap(({ place, other, metres }) => warning(place.row, place.station, other, "已有的", apart(metres))),
  ];
}

function* nearKnown(
  places: readonly RowPlace[],
  neighbours: readonly (readonly Station[])[],
): Slices<NearDuplicate<RowPlace, Station>[]> {
  const found: NearDuplicate<RowPlace, Station>[] = [];
  for (const [index, place] of places.entries()) {
    found.push(...nearDuplicatesOf(place, neighbours[index] ?? []));
    yield;
  }
  return found;
}

/** For each row the stations around it that the list does not speak of. */
async function neighboursOf(
  store: Pick<StationStore, "findIdsAround" | "findMany">,
  plan: ImportPlan,
): Promise<Station[][]> {
  const own = new Set<StationId>(plan.rows.map(({ station }) => station.id));
  const points = plan.rows.map(({ station }) => station.location);
  const around = await inBatches(points, POINTS_A_TRIP, (part) => store.findIdsAround(part, NEAR_METRES + 1));
  const ids = [...new Set(around.flat())].filter((id) => !own.has(id));
  const stations = await inBatches(ids, DOCUMENTS_A_TRIP, store.findMany);
  const byId = new Map(stations.map((station) => [station.id, station]));
  return around.map((nearby) => nearby.flatMap((id) => byId.get(id) ?? []));
}

function apart(metres: number): string {
  return `只隔 ${metres} 米`;
}

interface RowPlace {
  row: number;
  station: Station;
  name: string;
  location: MapPoint;
}

const MOST_ON_A_POINT = 2;

/** Tells which rows are on one point with more than one other. */
function crowded(places: readonly RowPlace[]): (place: RowPlace) => boolean {
  const counts = new Map<string, number>();
  const pointOf = ({ location }: RowPlace) => `${location.longitude},${location.latitude}`;
  for (const place of places) counts.set(pointOf(place), (counts.get(pointOf(place)) ?? 0) + 1);
  return (place) => (counts.get(pointOf(place)) ?? 0) > MOST_ON_A_POINT;
}

/** What makes an address that of one door, and not of a street. */
const DOOR_IN_ADDRESS = /\d|[一二三四五六七八九十百]+号|交叉口|路口|大厦|大楼|广场|公园|大厅|院内?$/;

/** Rows at one address of one district, each with the first that has it. */
function sameAddresses(places: readonly RowPlace[]): { place: RowPlace; other: RowPlace }[] {
  const first = new Map<string, RowPlace>();
  return places.flatMap((place) => {
    const { address, district } = place.station;
    if (!DOOR_IN_ADDRESS.test(address)) return [];
    const key = `${district.code ?? district.text}|${address.normalize("NFKC").replace(/[\s,。、·()-]/g, "")}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, place);
    return other === undefined ? [] : [{ place, other }];
  });
}

function areLinked(a: Station, b: Station): boolean {
  return a.sameSiteAs === b.id || b.sameSiteAs === a.id || (a.sameSiteAs !== null && a.sameSiteAs === b.sameSiteAs);
}
