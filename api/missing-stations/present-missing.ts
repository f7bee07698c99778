import { cellToLatLng } from "h3-js";
import { instantText } from "../../shared/common/instant.js";
import type { MissingStationItem } from "../../shared/missing-stations/missing-station.js";
import type { MissingStation } from "./missing-store.js";

/** An entry as everybody sees it. */
export function presentMissing(entry: MissingStation): MissingStationItem {
  const { id, cell, need, state, why, vouched, others, askedAt, answeredAt } = entry;
  return {
    id,
    cell,
    middle: middleOf(cell),
    need,
    state,
    why,
    people: vouched + others,
    askedAt: instantText(askedAt),
    answeredAt: answeredAt === null ? null : instantText(answeredAt),
  };
}

export function middleOf(cell: string): { latitude: number; longitude: number } {
  const [latitude, longitude] = cellToLatLng(cell);
  return { latitude, longitude };
}
