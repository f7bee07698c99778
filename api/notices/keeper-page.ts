import type { StationId } from "../../shared/stations/station.js";

/** The page of the mini-program on which a keeper answers for a station. */
export function keeperPage(id: StationId): string {
  return `keeper/station/index?id=${id}`;
}
