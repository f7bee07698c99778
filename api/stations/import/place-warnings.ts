import type { MapPoint } from "../../../shared/common/place.js";
import type { ImportProblem } from "../../../shared/stations/import/import-answer.js";
import type { Dependencies } from "../../dependencies.js";
import { inBatches } from "../../in-batches.js";
import { inSlices } from "../../snapshot/in-slices.js";
import {
  type CopiedPoints,
  copiedPoints,
  type DistrictPlace,
  doubtPlacesInSlices,
  type PlaceDoubt,
} from "./place-doubts.js";
import type { ImportPlan } from "./plan-import.js";
import { headingAt, type StationList } from "./read-list.js";

const NEIGHBOUR_METRES = 5_000;
const POINTS_A_TRIP = 500;
const DOCUMENTS_A_TRIP = 300;

/**
 * Warns of stations whose point lies among another district's, or looks copied from a row nearby; with the point,
 * GCJ-02.
 */
export async function placeWarnings(
  deps: Pick<Dependencies, "stations" | "districts">,
  list: StationList,
  plan: ImportPlan,
): Promise<(ImportProblem & { location: MapPoint })[]> {
  const places = plan.rows.map(({ row, station }) => ({ row, station, ...placeOf(station) }));
  const doubts = await inSlices(doubtPlacesInSlices(places, await knownPlaces(deps, plan)));
  const columnAt = (row: number) =>
    headingAt(list, row, "longitude") ?? headingAt(list, row, "point") ?? headingAt(list, row, "latitude");
  const locations = new Map(places.map(({ row, location }) => [row, location]));
  const doubted = places.flatMap(({ row, station, location }, index) => {
    const doubt = doubts[index] ?? null;
    const message = doubt === null ? "" : doubtText(doubt, station.district.text);
    return doubt === null ? [] : [{ row, column: columnAt(row), value: station.name, message, location }];
  });
  const points = list.rows.flatMap(({ row, point, address }) =>
    point === null ? [] : [{ row, point, address: address ?? "" }],
  );
  const copied = copiedPoints(points).flatMap((found) =>
    found.rows.flatMap((row) => {
      const location = locations.get(row);
      const told = { row, column: columnAt(row), value: found.value, message: copiedText(found) };
      return location === undefined ? [] : [{ ...told, location }];
    }),
  );
  return [...doubted, ...copied];
}

function placeOf({ district, location }: DistrictPlace): DistrictPlace {
  return { district, location };
}

/** Stored stations around the list's, and one of each district. */
async function knownPlaces(
  { stations, districts }: Pick<Dependencies, "stations" | "districts">,
  plan: ImportPlan,
): Promise<DistrictPlace[]> {
  const own = new Set(plan.rows.map(({ station }) => station.id));
  const points = plan.rows.map(({ station }) => station.location);
  const around = await inBatches(points, POINTS_A_TRIP, (part) => stations.findIdsAround(part, NEIGHBOUR_METRES));
  const ids = [...new Set(around.flat())].filter((id) => !own.has(id));
  const neighbours = await inBatches(ids, DOCUMENTS_A_TRIP, stations.findMany);
  // A district's point is that of its first station, which may be one of the list's.
  const updated = new Map<string, number>();
  for (const { previous } of plan.rows) {
    const text = previous?.district.text;
    if (text !== undefined) updated.set(text, (updated.get(text) ?? 0) + 1);
  }
  const others = (await districts.listDistricts()).filter(
    ({ text, stationCount }) => stationCount > (updated.get(text) ?? 0),
  );
  return [
    ...neighbours.map(placeOf),
    ...others.map(({ code, text, location }) => ({ district: { code, text }, location })),
  ];
}

function doubtText(doubt: PlaceDoubt, own: string): string {
  if (doubt.kind === "far_away") {
    return `离「${own}」最近的驿站有 ${lengthText(doubt.ownMetres)}，坐标可能填错了，请核对`;
  }
  const far = doubt.ownMetres === null ? `旁边没有「${own}」的` : `离「${own}」最近的有 ${lengthText(doubt.ownMetres)}`;
  return `写的是「${own}」，位置却在「${doubt.other}」的驿站中间(隔 ${lengthText(doubt.metres)})，${far}；坐标或区县可能填错了，请核对`;
}

function copiedText({ kind }: CopiedPoints): string {
  return kind === "same_point"
    ? "地址不同，坐标却在同一个点上，可能是复制的，请核对"
    : "一连几行地址不同，坐标却有一个数完全一样，可能是复制的，请核对";
}

function lengthText(metres: number): string {
  return metres < 1_000 ? `${Math.round(metres)} 米` : `${(metres / 1_000).toFixed(metres < 10_000 ? 1 : 0)} 公里`;
}
