import Flatbush from "flatbush";
import { around } from "geoflatbush";
import type { MapPoint } from "../../../shared/common/place.js";
import type { Station, StationId } from "../../../shared/stations/station.js";
import { cityCodeOf } from "../../divisions/divisions.js";
import { inBatches } from "../../in-batches.js";
import type { StationStore } from "../station-store.js";
import { type District, findDistricts } from "./find-district.js";

/** Further away, a station says nothing about where another one lies. */
const NEIGHBOUR_METRES = 20_000;
/** So many of the nearest have to lie in one city, where there are so many. */
const ASKED = 5;
const POINTS_A_TRIP = 500;
const DOCUMENTS_A_TRIP = 300;

export interface CodedPlace {
  location: MapPoint;
  /** An official code, of a county or a city. */
  code: string;
}

/**
 * The cities of points, by the stations nearest to each: stored ones, and others that are known. Null where the nearest
 * five within 20 km do not all lie in one city, and where there is none.
 *
 * @param points GCJ-02
 */
export async function citiesOfNeighbours(
  store: Pick<StationStore, "findIdsAround" | "findMany">,
  points: readonly MapPoint[],
  others: readonly CodedPlace[] = [],
): Promise<(string | null)[]> {
  if (points.length === 0) return [];
  const ids = await inBatches(points, POINTS_A_TRIP, (part) => store.findIdsAround(part, NEIGHBOUR_METRES));
  const stored = await inBatches([...new Set(ids.flat())], DOCUMENTS_A_TRIP, store.findMany);
  const places: CodedPlace[] = [...others];
  for (const { location, district } of stored)
    if (district.code !== null) places.push({ location, code: district.code });
  if (places.length === 0) return points.map(() => null);
  const index = new Flatbush(places.length);
  for (const { location } of places) index.add(location.longitude, location.latitude);
  index.finish();
  return points.map(({ longitude, latitude }) => {
    const nearest = around(index, longitude, latitude, ASKED, NEIGHBOUR_METRES / 1_000);
    const cities = new Set(nearest.map((at) => cityCodeOf(places[at]?.code ?? "")));
    const [city = null] = cities;
    return cities.size === 1 ? city : null;
  });
}

/**
 * The cities of stored stations without a code, by the same rule as those of a list: what their district or address
 * names, else their neighbours. Those of which nothing tells it are left out.
 */
export async function citiesOfStored(
  store: Pick<StationStore, "findIdsAround" | "findMany">,
  stations: readonly Station[],
): Promise<Map<StationId, string>> {
  if (stations.length === 0) return new Map();
  const found = findDistricts(
    stations.map(({ district, address }) => ({ text: district.text, address })),
    { asked: null, reach: [] },
  );
  const byNeighbours = await citiesOfNeighbours(
    store,
    stations.map(({ location }) => location),
  );
  return new Map(
    stations.flatMap(({ id }, index) => {
      const { district, namesakes } = found[index] ?? {};
      const code = district?.code ?? (namesakes === 0 ? byNeighbours[index] : null) ?? null;
      return code === null ? [] : [[id, code] as const];
    }),
  );
}

/**
 * The district that somebody gives to one place, with its code where they left that out: the county it names, else the
 * city that its words, its address, their own reach or its neighbours tell.
 */
export async function withCode(
  store: Pick<StationStore, "findIdsAround" | "findMany">,
  { district, address, location }: { district: District; address: string; location: MapPoint },
  reach: readonly string[],
): Promise<District> {
  if (district.code !== null) return district;
  const [found] = findDistricts([{ text: district.text, address }], { asked: null, reach });
  if (found && found.district.code !== null) return { ...district, code: found.district.code };
  const [city = null] = found?.namesakes === 0 ? await citiesOfNeighbours(store, [location]) : [];
  return { ...district, code: city };
}
