import { instantText } from "../../shared/core/instant.js";
import { toGcj02 } from "../../shared/core/place.js";
import type { EpochMs } from "../../shared/core/time.js";
import { findNearestIn, type NearestSearch } from "../../shared/stations/nearest/find-nearest.js";
import type { NearestAnswer, NearestQuery } from "../../shared/stations/station-answer.js";
import type { TrustSettings } from "../../shared/trust/trust-settings.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { bytesOf, jsonBytes } from "../http/json-bytes.js";
import type { SnapshotView } from "../snapshot/station-snapshot.js";
import { findInRedis } from "./find-in-redis.js";
import { presentItem } from "./present-station.js";

type Needs = Pick<Dependencies, "stations" | "snapshot" | "clock" | "trustSettings">;

/**
 * The stations nearest to a person: by straight-line distance as shown, equal distances by id. With `availability`
 * open, those that are open on arrival come first, then those of which nobody knows.
 *
 * @returns the JSON of a NearestAnswer, in UTF-8
 */
export async function findNearest(deps: Needs, query: NearestQuery): Promise<Buffer<ArrayBuffer>> {
  const at = deps.clock();
  const search = searchOf(query, at, deps.trustSettings);
  const view = await deps.snapshot.view();
  return bytesOf(view === null ? await inRedis(deps, query, search) : await inMemory(deps, view, query, search));
}

/** Puts together what was written before, in the bytes of JSON. */
async function inMemory(
  { snapshot }: Needs,
  { index, items, openings, staleSince }: SnapshotView,
  query: NearestQuery,
  search: NearestSearch,
): Promise<string> {
  const found = findNearestIn(index, search);
  const texts = found.map(({ item }) => items.get(index, item.row));
  if (texts.includes(null)) {
    const unread = found.flatMap(({ item }, place) => (texts[place] === null ? [index.id(item.row)] : []));
    const documents = await snapshot.documents(unread);
    for (const [place, { item }] of found.entries()) {
      const station = documents.get(index.id(item.row));
      if (station) texts[place] = items.add(station);
    }
  }
  let stations = "";
  for (const [place, { item, movedBelow }] of found.entries()) {
    const text = texts[place];
    if (text == null) continue;
    const opening = openings.text(item.row, search.at, item.arrivesAt);
    const moved = movedBelow === null ? "null" : `"${movedBelow}"`;
    const reached = `"distanceMetres":${item.metres},"travelMinutes":${item.minutes},"movedBelow":${moved}`;
    stations += `${stations === "" ? "" : ","}${text},"opening":${opening},${reached}}`;
  }
  if (stations === "" && found.length > 0 && staleSince !== null) throw new ApiError("redis_down");
  const staleness = staleSince === null ? {} : { stale: true, staleSince: instantText(staleSince) };
  const head = jsonBytes({ ...headOf(query, search), ...staleness });
  return `${head.slice(0, -1)},"stations":[${stations}]}`;
}

async function inRedis({ stations }: Needs, query: NearestQuery, search: NearestSearch): Promise<string> {
  const placed = await findInRedis(stations, search);
  const answer: NearestAnswer = {
    ...headOf(query, search),
    stations: placed.map(({ item, movedBelow }) => ({
      ...presentItem(item.station, search.at, item.arrivesAt),
      distanceMetres: item.metres,
      travelMinutes: item.minutes,
      movedBelow,
    })),
  };
  return jsonBytes(answer);
}

// Field by field: spreading what zod has parsed takes longer than parsing it.
function searchOf(query: NearestQuery, at: EpochMs, settings: TrustSettings): NearestSearch {
  const { limit, amenities, availability, travel, sort } = query;
  return { origin: toGcj02(query, query.datum), limit, amenities, availability, travel, sort, at, settings };
}

function headOf({ latitude, longitude, datum }: NearestQuery, { at }: NearestSearch): Omit<NearestAnswer, "stations"> {
  return { asOf: instantText(at), origin: { latitude, longitude, datum } };
}
