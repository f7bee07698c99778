import { distanceMetres, travelMinutes } from "../../shared/core/distance.js";
import { type MapPoint, toGcj02 } from "../../shared/core/place.js";
import { type EpochMs, MINUTE_MS } from "../../shared/core/time.js";
import { openingAt, opensForArrival } from "../../shared/stations/opening.js";
import type { Station } from "../../shared/stations/station.js";
import type { NearestAnswer, NearestQuery } from "../../shared/stations/station-answer.js";
import { type Placed, rankByTrust } from "../../shared/trust/rank.js";
import type { TrustSettings } from "../../shared/trust/trust-settings.js";
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

/** How many stations beyond the last one wanted are asked whether they are more trustworthy. */
const BEYOND_THE_LAST = 20;

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
  { stations, clock, trustSettings }: Pick<Dependencies, "stations" | "clock" | "trustSettings">,
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
    stations: placed(candidates, query, at, trustSettings).map(({ item, movedBelow }) => ({
      ...presentItem(item.station, at, item.arrivesAt),
      distanceMetres: item.metres,
      travelMinutes: item.minutes,
      movedBelow,
    })),
  };
}

/**
 * The candidates in the order asked for, as many as asked for. By trust, the doors that are open on arrival, or would be
 * but for reports, change places among themselves; all others keep theirs.
 */
function placed(candidates: Candidate[], { sort, limit }: NearestQuery, at: EpochMs, settings: TrustSettings) {
  const asTheyAre = candidates.map((item) => ({ item, movedBelow: null }));
  if (sort === "distance") return asTheyAre.slice(0, limit);
  const isRanked = (item: Candidate) =>
    opensForArrival(item.station, at, item.arrivesAt) === true || isSaidToBeShut(item, at);
  const ranked = openFirst(rankByTrust(candidates.filter(isRanked), at, settings, limit), at);
  return asTheyAre.map((one) => (isRanked(one.item) ? (ranked.shift() ?? one) : one)).slice(0, limit);
}

/** However far it is: nobody is sent to a door said to be shut while there is one that is not. */
function openFirst(ranked: Placed<Candidate>[], at: EpochMs): Placed<Candidate>[] {
  const isReported = ({ item }: Placed<Candidate>) => (item.station.reportedClosedUntil ?? 0) > at;
  const first = ranked.findIndex((one) => !isReported(one));
  const open = ranked[first];
  if (first <= 0 || open === undefined) return ranked;
  const passed = ranked.slice(0, first).map((one) => ({ ...one, movedBelow: "reported_closed" as const }));
  return [open, ...passed, ...ranked.slice(first + 1)];
}

type Find = (
  store: Dependencies["stations"],
  query: NearestQuery,
  origin: MapPoint,
  at: EpochMs,
) => Promise<Candidate[]>;

const findAny: Find = async (store, query, origin, at) => {
  const wanted = query.limit + (query.sort === "best" ? BEYOND_THE_LAST : 0);
  const { stations } = await store.findNearby({ origin, wanted, skipped: 0, amenities: query.amenities });
  return measured(stations, origin, query.travel, at);
};

const findOpen: Find = async (store, query, origin, at) => {
  const open: Candidate[] = [];
  const unknown: Candidate[] = [];
  const saidToBeShut: Candidate[] = [];
  let skipped = 0;
  for (const wanted of OPEN_SEARCH_BATCHES) {
    const found = await store.findNearby({ origin, wanted, skipped, amenities: query.amenities });
    for (const candidate of measured(found.stations, origin, query.travel, at)) {
      candidate.isOpen = opensForArrival(candidate.station, at, candidate.arrivesAt);
      if (candidate.isOpen === true) open.push(candidate);
      else if (candidate.isOpen === null) unknown.push(candidate);
      else if (query.sort === "best" && isSaidToBeShut(candidate, at)) saidToBeShut.push(candidate);
    }
    if (open.length >= query.limit || found.exhausted) break;
    skipped = found.seen;
  }
  return [...[...open, ...saidToBeShut].sort(byDistance), ...unknown];
};

/** Shut by nothing but what passers-by say: shown further down, so that people see why. */
function isSaidToBeShut({ station, arrivesAt }: Candidate, at: EpochMs): boolean {
  const unreported = { ...station, reportedClosedUntil: null };
  return openingAt(station, at).state === "reported_closed" && opensForArrival(unreported, at, arrivesAt) === true;
}

function measured(stations: Station[], origin: MapPoint, travel: NearestQuery["travel"], at: EpochMs): Candidate[] {
  return stations
    .map((station) => {
      const metres = distanceMetres(origin, station.location);
      const minutes = travelMinutes(metres, travel);
      return { station, metres, minutes, arrivesAt: at + minutes * MINUTE_MS, isOpen: null };
    })
    .filter(({ metres }) => metres <= LARGEST_SEARCH_METRES)
    .sort(byDistance);
}

function byDistance(a: Candidate, b: Candidate): number {
  return a.metres - b.metres || (a.station.id < b.station.id ? -1 : 1);
}
