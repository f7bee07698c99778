import type { EpochMs } from "../../../../../shared/common/time";
import type { NearestAnswer, StationItem } from "../../../../../shared/stations/station-answer";
import { keepOnPhone, readFromPhone } from "../../../platform/settings/phone-storage";

interface LastAnswer {
  asOf: EpochMs;
  stations: StationItem[];
}

/** The nearest will do for the time without network. */
const MOST_KEPT = 20;

/**
 * Keeps what was last seen, for the time without network. Distances tell where a person stood to within metres, three
 * of them are enough, and so does their order: neither is kept.
 */
export function keepLastAnswer(answer: NearestAnswer): void {
  const stations = answer.stations
    .slice(0, MOST_KEPT)
    .map(({ distanceMetres, travelMinutes, ...station }): StationItem => station)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (stations.length > 0) keepOnPhone("last-answer", { asOf: Date.parse(answer.asOf), stations } satisfies LastAnswer);
}

export function readLastAnswer(): LastAnswer | null {
  const kept = readFromPhone("last-answer");
  if (typeof kept !== "object" || kept === null) return null;
  const { asOf, stations } = kept as Partial<LastAnswer>;
  return typeof asOf === "number" && Array.isArray(stations) ? { asOf, stations } : null;
}
