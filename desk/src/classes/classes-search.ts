/** What the address says of the calendar. */
export interface ClassesSearch {
  /** The Monday of the week; absent: this week. */
  week?: string;
  /** One hall or station alone. */
  venue?: string;
  /** The session in the panel. */
  open?: string;
}

/** Reads what came with the address; what cannot be is left out. */
export function readClassesSearch(search: Record<string, unknown>): ClassesSearch {
  const read: ClassesSearch = {};
  const { week, venue, open } = search;
  if (typeof week === "string" && /^\d{4}-\d{2}-\d{2}$/.test(week) && !Number.isNaN(Date.parse(week))) read.week = week;
  if (typeof venue === "string" && venue !== "") read.venue = venue;
  if (typeof open === "string" && open.startsWith("cs_")) read.open = open;
  return read;
}
