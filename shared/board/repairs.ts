import type { AuditEntry } from "../audit/audit-entry.js";
import { type BeijingDate, beijingDate, beijingDayNumber, DAY_MS } from "../common/time.js";
import { spellsEndedBy } from "../month-report/broken-spells.js";

/** Something that was broken and works again. Neither who said so nor at which station is part of it. */
export interface Repair {
  districtCode: string;
  /** The day in Beijing on which it worked again. */
  on: BeijingDate;
  /** From broken to fixed, tenths of a day. */
  days: number;
}

/** What a line of the record tells to be fixed. What nobody knows since when it was broken is left out. */
export function repairsIn(entry: AuditEntry): Repair[] {
  const { districtCode } = entry;
  if (districtCode === null) return [];
  return spellsEndedBy(entry).flatMap(({ since, at, isFixed }): Repair[] => {
    if (!isFixed || since === 0) return [];
    const days = Math.round((Math.max(0, at - since) / DAY_MS) * 10) / 10;
    return [{ districtCode, on: beijingDate(beijingDayNumber(at)), days }];
  });
}
