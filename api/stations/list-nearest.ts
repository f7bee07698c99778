import { instantText } from "../../shared/common/instant.js";
import { toGcj02 } from "../../shared/common/place.js";
import type { EpochMs } from "../../shared/common/time.js";
import { findNearestIn, type NearestSearch, usableAmenities } from "../../shared/stations/nearest/find-nearest.js";
import { openingAt } from "../../shared/stations/opening.js";
import { presentFixed, presentNearest, presentOpening } from "../../shared/stations/present-station.js";
import type { NearestAnswer, NearestItem, NearestQuery } from "../../shared/stations/station-answer.js";
import type { TrustSettings } from "../../shared/trust/trust-settings.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { SnapshotView } from "../snapshot/station-snapshot.js";
import { findInRedis } from "./find-in-redis.js";

type Needs = Pick<Dependencies, "stations" | "snapshot" | "clock" | "trustSettings">;

/**
 * The stations nearest to a person: by straight-line distance as shown, equal distances by id. With `availability`
 * open, those that are open on arrival come first, then those of which nobody knows.
 */
export async function listNearest(deps: Needs, query: NearestQuery): Promise<NearestAnswer> {
  const search = searchOf(query, deps.clock(), deps.trustSettings);
  const view = await deps.snapshot.view();
  if (view === null) return { ...headOf(query, search), ...(await inRedis(deps, search)) };
  const stations = await inMemory(deps, view, search);
  const within = isPlain(search) ? { amenitiesWithinReach: usableAmenities(view.index, search) } : {};
  if (view.staleSince === null) return { ...headOf(query, search), stations, ...within };
  return { ...headOf(query, search), stale: true, staleSince: instantText(view.staleSince), stations, ...within };
}

async function inMemory({ snapshot }: Needs, view: SnapshotView, search: NearestSearch): Promise<NearestItem[]> {
  const { index, items, openings, staleSince } = view;
  const found = findNearestIn(index, search);
  const unread = found.filter(({ item }) => items.get(index, item.row) === null).map(({ item }) => index.id(item.row));
  const documents = unread.length === 0 ? null : await snapshot.documents(unread);
  for (const station of documents?.values() ?? []) items.add(station);
  const stations = found.flatMap((placed) => {
    const { row, arrivesAt } = placed.item;
    const station = items.get(index, row);
    return station === null ? [] : [presentNearest(station, openings.answer(row, search.at, arrivesAt), placed)];
  });
  if (stations.length === 0 && found.length > 0 && staleSince !== null) throw new ApiError("redis_down");
  return stations;
}

async function inRedis(
  { stations: store }: Needs,
  search: NearestSearch,
): Promise<Pick<NearestAnswer, "stations" | "amenitiesWithinReach">> {
  const { placed, amenitiesWithinReach } = await findInRedis(store, search);
  const stations = placed.map((one) => {
    const { station, arrivesAt } = one.item;
    const opening = presentOpening(openingAt(station, search.at, arrivesAt));
    return presentNearest(presentFixed(station), opening, one);
  });
  return isPlain(search) ? { stations, amenitiesWithinReach } : { stations };
}

/** Whether it is the question with which somebody begins: nothing is asked for but doors that can be used. */
function isPlain({ availability, amenities, allDay }: NearestSearch): boolean {
  return availability === "usable" && amenities.length === 0 && !allDay;
}

// Field by field: spreading what zod has parsed takes longer than parsing it.
function searchOf(query: NearestQuery, at: EpochMs, settings: TrustSettings): NearestSearch {
  const { limit, amenities, availability, allDay, travel, sort } = query;
  return { origin: toGcj02(query, query.datum), limit, amenities, availability, allDay, travel, sort, at, settings };
}

function headOf({ latitude, longitude, datum }: NearestQuery, { at }: NearestSearch): Omit<NearestAnswer, "stations"> {
  return { asOf: instantText(at), origin: { latitude, longitude, datum } };
}
