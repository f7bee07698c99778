import { ROLL_CALL_FILTERS, type RollCallFilter } from "./roll-call-table";

export interface RollCallSearch {
  /** The first day of the holiday; missing: the next one. */
  holiday?: string;
  show?: RollCallFilter;
}

/** What stands in the address of the page; what is none of it is left out. */
export function readRollCallSearch(search: Record<string, unknown>): RollCallSearch {
  const { holiday, show } = search;
  return {
    ...(typeof holiday === "string" && /^\d{4}-\d{2}-\d{2}$/.test(holiday) ? { holiday } : {}),
    ...(typeof show === "string" && show in ROLL_CALL_FILTERS ? { show: show as RollCallFilter } : {}),
  };
}
