import type { NearestItem } from "../../../../shared/stations/station-answer";

let seen: readonly NearestItem[] = [];

/** Notes what the list shows, for a page of one of them that is not here yet. */
export function noteSeen(stations: readonly NearestItem[]): void {
  seen = stations;
}

/** Null: it was not in the list that was shown last. */
export function seenStation(id: string): NearestItem | null {
  return seen.find((station) => station.id === id) ?? null;
}
