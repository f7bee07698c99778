import { distanceMetres, travelMinutes } from "../../shared/core/distance.js";
import { type MapPoint, toGcj02 } from "../../shared/core/place.js";
import { type EpochMs, MINUTE_MS } from "../../shared/core/time.js";
import { opensForArrival } from "../../shared/stations/opening.js";
import type { Station } from "../../shared/stations/station.js";
import type { NearestAnswer, NearestQuery } from "../../shared/stations/station-answer.js";
import type { Dependencies } from "../dependencies.js";
import { instantText } from "../http/instants.js";
import { presentItem } from "./present-station.js";
import { LARGEST_SEARCH_METRES } from "./station-store.js";

/**
 * How many candidates each further trip to Redis looks at, when only doors that are open on arrival are wanted. At
 * night about one station in fifteen is open, so that the second trip nearly always ends it. The last bounds the work:
 * beyond the nearest 4,460 or so that have the amenities, an open door is not looked for.
 */
const OPEN_SEARCH_BATCHES = [60, 400, 4_000] as const;

interface Candidate {
  station: Station;
  metres: number;
  minutes: number;
  arrivesAt: EpochMs;
  /** Only asked when open doors are wanted. */
  isOpen: boolean | null;
}

/**
 * The stations nearest to a person: by straight-line distance as shown, equal distances by id. With `availability`
 * open, those that are open on arrival come first, then those of which nobody knows.
 */
export async function findNearest(
  { stations, clock }: Pick<Dependencies, "stations" | "clock">,
  query: NearestQuery,
): Promise<NearestAnswer> {
  const at = clock();
  const origin = toGcj02(query, query.datum);
  const candidates =
    query.availability === "open"
      ? await findOpen(stations, query, origin, at)
      : await findAny(stations, query, origin, at);
  return {
    asOf: instantText(at),
    origin: { latitude: query.latitude, longitude: query.longitude, datum: query.datum },
    stations: candidates.slice(0, query.limit).map(({ station, metres, minutes, arrivesAt }) => ({
      ...presentItem(station, at, arrivesAt),
      distanceMetres: metres,
      travelMinutes: minutes,
    })),
  };
}

type Find = (
  store: Dependencies["stations"],
  query: NearestQuery,
  origin: MapPoint,
  at: EpochMs,
) => Promise<Candidate[]>;

const findAny: Find = async (store, query, origin, at) => {
  const { stations } = await store.findNearby({ origin, wanted: query.limit, skipped: 0, amenities: query.amenities });
  return measured(stations, origin, query.travel, at);
};

const findOpen: Find = async (store, query, origin, at) => {
  const open: Candidate[] = [];
  const unknown: Candidate[] = [];
  let skipped = 0;
  for (const wanted of OPEN_SEARCH_BATCHES) {
    const found = await store.findNearby({ origin, wanted, skipped, amenities: query.amenities });
    for (const candidate of measured(found.stations, origin, query.travel, at)) {
      candidate.isOpen = opensForArrival(candidate.station, at, candidate.arrivesAt);
      if (candidate.isOpen === true) open.push(candidate);
      else if (candidate.isOpen === null) unknown.push(candidate);
    }
    if (open.length >= query.limit || found.exhausted) break;
    skipped = found.seen;
  }
  return [...open, ...unknown];
};

function measured(stations: Station[], origin: MapPoint, travel: NearestQuery["travel"], at: EpochMs): Candidate[] {
  return stations
    .map((station) => {
      const metres = distanceMetres(origin, station.location);
      const minutes = travelMinutes(metres, travel);
      return { station, metres, minutes, arrivesAt: at + minutes * MINUTE_MS, isOpen: null };
    })
    .filter(({ metres }) => metres <= LARGEST_SEARCH_METRES)
    .sort((a, b) => a.metres - b.metres || (a.station.id < b.station.id ? -1 : 1));
}
