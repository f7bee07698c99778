import type { StationRow } from "../../../shared/stations/import/station-row.js";
import type { Station, StationId } from "../../../shared/stations/station.js";
import { inBatches } from "../../in-batches.js";
import type { StationStore } from "../station-store.js";
import type { FoundDistrict } from "./find-district.js";

/** The stations that a list speaks of and that are known already. */
export interface KnownStations {
  stations: readonly Station[];
  byCode: (code: string) => Station | null;
  byName: (name: string, districtText: string) => Station | null;
  /** Of a station that rows point to without speaking of it. */
  idOfCode: (code: string) => StationId | null;
}

const NAMES_A_TRIP = 1_000;
const DOCUMENTS_A_TRIP = 300;

/** Looks up the stations of a list, a thousand names a round trip. */
export async function findKnown(
  store: Pick<StationStore, "findIdsByCodes" | "findIdsByNames" | "findMany">,
  rows: readonly StationRow[],
  districts: readonly FoundDistrict[],
): Promise<KnownStations> {
  const codes = distinct(rows.flatMap(({ code, sameSiteCode }) => [code, sameSiteCode]));
  const names = rows.flatMap(({ name }, index) =>
    name === null ? [] : [{ name, districtText: districts[index]?.district.text ?? "" }],
  );
  const idsByCode = await inBatches(codes, NAMES_A_TRIP, store.findIdsByCodes);
  const idsByName = await inBatches(names, NAMES_A_TRIP, store.findIdsByNames);
  const ids = distinct([...idsByCode, ...idsByName]);
  const stations = await inBatches(ids, DOCUMENTS_A_TRIP, store.findMany);
  const byId = new Map(stations.map((station) => [station.id, station]));
  const idOfCode = new Map(codes.map((code, index) => [code, idsByCode[index] ?? null]));
  const idOfName = new Map(names.map((name, index) => [nameKey(name), idsByName[index] ?? null]));
  const find = (id: StationId | null | undefined) => (id ? (byId.get(id) ?? null) : null);
  return {
    stations,
    byCode: (code) => find(idOfCode.get(code)),
    byName: (name, districtText) => find(idOfName.get(nameKey({ name, districtText }))),
    idOfCode: (code) => idOfCode.get(code) ?? null,
  };
}

function nameKey({ name, districtText }: { name: string; districtText: string }): string {
  return `${name}|${districtText}`;
}

function distinct<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
