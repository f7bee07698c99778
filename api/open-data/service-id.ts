import { uuidV5 } from "./uuid-v5.js";

/** The id of a station as a service of HSDS. */
export function serviceId(stationId: string): string {
  return uuidV5(`service:${stationId}`);
}
