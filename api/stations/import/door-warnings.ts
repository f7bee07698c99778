import type { ImportProblem } from "../../../shared/stations/import/import-answer.js";
import type { Station, StationId } from "../../../shared/stations/station.js";
import type { StationStore } from "../station-store.js";
import { inBatches } from "./find-known.js";
import { NEAR_METRES, nearDuplicatesAmong, nearDuplicatesOf } from "./near-duplicates.js";
import type { ImportPlan } from "./plan-import.js";
import type { StationList } from "./read-list.js";

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
  const column = list.header.columns.get("name")?.heading;
  const warning = (row: number, station: Station, other: Station, where: string, metres: number): ImportProblem[] =>
    areLinked(station, other)
      ? []
      : [
          {
            row,
            column,
            value: station.name,
            message: `和${where}「${other.name}」只隔 ${metres} 米,名字也像,可能是同一个门;如果是,请在「同址驿站编号」里写上对方的编号`,
          },
        ];
  const inList = nearDuplicatesAmong(places).flatMap(({ place, other, metres }) =>
    warning(place.row, place.station, other.station, `第 ${other.row} 行的`, metres),
  );
  const neighbours = await neighboursOf(store, plan);
  const known = places.flatMap((place, index) =>
    nearDuplicatesOf(place, neighbours[index] ?? []).flatMap(({ other, metres }) =>
      warning(place.row, place.station, other, "已有的", metres),
    ),
  );
  return [...inList, ...known];
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

function areLinked(a: Station, b: Station): boolean {
  return a.sameSiteAs === b.id || b.sameSiteAs === a.id || (a.sameSiteAs !== null && a.sameSiteAs === b.sameSiteAs);
}
