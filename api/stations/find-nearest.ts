import { toGcj02 } from "../../shared/core/place.js";
import type { NearestAnswer, NearestQuery } from "../../shared/stations/station-answer.js";
import type { Dependencies } from "../dependencies.js";
import { instantText } from "../http/instants.js";
import { findInRedis } from "./find-in-redis.js";
import { presentItem } from "./present-station.js";

/**
 * The stations nearest to a person: by straight-line distance as shown, equal distances by id. With `availability`
 * open, those that are open on arrival come first, then those of which nobody knows.
 */
export async function findNearest(
  { stations, clock, trustSettings }: Pick<Dependencies, "stations" | "clock" | "trustSettings">,
  query: NearestQuery,
): Promise<NearestAnswer> {
  const at = clock();
  const search = { ...query, origin: toGcj02(query, query.datum), at, settings: trustSettings };
  const placed = await findInRedis(stations, search);
  return {
    asOf: instantText(at),
    origin: { latitude: query.latitude, longitude: query.longitude, datum: query.datum },
    stations: placed.map(({ item, movedBelow }) => ({
      ...presentItem(item.station, at, item.arrivesAt),
      distanceMetres: item.metres,
      travelMinutes: item.minutes,
      movedBelow,
    })),
  };
}
