import type { EpochMs } from "../../shared/common/time.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { redisTrouble } from "../redis-trouble.js";

/** A station, and since when nothing new was heard of it; null: it is the newest. */
interface FoundStation {
  station: Station;
  staleSince: EpochMs | null;
}

/**
 * The station as it is in Redis; while Redis is gone or refuses, as it is remembered here.
 *
 * @throws ApiError `not_found`, also where it was withdrawn
 */
export async function findStation(
  { stations, snapshot }: Pick<Dependencies, "stations" | "snapshot">,
  id: StationId,
): Promise<FoundStation> {
  try {
    return { station: await findListed({ stations }, id), staleSince: null };
  } catch (error) {
    const remembered = redisTrouble(error) !== null ? snapshot.remembered(id) : null;
    if (remembered === null) throw error;
    return remembered;
  }
}

/**
 * The station as it is in Redis.
 *
 * @throws ApiError `not_found`, also where it was withdrawn
 */
export async function findListed({ stations }: Pick<Dependencies, "stations">, id: StationId): Promise<Station> {
  const station = await stations.find(id);
  if (station === null || station.withdrawnAt !== null) throw new ApiError("not_found");
  return station;
}
