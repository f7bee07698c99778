import { cellToParent, latLngToCell } from "h3-js";
import type { MapPoint } from "../common/place.js";
import { beijingDayNumber, beijingMinuteOfDay, type EpochMs, weekdayOf } from "../common/time.js";
import type { UnmetReason } from "./unmet.js";

/** H3 cells of about 0.7 km². Like those of coverage they are laid over GCJ-02. */
const DEMAND_RESOLUTION = 8;
/** Shown only where so many people were counted on one day. */
export const LEAST_PEOPLE = 10;

/** What is counted together. */
export interface DemandPlace {
  cell: string;
  /** Hour of the week in Beijing, 0 = Monday 0:00 to 167. */
  hour: number;
  reason: UnmetReason;
}

export interface DemandCount extends DemandPlace {
  /** Different people on one day. */
  people: number;
}

export function demandCellOf({ latitude, longitude }: MapPoint): string {
  return latLngToCell(latitude, longitude, DEMAND_RESOLUTION);
}

export function hourOfWeek(at: EpochMs): number {
  return weekdayOf(beijingDayNumber(at)) * 24 + Math.floor(beijingMinuteOfDay(at) / 60);
}

/**
 * Parts the counts of a day: those that may be shown as they are, and those that are too few, under their parent cell (of
 * about 5 km²), where the different people of all of them are to be counted together.
 */
export function partCounts(counts: readonly DemandCount[]): {
  shown: DemandCount[];
  merged: { into: DemandPlace; of: DemandPlace[] }[];
} {
  const shown: DemandCount[] = [];
  const merged = new Map<string, { into: DemandPlace; of: DemandPlace[] }>();
  for (const count of counts) {
    if (count.people >= LEAST_PEOPLE) {
      shown.push(count);
      continue;
    }
    const { hour, reason } = count;
    const into = { cell: cellToParent(count.cell, DEMAND_RESOLUTION - 1), hour, reason };
    const key = placeText(into);
    const group = merged.get(key) ?? { into, of: [] };
    group.of.push({ cell: count.cell, hour, reason });
    merged.set(key, group);
  }
  return { shown, merged: [...merged.values()] };
}

/** `8840e35c8bfffff|17|without:toilet`, as it is kept. */
export function placeText({ cell, hour, reason }: DemandPlace): string {
  return `${cell}|${hour}|${reason}`;
}

/** @throws Error for text that {@link placeText} does not write */
export function placeOfText(text: string): DemandPlace {
  const [cell = "", hour = "", reason = ""] = text.split("|");
  if (cell === "" || !/^\d{1,3}$/.test(hour) || reason === "") throw new Error(`no place of demand: ${text}`);
  return { cell, hour: Number(hour), reason: reason as UnmetReason };
}
